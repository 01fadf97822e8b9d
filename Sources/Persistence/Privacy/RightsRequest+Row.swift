import Database
import Domain
import Secrets

extension RightsRequest {
    init(row: inout Row, sealer: Sealer) throws {
        let (id, reference): (ID<RightsRequest>, Reference) = (try row.next(), try row.next())
        let key = id.bytes
        let kind: Kind = try row.next()
        let (door, answerBy): (Door, AnswerBy) = (try row.next(), try row.next())
        let name = try sealer.open(try row.next(), table: "rights_requests", column: "name", row: key)
        let contact = try sealer.open(try row.next(), table: "rights_requests", column: "contact", row: key)
        let words = try sealer.open(try row.next() as [UInt8]?, "rights_requests", "words", key)
        self.init(
            id: id, reference: reference, NewRightsRequest(kind: kind, answerBy: answerBy, name: name, contact: contact, words: words),
            door: door, language: try row.next(), takenBy: try row.next(), receivedAt: try row.next(), dueAt: try row.next())
        let reason = try sealer.open(try row.next() as [UInt8]?, "rights_requests", "extension", key)
        let extendedAt: Moment? = try row.next()
        if let reason, let extendedAt { self.extension = Extension(reason: reason, at: extendedAt) }
        let (how, checkedAt, checkedBy): (Identity?, Moment?, ID<Person>?) = (try row.next(), try row.next(), try row.next())
        if let how, let checkedAt { identity = IdentityCheck(how: how, at: checkedAt, by: checkedBy) }
        let result: Result? = try row.next()
        let answerWords = try sealer.open(try row.next() as [UInt8]?, "rights_requests", "answer_words", key)
        let (answeredAt, answeredBy): (Moment?, ID<Person>?) = (try row.next(), try row.next())
        if let result, let answeredAt { answer = Answer(result: result, words: answerWords, at: answeredAt, by: answeredBy) }
    }
}
