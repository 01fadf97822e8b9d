import Domain
import Foundation
import Secrets

/// Makes up the requests of a town, and what came of each.
struct DemoNarrator {
    let stage: DemoStage
    var helpers: [DemoHelper]
    var writer: DemoWriter
    var chance: SeededChance
    private var references: Set<Reference> = []
    /// Helpers by what they help with.
    let pool: [ID<Category>: [Int]]

    init(_ stage: DemoStage, plan: DemoPlan, helpers: [DemoHelper], writer: DemoWriter) {
        self.stage = stage
        self.helpers = helpers
        self.writer = writer
        chance = plan.chance("\(stage.facts.town.slug) requests")
        var pool: [ID<Category>: [Int]] = [:]
        for (index, helper) in helpers.enumerated() {
            for category in helper.availability.categories { pool[category, default: []].append(index) }
        }
        self.pool = pool
    }

    /// Of the stories below, those in which the known helper is asked.
    static let knownParts = 4

    /// The accounts that everybody may use have a part in the first stories of some endings.
    mutating func stories(_ count: Int) -> [DemoStory] {
        var parts: [DemoStory.Ending: [Part]] = [
            .asking: [.init(asker: stage.staff.resident), .init(isHelped: true)],
            .matched: [.init(asker: stage.staff.resident, isHelped: true), .init(isHelped: true), .init(asker: stage.staff.family.first)],
            .helped: [.init(asker: stage.staff.resident), .init(isHelped: true)],
        ]
        return DemoStory.Ending.dealt(count, &chance).enumerated().compactMap { number, ending in
            let part = parts[ending]?.isEmpty == false ? parts[ending]?.removeFirst() : nil
            return story(number, ending, part ?? Part())
        }
    }

    /// Who of the known accounts takes part.
    struct Part {
        var asker: Person?
        /// The known helper is asked, and says yes where somebody does.
        var isHelped = false
    }

    private mutating func story(_ number: Int, _ ending: DemoStory.Ending, _ part: Part) -> DemoStory? {
        let isKnown = part.asker != nil || part.isHelped
        let forOther = ending == .awaiting || (!isKnown && chance.share() < 0.14)
        let quartier = part.asker?.neighbourhood ?? stage.quartier(&chance)?.id
        let tier: TrustTier = isKnown ? .doorstep : .money
        let hasHelpers = pool.mapValues { !$0.isEmpty }
        let found = stage.category(DemoStage.asked, &chance) { $0.tier <= tier && hasHelpers[$0.id] == true }
        guard let category = found else { return nil }
        let wish = Wish.make(&chance)
        let withMatch = ending.hasMatch || (ending == .cancelled && chance.share() < 0.4)
        let toReferent = !isKnown && withMatch && chance.share() < 0.12
        let times = DemoTimes.make(
            ending, urgency: wish.urgency, toReferent: toReferent, forOther: forOther, withMatch: withMatch, calendar: stage.calendar,
            &chance)
        let cast = DemoCast.make(
            number, in: quartier, at: times.created, account: part.asker, forOther: forOther, stage: stage, &chance)
        var story = begin(category, quartier, wish, times, cast, ending)
        if story.request.agreement != nil || !cast.isForSomebodyElse { ask(&story, times, ending, part) }
        if withMatch { meet(&story, times, cast, toReferent: toReferent, part, ending) }
        end(&story, times, cast, ending)
        call(&story, times, cast, ending)
        return story
    }

    private mutating func begin(
        _ category: Category, _ quartier: ID<Neighbourhood>?, _ wish: Wish, _ times: DemoTimes, _ cast: DemoCast,
        _ ending: DemoStory.Ending
    ) -> DemoStory {
        let owner = stage.owner(quartier).id
        var request = HelpRequest(
            id: chance.id(at: times.created), reference: reference(), category: category.id, neighbourhood: quartier, asker: cast.asker.id,
            beneficiary: cast.beneficiary.id, wanted: wish.wanted(from: times.start, stage.calendar.zone), urgency: wish.urgency,
            door: cast.door, takenBy: cast.takenBy, status: .open, rung: .helpers, rungDue: times.climb, owner: owner,
            createdAt: times.created)
        request.cell = cast.beneficiary.spot?.cell
        var story = DemoStory(request: request, category: category, trackingHash: chance.token().hash, newcomers: cast.newcomers)
        write(&story, cast, ending)
        notice(&story, cast)
        // Some for whom others ask would rather not.
        let hasAgreed = ending != .awaiting && (ending != .cancelled || times.matched != nil || chance.isOneOf(2))
        if cast.isForSomebodyElse, hasAgreed {
            story.request.agreement = .init(at: times.start, channel: chance.pick(.phone, .phone, .inPerson, .letter), heardBy: owner)
            story.consents.append(
                consent(cast.beneficiary, .notice, story.request, channel: .phone, by: owner, at: times.start))
        }
        return story
    }

    /// The words, and whether a moderator has read them.
    private mutating func write(_ story: inout DemoStory, _ cast: DemoCast, _ ending: DemoStory.Ending) {
        let language = cast.asker.language
        if chance.share() < 0.3 { story.request.constraints = chance.pick(writer.words(language).requests.constraints) }
        guard chance.share() < 0.85 else { return }
        let isOpen = ending == .asking || ending == .atReferent
        if chance.share() < 0.05, story.category.mayBePublic {
            story.request.details = chance.pick(writer.words(language).requests.refused)
            story.request.review = isOpen && chance.isOneOf(2) ? .unread : .refused
            return
        }
        let need = writer.need(
            story.category.key, in: stage.name(story.request.neighbourhood), language: language, &chance)
        story.request.details = writer.request(need, language: language, isElder: cast.isElder, &chance)
        guard story.category.mayBePublic, ending != .awaiting, !isOpen || chance.share() < 0.7 else { return }
        story.request.review = .approved
        story.request.publicText = need
    }

    private mutating func notice(_ story: inout DemoStory, _ cast: DemoCast) {
        let isSpoken = cast.takenBy != nil
        let at = story.request.createdAt
        let channel: Consent.Channel = !isSpoken ? .web : cast.door == .paper ? .paper : .phone
        story.consents.append(consent(cast.asker, .notice, story.request, channel: channel, by: cast.takenBy, at: at))
        if isSpoken, chance.share() < 0.8 {
            story.consents.append(consent(cast.asker, .sharePhone, story.request, channel: channel, by: cast.takenBy, at: at))
        }
    }

    mutating func consent(
        _ person: Person, _ purpose: Consent.Purpose, _ request: HelpRequest, channel: Consent.Channel, by collector: ID<Person>?,
        at: Moment
    ) -> Consent {
        Consent(
            id: chance.id(at: at), person: person.id, purpose: purpose, subject: request.id.bytes, textVersion: "", channel: channel,
            collectedBy: collector, givenAt: at)
    }

    private mutating func reference() -> Reference {
        while true {
            let reference = chance.reference()
            if references.insert(reference).inserted { return reference }
        }
    }
}

/// When help is wanted, before the day is known.
struct Wish {
    enum Kind { case now, on(Int), every(WhenWanted.Rhythm) }
    var kind: Kind

    static func make(_ chance: inout SeededChance) -> Wish {
        let share = chance.share()
        if share < 0.36 { return Wish(kind: .now) }
        if share < 0.78 { return Wish(kind: .on(chance.pick(0, 1, 1, 2, 3, 4, 5, 6, 8))) }
        return Wish(kind: .every(chance.pick(.weekly, .weekly, .weekly, .fortnightly, .daily, .monthly)))
    }

    /// As `Urgency` counts it from the start.
    var urgency: Urgency {
        switch kind {
        case .now: .urgent
        case .on(let days): days <= 2 ? .soon : .ordinary
        case .every: .ordinary
        }
    }

    func wanted(from start: Moment, _ zone: TimeZone) -> WhenWanted {
        switch kind {
        case .now: .now
        case .on(let days): .on(LocalTime(start, in: zone).at(hour: 0, daysLater: days, in: zone))
        case .every(let rhythm): .every(rhythm)
        }
    }
}
