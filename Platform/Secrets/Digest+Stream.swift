import Crypto

extension Digest {
    /// SHA-256 of bytes that come piece by piece, until a piece is empty.
    public static func of(pieces next: () throws -> [UInt8]) rethrows -> [UInt8] {
        var hash = SHA256()
        while true {
            let piece = try next()
            guard !piece.isEmpty else { return Array(hash.finalize()) }
            hash.update(data: piece)
        }
    }
}
