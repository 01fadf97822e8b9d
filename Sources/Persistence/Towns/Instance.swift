import Database

/// Facts of the whole installation: whether it is a demo, the oldest binary that may use it.
public struct Instance {
    private let sql: any Transaction

    public init(_ transaction: any Transaction) { sql = transaction }

    public subscript(name: String) -> String? {
        get throws { try sql.value("/* Instance.value */ SELECT value FROM instance WHERE name = \(name)") }
    }

    public func set(_ name: String, to value: String) throws {
        try sql.run(
            """
            /* Instance.set */ INSERT INTO instance (name, value) VALUES (\(name), \(value))
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """)
    }

    public var isDemo: Bool { get throws { try self["demo"] == "yes" } }
}
