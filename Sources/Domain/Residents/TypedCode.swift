/// The six digits in what somebody typed or pasted: « 123456 », « 123 456 », « 1-2-3-4-5-6 », or the whole sentence of the mail.
public enum TypedCode {
    /// - Returns: six ASCII digits; nil when there are none, or when it is not clear which.
    public static func digits(in typed: String) -> String? {
        let words = runs(of: typed.prefix(400))
        if let whole = words.first(where: { $0.digits.count == 6 }) { return whole.digits }
        for (left, right) in zip(words, words.dropFirst()) where left.digits.count == 3 && right.digits.count == 3 && right.isJoined {
            return left.digits + right.digits
        }
        let all = words.map(\.digits).joined()
        return all.count == 6 ? all : nil
    }

    private struct Run {
        var digits: String
        /// Only one space or dash stands between this run and the one before.
        var isJoined: Bool
    }

    private static func runs(of text: Substring) -> [Run] {
        var runs: [Run] = []
        var gap = ""
        var isInside = false
        for character in text {
            if let value = character.wholeNumberValue, (0...9).contains(value) {
                if isInside {
                    runs[runs.count - 1].digits += String(value)
                } else {
                    runs.append(Run(digits: String(value), isJoined: [" ", "-", "\u{A0}", "\u{202F}"].contains(gap)))
                }
                isInside = true
                gap = ""
            } else {
                gap.append(character)
                isInside = false
            }
        }
        return runs
    }
}
