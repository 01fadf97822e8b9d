/// A no with a reason: a translation key that the edge turns into a sentence in the reader's language.
public struct Refusal: Error, Equatable, Sendable {
    public enum Kind: String, Sendable {
        /// Something in the form is missing or wrong.
        case invalid
        /// It does not exist, or it is not for this person to know.
        case notFound
        /// It was true a moment ago and is no longer.
        case conflict
        /// Too often; try again later.
        case tooMany
        /// Not before signing in.
        case signInFirst
        /// The rule of the house forbids it to this person, who may know why.
        case forbidden
    }

    public struct Field: Equatable, Sendable {
        /// The form field's name.
        public var name: String
        public var key: String
        public var arguments: [String: String]

        public init(_ name: String, _ key: String, _ arguments: [String: String] = [:]) {
            self.name = name
            self.key = key
            self.arguments = arguments
        }
    }

    public var kind: Kind
    public var key: String
    public var arguments: [String: String]
    public var fields: [Field]

    public init(_ kind: Kind, _ key: String, _ arguments: [String: String] = [:], fields: [Field] = []) {
        self.kind = kind
        self.key = key
        self.arguments = arguments
        self.fields = fields
    }

    public static func invalid(_ fields: [Field]) -> Refusal { Refusal(.invalid, "refusal.form", fields: fields) }
    public static func invalid(_ name: String, _ key: String, _ arguments: [String: String] = [:]) -> Refusal {
        .invalid([Field(name, key, arguments)])
    }
    public static let notFound = Refusal(.notFound, "refusal.notFound")
    public static let signInFirst = Refusal(.signInFirst, "refusal.signInFirst")
}
