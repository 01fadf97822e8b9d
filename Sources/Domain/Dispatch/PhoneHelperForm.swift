import Foundation

/// A volunteer without e-mail, written down while they are on the telephone: field names and raw values. Kinds of help are boxes of their own:
/// `takes-{category}`.
public struct PhoneHelperForm: Sendable {
    public static let names = ["firstName", "lastName", "phone", "neighbourhood", "birthYear", "notice", "charter"]
    public var fields: [String: String]

    public init(_ fields: [String: String] = [:]) {
        self.fields = fields.filter { Self.names.contains($0.key) || $0.key.hasPrefix("takes-") }
    }

    public struct Choices: Sendable {
        public var categories: [Category]
        public var neighbourhoods: [Neighbourhood]
        public var now: Moment
        public var zone: TimeZone

        public init(categories: [Category], neighbourhoods: [Neighbourhood], now: Moment, zone: TimeZone) {
            (self.categories, self.neighbourhoods, self.now, self.zone) = (categories, neighbourhoods, now, zone)
        }
    }

    /// A form that holds together.
    public struct NewHelper: Sendable, Equatable {
        public var firstName: String
        public var lastName: String?
        public var phone: PhoneNumber
        public var neighbourhood: ID<Neighbourhood>?
        public var categories: Set<ID<Category>>
        public var birthYear: Int
        public var isMinor: Bool
    }

    /// - Throws: everything that is missing or wrong. The notice and the charter are read out before anything is kept.
    public func read(_ choices: Choices) throws(Refusal) -> NewHelper {
        var reader = FormReader()
        let firstName = reader.required("firstName", reader.line("firstName", fields["firstName"], atMost: 60), else: "refusal.firstName")
        let lastName = reader.line("lastName", fields["lastName"], atMost: 60)
        let phone = reader.phone("phone", fields["phone"])
        if phone == nil { reader.refuse("phone", "refusal.phone") }
        let neighbourhood = reader.neighbourhood("neighbourhood", fields["neighbourhood"], among: choices.neighbourhoods)
        let taken = choices.categories.filter { $0.isActive && fields["takes-\($0.key)"] == "yes" }
        if taken.isEmpty { reader.refuse("takes", "refusal.helperCategories") }
        let birthYear = reader.helperBirthYear("birthYear", fields["birthYear"], now: choices.now, in: choices.zone)
        if fields["notice"] != "yes" { reader.refuse("notice", "refusal.noticeGiven") }
        if fields["charter"] != "yes" { reader.refuse("charter", "refusal.charterRead") }
        try reader.finish()
        guard let firstName, let phone, let birthYear else { throw Refusal(.invalid, "refusal.form") }
        return NewHelper(
            firstName: firstName, lastName: lastName, phone: phone, neighbourhood: neighbourhood, categories: Set(taken.map(\.id)),
            birthYear: birthYear, isMinor: AgeGroup(birthYear: birthYear, now: choices.now, in: choices.zone) == .minor)
    }
}
