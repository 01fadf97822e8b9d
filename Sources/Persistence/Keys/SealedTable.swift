import Domain
import Secrets

/// A table with sealed columns: what a rotation of keys seals anew, and what an export opens.
public struct SealedTable: Sendable {
    struct Column: Sendable {
        var name: StaticString
        var indexes: [Index] = []
    }

    /// A blind index of a sealed column.
    struct Index: Sendable {
        var name: StaticString
        var of: @Sendable (String, People) throws -> [UInt8]?
    }

    let name: StaticString
    /// The column whose bytes are the row's identity in the seal.
    var key: StaticString = "id"
    let purpose: KeyRing.Purpose
    let columns: [Column]

    var indexes: [Index] { columns.flatMap(\.indexes) }

    init(_ name: StaticString, key: StaticString = "id", _ purpose: KeyRing.Purpose, _ columns: [Column]) {
        (self.name, self.key, self.purpose, self.columns) = (name, key, purpose, columns)
    }
}

extension SealedTable {
    /// All of them: a column that is missing here is lost by a rotation, so a test compares this with the schema.
    public static let all: [SealedTable] = [
        SealedTable(
            "people", .people,
            [
                Column(name: "first_name"), Column(name: "last_name"), Column(name: "email", indexes: [email]),
                Column(name: "phone", indexes: [phone]), Column(name: "place"), Column(name: "spot", indexes: [street, building]),
                Column(name: "birth_date"),
            ]),
        SealedTable("invitations", .people, [Column(name: "email", indexes: [email])]),
        SealedTable("sign_ins", .people, [Column(name: "email", indexes: [email])]),
        SealedTable("sessions", .people, [Column(name: "email", indexes: [email])]),
        SealedTable("email_changes", .people, [Column(name: "email")]),
        SealedTable("drafts", .requests, [Column(name: "body")]),
        SealedTable("help_requests", .requests, [Column(name: "details"), Column(name: "constraints")]),
        SealedTable("offers", .requests, [Column(name: "details")]),
        SealedTable("idempotency_keys", key: "key_hash", .requests, [Column(name: "body")]),
        SealedTable(
            "text_decisions", .requests,
            [
                Column(name: "read_text"), Column(name: "words"), Column(name: "appeal_words"), Column(name: "answer_words"),
                Column(name: "delivered_text"),
            ]),
        SealedTable("category_proposals", .requests, [Column(name: "words"), Column(name: "answer_words")]),
        SealedTable(
            "reports", .requests,
            [Column(name: "read_text"), Column(name: "words"), Column(name: "email", indexes: [email]), Column(name: "decision_words")]),
        SealedTable("contact_stops", .requests, [Column(name: "words"), Column(name: "appeal_words"), Column(name: "answer_words")]),
        SealedTable("no_shows", .requests, [Column(name: "asker_words"), Column(name: "helper_words")]),
        SealedTable(
            "rights_requests", .people,
            [Column(name: "name"), Column(name: "contact"), Column(name: "words"), Column(name: "extension"), Column(name: "answer_words")]),
        SealedTable("mandate_readers", key: "mandate_id", .people, [Column(name: "name"), Column(name: "email")]),
        SealedTable("calls", .people, [Column(name: "phone", indexes: [phone]), Column(name: "draft")]),
        SealedTable("call_backs", .people, [Column(name: "phone", indexes: [phone]), Column(name: "name"), Column(name: "words")]),
        SealedTable(
            "concerns", .people,
            [Column(name: "who"), Column(name: "words"), Column(name: "taker"), Column(name: "result_words")]),
        SealedTable("hand_overs", .requests, [Column(name: "note")]),
        SealedTable("organisations", .people, [Column(name: "email")]),
        SealedTable("organisation_asks", .requests, [Column(name: "answerer")]),
        SealedTable("reserve_activations", .requests, [Column(name: "decider"), Column(name: "why")]),
        SealedTable("messages", .messages, [Column(name: "body")]),
        SealedTable("outbound_mails", .mail, [Column(name: "recipient"), Column(name: "content")]),
    ]

    private static let email = Index(name: "email_index") { text, people in EmailAddress(text).map(people.index(of:)) }
    private static let phone = Index(name: "phone_index") { text, people in PhoneNumber(text).map(people.index(of:)) }
    private static let street = Index(name: "street_index") { text, people in
        try Spot(column: text, cell: nil).map(people.streetIndex(of:))
    }
    private static let building = Index(name: "building_index") { text, people in
        try Spot(column: text, cell: nil).flatMap(people.buildingIndex(of:))
    }
}
