/// What an amendment took out of a text and put into it, word by word.
public enum TextDifference {
    public struct Part: Sendable, Equatable {
        public enum Kind: String, Sendable { case kept, removed, added }

        public var kind: Kind
        /// Words with single spaces between them.
        public var words: String

        public init(_ kind: Kind, _ words: String) {
            self.kind = kind
            self.words = words
        }
    }

    /// The longest common run of words is kept; what is taken out stands before what is put in its place.
    public static func parts(from old: String, to new: String) -> [Part] {
        let (old, new) = (words(old), words(new))
        let common = commonLengths(old, new)
        var steps: [(Part.Kind, Substring)] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            if left < old.count, right < new.count, old[left] == new[right] {
                steps.append((.kept, old[left]))
                (left, right) = (left + 1, right + 1)
            } else if left < old.count, right == new.count || common[left + 1][right] >= common[left][right + 1] {
                steps.append((.removed, old[left]))
                left += 1
            } else {
                steps.append((.added, new[right]))
                right += 1
            }
        }
        return joined(steps)
    }

    private static func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

    /// `[i][j]`: the number of words that `old[i...]` and `new[j...]` have in common, in order.
    private static func commonLengths(_ old: [Substring], _ new: [Substring]) -> [[Int]] {
        var lengths = Array(repeating: Array(repeating: 0, count: new.count + 1), count: old.count + 1)
        for left in old.indices.reversed() {
            for right in new.indices.reversed() {
                lengths[left][right] =
                    old[left] == new[right] ? lengths[left + 1][right + 1] + 1 : max(lengths[left + 1][right], lengths[left][right + 1])
            }
        }
        return lengths
    }

    private static func joined(_ steps: [(Part.Kind, Substring)]) -> [Part] {
        var parts: [Part] = []
        for (kind, word) in steps {
            if parts.last?.kind == kind {
                parts[parts.count - 1].words += " \(word)"
            } else {
                parts.append(Part(kind, String(word)))
            }
        }
        return parts
    }
}
