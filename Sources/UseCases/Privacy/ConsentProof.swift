import Domain
import Localization
import Persistence

/// Writes a yes down with the exact words that it answers.
struct ConsentProof {
    let house: House
    let town: Town
    /// In which the words were shown or said.
    let language: String

    struct Circumstances {
        /// A match, a request; nil for all.
        var subject: [UInt8]?
        var channel: Consent.Channel
        /// Nil where they did it themselves.
        var collectedBy: ID<Person>?
        var at: Moment
    }

    func give(
        _ saying: ConsentWords.Saying, by person: ID<Person>, _ circumstances: Circumstances, in scope: TownTransaction
    ) throws {
        let text = ConsentWords(Post(house: house, town: town).localizer(language), town).text(saying)
        try ConsentTexts(scope).keep(text, now: circumstances.at)
        try Consents(scope).insert(
            Consent(
                id: house.world.id(), person: person, purpose: saying.purpose, subject: circumstances.subject, textVersion: text.version,
                channel: circumstances.channel, collectedBy: circumstances.collectedBy, givenAt: circumstances.at))
    }
}
