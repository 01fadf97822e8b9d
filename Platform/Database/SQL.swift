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
    public private(set) var postgres: String
    public private(set) var values: [Value] = []

    public init(stringLiteral text: String) {
        sqlite = text
        postgres = text
    }

    public init(stringInterpolation interpolation: StringInterpolation) { self = interpolation.sql }

    public func text(for dialect: Dialect) -> String { dialect == .sqlite ? sqlite : postgres }

    public struct StringInterpolation: StringInterpolationProtocol {
        var sql = SQL(stringLiteral: "")

        public init(literalCapacity: Int, interpolationCount: Int) {
            sql.sqlite.reserveCapacity(literalCapacity + interpolationCount * 3)
            sql.postgres.reserveCapacity(literalCapacity + interpolationCount * 3)
            sql.values.reserveCapacity(interpolationCount)
        }

        public mutating func appendLiteral(_ text: String) {
            sql.sqlite += text
            sql.postgres += text
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
            sql.sqlite += sqlite.description
            sql.postgres += postgres.description
        }

        /// A fragment with values of its own: its placeholders are renumbered after those already bound.
        public mutating func appendInterpolation(_ fragment: SQL) {
            let offset = sql.values.count
            sql.sqlite += Self.renumbered(fragment.sqlite, by: offset)
            sql.postgres += Self.renumbered(fragment.postgres, by: offset)
            sql.values += fragment.values
        }

        private mutating func bind(_ value: Value) {
            sql.values.append(value)
            appendLiteral("$\(sql.values.count)")
        }

        private static func renumbered(_ text: String, by offset: Int) -> String {
            guard offset > 0, text.utf8.contains(UInt8(ascii: "$")) else { return text }
            return text.replacing(/\$([0-9]+)/) { "$\((Int($0.output.1) ?? 0) + offset)" }
        }
    }
}
