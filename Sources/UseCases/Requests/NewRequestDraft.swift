import Database
import Domain
import Persistence
import Secrets

/// A request written out before its transaction: sealing, the receipt and the SQL are then not the work of the town's one writer.
/// It stands on what was expected to be found, and is worth nothing where something else is.
struct NewRequestDraft: Sendable {
    private let expected: NewRequestRecord.Ground
    private let request: HelpRequest
    private let statements: Statements

    /// Nil where something has to be looked up first, which cannot be guessed.
    init?(_ record: NewRequestRecord) throws {
        let (house, town) = (record.house, record.town.id)
        guard !record.mayBeOfSomebodyKnown, record.new.offer == nil,
            let owner = house.owners[town, record.new.neighbourhood]
        else { return nil }
        let ground = NewRequestRecord.Ground(owner: owner)
        var request: HelpRequest?
        statements = try Statements(for: house.database.dialect) {
            request = try record.write(on: ground, in: TownTransaction($0, town: town, keys: house.keys))
        }
        guard let request else { return nil }
        self.request = request
        expected = ground
    }

    /// Nil, and nothing written, when it does not stand on this ground.
    func write(on ground: NewRequestRecord.Ground, in scope: TownTransaction) throws -> HelpRequest? {
        guard ground == expected else { return nil }
        try statements.run(in: scope.sql)
        return request
    }
}
