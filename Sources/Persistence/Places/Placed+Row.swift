import Database
import Domain

extension Placed {
    /// id, category, quartier, cell, time.
    init(row: inout Row) throws {
        self.init(
            id: try row.next(), category: try row.next(), neighbourhood: try row.next(), cell: try row.next(), createdAt: try row.next())
    }
}
