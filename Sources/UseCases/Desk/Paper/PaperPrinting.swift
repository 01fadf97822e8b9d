import Domain
import Persistence

/// A row that gets a code: a request, or a call to make about it.
struct PaperRow: Hashable {
    var request: ID<HelpRequest>
    var ringBack: ID<RingBack>?
}

/// Gives codes to what is printed, inside a transaction.
struct PaperPrinting {
    private let house: House
    private let town: Town
    private let scope: TownTransaction
    private let person: ID<Person>
    let id: ID<PaperSlip.Printing>
    let now: Moment

    init(house: House, by actor: Actor, town: Town, in scope: TownTransaction) {
        (self.house, self.town, self.scope) = (house, town, scope)
        person = actor.person ?? Person.nobody.id
        id = house.world.id()
        now = house.world.now()
    }

    func blankSheets(_ count: Int) throws { for number in 1...count { _ = try add(nil, number) } }

    /// One for each row. Printed a second time on the same day, a row keeps the code it has.
    func codes(of rows: [PaperRow]) throws -> [PaperCode] {
        let midnight = LocalTime(now, in: town.timeZone).midnight
        let known = try PaperCodes(scope).waiting(about: Array(Set(rows.map(\.request))), printedSince: midnight)
        let codes = Dictionary(
            known.compactMap { slip in slip.request.map { (PaperRow(request: $0, ringBack: slip.ringBack), slip.code) } },
            uniquingKeysWith: { one, _ in one })
        return try rows.enumerated().map { try codes[$1] ?? add($1, $0 + 1) }
    }

    /// The code drawn may be another sheet's: the next one is free.
    private func add(_ row: PaperRow?, _ number: Int) throws -> PaperCode {
        for _ in 1...30 {
            let slip = PaperSlip(
                code: PaperCode(random: house.world.random), printing: id, number: number, request: row?.request, ringBack: row?.ringBack,
                by: person, now: now)
            if try PaperCodes(scope).insert(slip) { return slip.code }
        }
        throw Refusal(.conflict, "refusal.tryAgain")
    }
}
