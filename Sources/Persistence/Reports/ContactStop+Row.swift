import Database
import Domain
import Secrets

extension ContactStop {
    init(row: inout Row, sealer: Sealer) throws {
        let id: ID<ContactStop> = try row.next()
        self.init(id: id, person: try row.next(), report: try row.next(), reason: try row.next(), since: try row.next())
        isAutomatic = try row.next()
        decidedBy = try row.next()
        words = try sealer.open(try row.next() as [UInt8]?, "contact_stops", "words", id.bytes)
        appeal = try TextAppeal(row: &row, of: id, sealer: sealer)
        endedAt = try row.next()
        endedBy = try row.next()
    }
}

extension TextAppeal {
    fileprivate init?(row: inout Row, of id: ID<ContactStop>, sealer: Sealer) throws {
        let words = try sealer.open(try row.next() as [UInt8]?, "contact_stops", "appeal_words", id.bytes)
        let at: Moment? = try row.next()
        let result: Result? = try row.next()
        let said = try sealer.open(try row.next() as [UInt8]?, "contact_stops", "answer_words", id.bytes)
        let by: ID<Person>? = try row.next()
        let answeredAt: Moment? = try row.next()
        guard let at else { return nil }
        self.init(words: words ?? "", at: at)
        if let result, let by, let answeredAt { answer = .init(result: result, words: said ?? "", by: by, at: answeredAt) }
    }
}
