/// Whose key, and for what.
struct KeySlot: Hashable, Sendable {
    let town: Int
    let purpose: KeyRing.Purpose

    static func all(town: Int) -> [KeySlot] { KeyRing.Purpose.allCases.map { KeySlot(town: town, purpose: $0) } }
}

/// The key files' names: `town-<id>-<purpose>.key`, and `.town-<id>-<purpose>.key.<random>` while one is being written.
extension KeySlot {
    var fileName: String { "town-\(town)-\(purpose.rawValue).key" }

    init?(fileName: String) {
        let parts = fileName.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let town = Int(parts[1]), parts[2].hasSuffix(".key"),
            let purpose = KeyRing.Purpose(rawValue: String(parts[2].dropLast(4)))
        else { return nil }
        self.init(town: town, purpose: purpose)
        guard self.fileName == fileName else { return nil }
    }

    static func temporaryPrefix(town: Int) -> String { ".town-\(town)-" }

    func temporaryName() -> String { ".\(fileName).\([UInt8].random(8).hex)" }
}
