/// Reads the fields of a form one by one and gathers everything that is wrong, so that the person is told once.
public struct FormReader {
    public private(set) var refusals: [Refusal.Field] = []

    public init() {}

    public mutating func refuse(_ name: String, _ key: String, _ arguments: [String: String] = [:]) {
        guard !refusals.contains(where: { $0.name == name }) else { return }
        refusals.append(Refusal.Field(name, key, arguments))
    }

    /// A line of text, cleaned; nil when empty.
    public mutating func line(_ name: String, _ value: String?, atMost limit: Int) -> String? {
        guard let text = value.map(PlainText.line), !text.isEmpty else { return nil }
        guard text.count <= limit else {
            refuse(name, "refusal.tooLong", ["limit": String(limit)])
            return nil
        }
        return text
    }

    /// Several lines of text, cleaned; nil when empty.
    public mutating func text(_ name: String, _ value: String?, atMost limit: Int) -> String? {
        guard let text = value.map(PlainText.paragraphs), !text.isEmpty else { return nil }
        guard text.count <= limit else {
            refuse(name, "refusal.tooLong", ["limit": String(limit)])
            return nil
        }
        return text
    }

    public mutating func required<T>(_ name: String, _ value: T?, else key: String) -> T? {
        if value == nil { refuse(name, key) }
        return value
    }

    /// An e-mail address if something was typed.
    public mutating func email(_ name: String, _ value: String?) -> EmailAddress? {
        guard let text = value.map(PlainText.line), !text.isEmpty else { return nil }
        guard let address = EmailAddress(text) else {
            refuse(name, "refusal.email")
            return nil
        }
        return address
    }

    /// A telephone number if something was typed.
    public mutating func phone(_ name: String, _ value: String?) -> PhoneNumber? {
        guard let text = value.map(PlainText.line), !text.isEmpty else { return nil }
        guard let number = PhoneNumber(text) else {
            refuse(name, "refusal.phone")
            return nil
        }
        return number
    }

    public func finish() throws(Refusal) {
        guard refusals.isEmpty else { throw Refusal.invalid(refusals) }
    }
}
