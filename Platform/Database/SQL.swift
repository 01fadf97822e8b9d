/// SQL text with its values. Interpolation binds, it never splices a `String`:
///
///     let sql: SQL = "SELECT name FROM towns WHERE id = \(town)"
///
/// Both engines read `$1, $2, …`, so there is one text; the rare difference is a visible island:
/// `\(sqlite: "…", postgres: "…")`.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
    public enum Value: Sendable, Equatable {
        case null
        case integer(Int64)
        case real(Double)
        case text(String)
        case bytes([UInt8])
    }

    public enum Dialect: String, Sendable { case sqlite, postgres }

    public private(set) var sqlite: String
    /// Nil while both engines read the same text.
    private var ownPostgres: String?
    public private(set) var values: [Value] = []

    public var postgres: String { ownPostgres ?? sqlite }

    public init(stringLiteral text: String) { sqlite = text }

    public init(stringInterpolation interpolation: StringInterpolation) { self = interpolation.sql }

    public func text(for dialect: Dialect) -> String { dialect == .sqlite ? sqlite : postgres }

    public struct StringInterpolation: StringInterpolationProtocol {
        var sql = SQL(stringLiteral: "")

        public init(literalCapacity: Int, interpolationCount: Int) {
            sql.sqlite.reserveCapacity(literalCapacity + interpolationCount * 3)
            sql.values.reserveCapacity(interpolationCount)
        }

        public mutating func appendLiteral(_ text: String) {
            sql.sqlite += text
            sql.ownPostgres?.append(text)
        }

        public mutating func appendInterpolation(_ value: some Bindable) { bind(value.sqlValue) }

        public mutating func appendInterpolation<B: Bindable>(_ value: B?) { bind(value?.sqlValue ?? .null) }

        /// `IN \(list: ids)`; an empty list matches nothing.
        public mutating func appendInterpolation(list: [some Bindable]) {
            appendLiteral("(")
            for (index, value) in list.enumerated() {
                if index > 0 { appendLiteral(", ") }
                bind(value.sqlValue)
            }
            appendLiteral(list.isEmpty ? "NULL)" : ")")
        }

        /// The columns of a record, in the order its `init(row:)` reads them.
        public mutating func appendInterpolation<R: Record>(_ record: R.Type) { appendLiteral(R.columns.description) }

        /// What a record writes, as `(columns) VALUES (values)`.
        public mutating func appendInterpolation(row values: [any Bindable]) {
            appendLiteral("(")
            for (index, value) in values.enumerated() {
                if index > 0 { appendLiteral(", ") }
                bind(value.sqlValue)
            }
            appendLiteral(")")
        }

        public mutating func appendInterpolation(sqlite: StaticString = "", postgres: StaticString = "") {
            append(sqlite.description, postgres.description)
        }

        private mutating func append(_ sqlite: String, _ postgres: String) {
            if sql.ownPostgres == nil, sqlite != postgres { sql.ownPostgres = sql.sqlite }
            sql.sqlite += sqlite
            sql.ownPostgres?.append(postgres)
        }

        /// A fragment with values of its own: its placeholders are renumbered after those already bound.
        public mutating func appendInterpolation(_ fragment: SQL) {
            let offset = sql.values.count
            let text = Self.renumbered(fragment.sqlite, by: offset)
            append(text, fragment.ownPostgres.map { Self.renumbered($0, by: offset) } ?? text)
            sql.values += fragment.values
        }

        private mutating func bind(_ value: Value) {
            sql.values.append(value)
            let count = sql.values.count
            appendLiteral(count < Self.placeholders.count ? Self.placeholders[count] : "$\(count)")
        }

        private static let placeholders = (0..<64).map { "$\($0)" }

        /// By hand: a regular expression here took half the time of a step of the ladder.
        private static func renumbered(_ text: String, by offset: Int) -> String {
            guard offset > 0, text.utf8.contains(UInt8(ascii: "$")) else { return text }
            var (bytes, number): ([UInt8], Int?) = ([], nil)
            bytes.reserveCapacity(text.utf8.count + 16)
            func close() {
                if let place = number, place > 0 { bytes += String(place + offset).utf8 }
                number = nil
            }
            for byte in text.utf8 {
                if let place = number, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                    number = place * 10 + Int(byte - UInt8(ascii: "0"))
                    continue
                }
                close()
                bytes.append(byte)
                if byte == UInt8(ascii: "$") { number = 0 }
            }
            close()
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
