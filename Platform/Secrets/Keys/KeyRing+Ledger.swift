extension KeyRing {
    /// Adds a line to a file beside the keys that is only ever appended to: what has to outlive the database and its backups.
    /// The line is on the disk when this returns. A line holds no line break.
    public func note(_ line: String, in ledger: String) throws(KeyRingError) {
        try store.append(line + "\n", to: ledger)
    }

    /// All lines of a ledger, oldest first; a last line that a crash cut short is left out.
    public func notes(in ledger: String) throws(KeyRingError) -> [String] {
        let text = try store.text(of: ledger)
        let end = text.lastIndex(of: "\n") ?? text.startIndex
        return text[..<end].split(separator: "\n").map(String.init)
    }
}
