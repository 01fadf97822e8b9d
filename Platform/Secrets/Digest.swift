import Crypto

/// SHA-256 of several texts, each told apart from its neighbours.
public enum Digest {
    public static func of(_ texts: [String]) -> [UInt8] {
        var hash = SHA256()
        for text in texts {
            hash.update(data: Array("\(text.utf8.count):".utf8))
            hash.update(data: Array(text.utf8))
        }
        return Array(hash.finalize())
    }
}
