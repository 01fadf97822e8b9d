/// What may stand in an SQL text as `\(value)`. Four column types exist: integer, real, text and bytes.
public protocol Bindable {
    var sqlValue: SQL.Value { get }
}

extension Int: Bindable { public var sqlValue: SQL.Value { .integer(Int64(self)) } }
extension Int64: Bindable { public var sqlValue: SQL.Value { .integer(self) } }
extension Bool: Bindable { public var sqlValue: SQL.Value { .integer(self ? 1 : 0) } }
extension Double: Bindable { public var sqlValue: SQL.Value { .real(self) } }
extension String: Bindable { public var sqlValue: SQL.Value { .text(self) } }
extension [UInt8]: Bindable { public var sqlValue: SQL.Value { .bytes(self) } }

extension Optional: Bindable where Wrapped: Bindable {
    public var sqlValue: SQL.Value { self?.sqlValue ?? .null }
}

extension Bindable where Self: RawRepresentable, RawValue: Bindable {
    public var sqlValue: SQL.Value { rawValue.sqlValue }
}
