import Database

extension SQL {
    /// The name of a table or of a column, as the code has it.
    init(name: StaticString) { self.init(stringLiteral: name.description) }
}

extension [SQL] {
    func joined(_ separator: SQL) -> SQL {
        guard let first else { return "" }
        return dropFirst().reduce(first) { "\($0)\(separator)\($1)" }
    }
}
