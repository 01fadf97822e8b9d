import Domain

/// Who asks, for whom, and by which door.
struct DemoCast: Sendable {
    var asker: Person
    var beneficiary: Person
    var door: HelpRequest.Door
    var takenBy: ID<Person>?
    var newcomers: [Person]
    var isElder: Bool

    var isForSomebodyElse: Bool { asker.id != beneficiary.id }

    /// - Parameters:
    ///   - account: a resident who asks for themselves, on the web.
    ///   - forOther: somebody far away or next door asks for an elder.
    static func make(
        _ number: Int, in quartier: ID<Neighbourhood>?, at moment: Moment, account: Person?, forOther: Bool, stage: DemoStage,
        _ chance: inout SeededChance
    ) -> DemoCast {
        if let account {
            return DemoCast(asker: account, beneficiary: account, door: .web, newcomers: [], isElder: false)
        }
        if forOther {
            let asker = online(number, nil, moment, stage, &chance)
            let elder = offline(number, quartier, moment, stage, &chance)
            return DemoCast(asker: asker, beneficiary: elder, door: .web, newcomers: [asker, elder], isElder: false)
        }
        let doors: [(value: HelpRequest.Door, weight: Double)] = [(.web, 52), (.phone, 20), (.referent, 17), (.paper, 7), (.api, 4)]
        let door = chance.pick(weighted: doors) ?? .web
        guard door == .web || door == .api else {
            let elder = offline(number, quartier, moment, stage, &chance)
            let writer = door == .phone ? stage.staff.administrator : stage.owner(quartier)
            return DemoCast(asker: elder, beneficiary: elder, door: door, takenBy: writer.id, newcomers: [elder], isElder: true)
        }
        let asker = online(number, quartier, moment, stage, &chance)
        return DemoCast(asker: asker, beneficiary: asker, door: door, newcomers: [asker], isElder: false)
    }

    private static func online(
        _ number: Int, _ quartier: ID<Neighbourhood>?, _ moment: Moment, _ stage: DemoStage, _ chance: inout SeededChance
    ) -> Person {
        let isEnglish = chance.share() < 0.06
        let names = stage.library.names
        let name = isEnglish ? names.englishSpeaker(&chance) : names.person(&chance)
        let home = stage.homes.pick(in: quartier, &chance)
        return Person(
            id: chance.id(at: moment), firstName: name.first, lastName: name.last,
            email: stage.address(name.first, name.last, 7_000 + number),
            phone: chance.share() < 0.7 ? stage.mobile(5_000 + number) : nil, language: isEnglish ? "en" : "fr", channel: .email,
            neighbourhood: quartier, place: place(home, stage, &chance), spot: home?.spot, hasAccount: chance.share() < 0.35,
            createdAt: moment)
    }

    /// Somebody with a telephone and no e-mail.
    private static func offline(
        _ number: Int, _ quartier: ID<Neighbourhood>?, _ moment: Moment, _ stage: DemoStage, _ chance: inout SeededChance
    ) -> Person {
        let name = stage.library.names.elder(&chance)
        let home = stage.homes.pick(in: quartier, &chance)
        return Person(
            id: chance.id(at: moment), firstName: name.first, lastName: name.last,
            phone: chance.share() < 0.85 ? stage.landline(number) : stage.mobile(6_000 + number), channel: .phone, neighbourhood: quartier,
            place: place(home, stage, &chance), spot: home?.spot, createdAt: moment)
    }

    /// The address, and on a line of its own how the door is found.
    private static func place(_ home: DemoHomes.Home?, _ stage: DemoStage, _ chance: inout SeededChance) -> String? {
        let floor = chance.pick(stage.library.texts.floors) ?? ""
        return home.map { "\($0.label)\n\(floor)" }
    }
}
