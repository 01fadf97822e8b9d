/// One thing that `doctor` looked at.
struct Finding: Encodable {
    enum State: String, Encodable {
        case well
        /// Works, and should not stay so.
        case advice
        case wrong
    }

    var name: String
    var state: State
    var words: String

    static func well(_ name: String, _ words: String) -> Finding { Finding(name: name, state: .well, words: words) }
    static func advice(_ name: String, _ words: String) -> Finding { Finding(name: name, state: .advice, words: words) }
    static func wrong(_ name: String, _ words: String) -> Finding { Finding(name: name, state: .wrong, words: words) }

    /// One finding per problem, or one that says all is well.
    static func all(_ name: String, wrong problems: [String], else words: String) -> [Finding] {
        problems.isEmpty ? [.well(name, words)] : problems.map { .wrong(name, $0) }
    }
}
