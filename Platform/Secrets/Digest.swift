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

    /// SHA-256 of one text as it is, in lower-case hexadecimal digits.
    public static func hexadecimal(of text: String) -> String {
        SHA256.hash(data: Array(text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
