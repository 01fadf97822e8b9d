import Domain
import Localization
import Persistence
import Secrets

/// The mails about mandates. Whoever has no address is told by the referent's voice, or on paper.
struct MandateLetters {
    let house: House
    let town: Town

    private var post: Post { Post(house: house, town: town) }

    func waiting(_ mandate: Mandate, to guide: Person, in scope: TownTransaction) throws {
        try send("waiting", "/referent/mandats/\(mandate.id.text)", to: guide, naming: nil, in: scope)
    }

    /// To the holder, and to the represented person with a link to revoke.
    func confirmed(_ mandate: Mandate, in scope: TownTransaction, now: Moment) throws {
        let (represented, holder) = try people(of: mandate, in: scope)
        if let holder { try send("confirmed", "/mon-compte/mandats", to: holder, naming: represented, in: scope) }
        if let represented { try tell("given", mandate, represented, holder, in: scope, now: now) }
    }

    func declined(_ mandate: Mandate, in scope: TownTransaction) throws {
        let (represented, holder) = try people(of: mandate, in: scope)
        if let holder { try send("declined", "/mon-compte/mandats", to: holder, naming: represented, in: scope) }
    }

    /// To the other side; whoever did it knows.
    func revoked(_ mandate: Mandate, by person: ID<Person>?, in scope: TownTransaction) throws {
        let (represented, holder) = try people(of: mandate, in: scope)
        if let holder, holder.id != person { try send("revoked", "/mon-compte/mandats", to: holder, naming: represented, in: scope) }
        if let represented, represented.id != person { try send("ended", "/aide", to: represented, naming: holder, in: scope) }
    }

    /// Two weeks before, to both.
    func ending(_ mandate: Mandate, in scope: TownTransaction, now: Moment) throws {
        let (represented, holder) = try people(of: mandate, in: scope)
        if let holder { try send("ending", "/mon-compte/mandats", to: holder, naming: represented, end: mandate.endsAt, in: scope) }
        if let represented { try tell("givenEnding", mandate, represented, holder, in: scope, now: now) }
    }

    func admitted(_ reader: MandateReader, of mandate: Mandate, _ token: Token, in scope: TownTransaction) throws {
        guard let represented = try People(scope).find(mandate.represented) else { return }
        let t = post.localizer(represented.language)
        let letter = letter("reader", t, to: reader.name, url: url("/mandat/\(token.text)"), ["name": represented.shownName])
        try post.send(letter, to: reader.email, language: represented.language, in: scope)
    }

    /// With a fresh link of the person's own.
    private func tell(
        _ kind: String, _ mandate: Mandate, _ person: Person, _ holder: Person?, in scope: TownTransaction, now: Moment
    ) throws {
        guard person.isMailed else { return }
        let token = Token()
        try MandateLinks(scope).insert(token.hash, to: mandate.id, now: now)
        let t = post.localizer(person.language)
        let words = ["name": holder?.shownName ?? t("mandate.structure", ["town": town.name]), "date": date(mandate.endsAt, t)]
        try post.send(letter(kind, t, to: person.firstName, url: url("/mandat/\(token.text)"), words), to: person, in: scope)
    }

    private func send(
        _ kind: String, _ path: String, to person: Person, naming other: Person?, end: Moment? = nil, in scope: TownTransaction
    ) throws {
        let t = post.localizer(person.language)
        let words = ["name": other?.shownName ?? t("mandate.structure", ["town": town.name]), "date": date(end, t)]
        try post.send(letter(kind, t, to: person.firstName, url: url(path), words), to: person, in: scope)
    }

    private func letter(_ kind: String, _ t: Localizer, to name: String, url: String, _ words: [String: String]) -> Letter {
        Letter(
            kind: "mandate_\(kind)", subject: t("mail.mandate.\(kind).subject"),
            paragraphs: [t("mail.greeting", ["name": name]), t("mail.mandate.\(kind).body", words)],
            actions: [.init(label: t("mail.mandate.\(kind).button"), url: url)])
    }

    private func people(of mandate: Mandate, in scope: TownTransaction) throws -> (Person?, Person?) {
        let people = try People(scope).find([mandate.represented, mandate.holder].compactMap(\.self))
        return (people[mandate.represented], mandate.holder.flatMap { people[$0] })
    }

    private func url(_ path: String) -> String { house.base(of: town) + path }
    private func date(_ moment: Moment?, _ t: Localizer) -> String { moment.map { t.date($0.milliseconds) } ?? "" }
}
