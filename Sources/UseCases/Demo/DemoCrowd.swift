import Domain

/// Makes up the helpers of a town.
struct DemoCrowd {
    let stage: DemoStage
    private(set) var writer: DemoWriter
    private var chance: SeededChance
    private let year: Int

    init(_ stage: DemoStage, plan: DemoPlan, writer: DemoWriter) {
        self.stage = stage
        self.writer = writer
        chance = plan.chance("\(stage.facts.town.slug) helpers")
        year = AgeGroup.lastAdultYear(now: plan.now, in: stage.calendar.zone) + 18
    }

    /// The helper whose account everybody may use, then `count` others.
    mutating func helpers(_ count: Int) -> [DemoHelper] { [known()] + (0..<count).map { helper($0) } }

    private mutating func known() -> DemoHelper {
        var helper = DemoHelper(person: stage.staff.helper, availability: stage.staff.availability)
        helper.reserved = DemoNarrator.knownParts
        let opening = stage.staff.opening
        helper.consents = [
            Consent(
                id: chance.id(at: opening), person: helper.person.id, purpose: .charter,
                textVersion: "", channel: .web, givenAt: opening)
        ]
        helper.meeting = stage.staff.referents.first.map { .init(referent: $0.id, at: opening) }
        for key in ["groceries", "conversation"] {
            guard let category = stage.facts.category(key: key) else { continue }
            let createdAt = stage.calendar.waking(0.1, &chance)
            helper.offers.append(offer(of: helper, category, createdAt, review: .approved))
        }
        return helper
    }

    private mutating func helper(_ number: Int) -> DemoHelper {
        // Most came in the first days, as people do.
        let joinedAt = stage.calendar.waking(Double.powShare(chance.share()), &chance)
        let person = person(number, joinedAt)
        var helper = DemoHelper(person: person, availability: availability(of: person, joinedAt))
        trust(&helper)
        if helper.availability.tier == .doorstep, chance.isOneOf(40) {
            helper.availability.meetingAskedAt = stage.calendar.after(joinedAt, .minutes(3), .hours(1), &chance)
        }
        let tier = helper.availability.effectiveTier ?? .remote
        let wanted = chance.share() < 0.09 ? 0 : chance.share() < 0.4 ? 2 : 1
        var categories: [Category] = []
        if tier == .money, chance.isOneOf(2), let money = stage.facts.category(key: "money") { categories.append(money) }
        for _ in categories.count..<max(1, wanted) + chance.number(0...2) {
            let next = stage.category(DemoStage.offered, &chance) { category in
                category.tier <= tier && !categories.contains { $0.id == category.id }
            }
            if let next { categories.append(next) }
        }
        helper.availability.categories = Set(categories.map(\.id))
        helper.availability.isRemoteOnly = categories.allSatisfy { $0.mode != .inPerson } && chance.isOneOf(3)
        for (index, category) in categories.prefix(wanted).enumerated() {
            let createdAt = min(joinedAt + .minutes(chance.number(2...30) + index * 400), stage.calendar.now - .minutes(2))
            helper.offers.append(offer(of: helper, category, createdAt, review: nil))
        }
        return helper
    }

    private mutating func person(_ number: Int, _ joinedAt: Moment) -> Person {
        let names = stage.library.names
        let isEnglish = chance.share() < 0.04
        let share = chance.share()
        let isYoung = share < 0.2
        let name =
            isEnglish
            ? names.englishSpeaker(&chance)
            : isYoung ? names.young(&chance) : share < 0.38 ? names.elder(&chance) : names.person(&chance)
        let isMinor = isYoung && !isEnglish && chance.isOneOf(8)
        let age = isMinor ? 16 : isYoung ? chance.number(19...27) : share < 0.38 ? chance.number(58...76) : chance.number(26...62)
        let quartier = stage.quartier(&chance)?.id
        // Some would rather say no more than their quartier.
        let home = chance.share() < 0.7 ? stage.homes.pick(in: quartier, &chance) : nil
        return Person(
            id: chance.id(at: joinedAt), firstName: name.first, lastName: name.last, email: stage.address(name.first, name.last, number),
            phone: chance.share() < 0.6 ? stage.mobile(number) : nil, language: isEnglish ? "en" : "fr", channel: .email,
            neighbourhood: quartier, place: home?.label, spot: home?.spot, birthYear: year - age, hasAccount: true, createdAt: joinedAt,
            lastSeenAt: min(joinedAt + .hours(chance.number(0...200)), stage.calendar.now - .minutes(3)))
    }

    private mutating func availability(of person: Person, _ joinedAt: Moment) -> Helper {
        var helper = Helper(person: person.id, neighbourhood: person.neighbourhood, joinedAt: joinedAt)
        helper.isActive = chance.share() < 0.97
        helper.days = Set(
            chance.pick([1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5], [3, 6, 7], [6, 7], [1, 3, 5], [2, 4, 6]))
        (helper.fromHour, helper.toHour) = chance.pick((8, 20), (8, 20), (9, 12), (14, 19), (17, 21))
        helper.radius = chance.pick(500, 1_000, 2_000, 2_000, 5_000, 5_000)
        helper.travel = chance.pick(.foot, .foot, .foot, .bicycle, .car)
        helper.languages = person.language == "en" ? ["en", "fr"] : chance.isOneOf(6) ? ["fr", "en"] : ["fr"]
        helper.weeklyAsks = chance.pick(2, 2, 2, 1, 3, 5, 7)
        if chance.isOneOf(25) { helper.pausedUntil = stage.calendar.now + .days(chance.number(2...20)) }
        helper.isMinor = (person.birthYear ?? 0) > year - 18
        helper.hasParentalAuthorisation = helper.isMinor && chance.share() < 0.7
        return helper
    }

    /// The charter for the doorstep, a meeting for more.
    private mutating func trust(_ helper: inout DemoHelper) {
        let share = chance.share()
        let tier: TrustTier = share < 0.25 ? .remote : share < 0.76 ? .doorstep : share < 0.97 ? .insideHome : .money
        helper.availability.tier = helper.availability.isMinor ? min(tier, .doorstep) : tier
        guard helper.availability.tier >= .doorstep else { return }
        let version = stage.facts.town.settings.charterVersion
        let at = helper.availability.joinedAt + .minutes(1)
        helper.availability.charterVersion = version
        helper.availability.charterAcceptedAt = at
        helper.consents.append(
            Consent(
                id: chance.id(at: at), person: helper.person.id, purpose: .charter, textVersion: "", channel: .web, givenAt: at
            ))
        guard helper.availability.tier.needsMeeting else { return }
        let meeting = stage.calendar.after(helper.availability.joinedAt, .hours(3), .days(3), &chance)
        helper.meeting = .init(
            referent: stage.owner(helper.person.neighbourhood).id, at: min(meeting, stage.calendar.now - .minutes(5)))
    }

    /// - Parameter review: nil leaves it to chance and to the moderator's pace.
    private mutating func offer(of helper: DemoHelper, _ category: Category, _ createdAt: Moment, review: HelpRequest.Review?) -> Offer {
        let person = helper.person
        var offer = Offer(
            id: chance.id(at: createdAt), person: person.id, category: category.id, neighbourhood: person.neighbourhood,
            cell: person.spot?.cell(in: person.neighbourhood, stage.facts), details: nil, createdAt: createdAt)
        offer.status = review != nil ? .active : chance.pick(weighted: [(.active, 90), (.paused, 6), (.withdrawn, 4)]) ?? .active
        guard review != nil || chance.share() < 0.62 else { return offer }
        let isOld = stage.calendar.now - createdAt > .hours(30)
        offer.review = review ?? (isOld ? (chance.share() < 0.05 ? .refused : .approved) : chance.share() < 0.3 ? .approved : .unread)
        let place = stage.name(person.neighbourhood)
        offer.details =
            offer.review == .refused
            ? chance.pick(writer.words(person.language).offers.refused)
            : writer.offer(
                category.key, in: place, language: person.language, age: year - (person.birthYear ?? year - 40), &chance)
        offer.publicText = offer.review == .approved ? offer.details : nil
        return offer
    }
}

extension Double {
    /// Presses a share towards the beginning.
    fileprivate static func powShare(_ share: Double) -> Double { share * share.squareRoot() }
}
