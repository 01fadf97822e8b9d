/// Puts together what belongs together: « t a r i f », « C.E.S.U. », « 2 0 € », « 12,50 », « 1O », « vingt-cinq », « €uros ».
enum GuardJoiner {
    static func joined(_ tokens: [GuardToken]) -> [GuardToken] {
        currencies(numbers(letters(tokens)))
    }

    /// Three single letters or more, with one same sign or blank between them, are a word.
    private static func letters(_ tokens: [GuardToken]) -> [GuardToken] {
        var joined: [GuardToken] = []
        var index = 0
        while index < tokens.count {
            let (word, end) = spelled(tokens, from: index)
            if let word {
                joined.append(word)
                index = end
            } else {
                joined.append(tokens[index])
                index += 1
            }
        }
        return joined
    }

    private static func spelled(_ tokens: [GuardToken], from start: Int) -> (GuardToken?, Int) {
        guard isSingle(tokens[start]) else { return (nil, start) }
        var (text, end, count) = (tokens[start].text, start + 1, 1)
        var last = start
        // « p-a-y-é à » : the same between all of them, or the word ends.
        let mark = end < tokens.count && isPart(tokens[end]) ? tokens[end].text : nil
        while end < tokens.count {
            let next = mark == nil ? end : end + 1
            guard mark == nil || tokens[end].text == mark, next < tokens.count, isSingle(tokens[next]),
                mark != nil || !tokens[next].isAttached, !isElided(tokens, next)
            else { break }
            text += tokens[next].text
            (last, end, count) = (next, next + 1, count + 1)
        }
        // « y a-t-il » and initials of people are shorter.
        guard count >= 4 else { return (nil, start) }
        return (
            GuardToken(
                kind: .word, text: text, range: tokens[start].range.lowerBound..<tokens[last].range.upperBound,
                isAttached: tokens[start].isAttached), end
        )
    }

    /// The « l » of « l’heure » is no letter of the word before.
    private static func isElided(_ tokens: [GuardToken], _ index: Int) -> Bool {
        index + 1 < tokens.count && tokens[index + 1].text == "'" && tokens[index + 1].isAttached
    }

    private static func isSingle(_ token: GuardToken) -> Bool { token.kind == .word && token.text.count == 1 }
    private static func isPart(_ token: GuardToken) -> Bool { [".", "-", "_", "*", "/"].contains(token.text) }

    /// Digits with a comma or point between them, digits spaced out, the letter O for a zero, and numbers in words.
    private static func numbers(_ tokens: [GuardToken]) -> [GuardToken] {
        var joined: [GuardToken] = []
        var index = 0
        while index < tokens.count {
            var token = tokens[index]
            index += 1
            if let value = GuardNumbers.value(of: token.text), token.kind == .word {
                token.kind = .number(value)
                while index < tokens.count {
                    let skip = tokens[index].text == "-" || tokens[index].text == "et" ? 1 : 0
                    guard index + skip < tokens.count, let more = GuardNumbers.value(of: tokens[index + skip].text),
                        case .number(let known) = token.kind
                    else { break }
                    token.kind = .number(more >= 100 ? known * more : known + more)
                    token.range = token.range.lowerBound..<tokens[index + skip].range.upperBound
                    index += skip + 1
                }
            } else if token.isAmount {
                index = extend(&token, tokens, from: index)
            }
            joined.append(token)
        }
        return joined
    }

    private static func extend(_ token: inout GuardToken, _ tokens: [GuardToken], from start: Int) -> Int {
        var index = start
        var text = token.text
        while index < tokens.count {
            let next = tokens[index]
            if next.isAmount, !next.isAttached, next.text.count == 1, text.count < 4, text.allSatisfy(\.isNumber) {
                text += next.text
            } else if next.text == "o", next.isAttached {
                text += "0"
            } else if [",", "."].contains(next.text), index + 1 < tokens.count, tokens[index + 1].isAmount, !text.contains(".") {
                text += "." + tokens[index + 1].text
                index += 1
            } else {
                break
            }
            token.range = token.range.lowerBound..<tokens[index].range.upperBound
            index += 1
        }
        token.kind = .number(Double(text) ?? 0)
        token.text = text
        return index
    }

    /// « €uros », « euros », « 15e/h ».
    private static func currencies(_ tokens: [GuardToken]) -> [GuardToken] {
        var joined: [GuardToken] = []
        for (index, token) in tokens.enumerated() {
            var token = token
            if token.kind == .word, token.isAttached, joined.last?.text == "€", ["uro", "uros"].contains(token.text) { continue }
            if token.kind == .word, GuardNumbers.currencies.contains(token.text) { token.kind = .currency }
            if token.text == "e", case .number(let value)? = joined.last?.kind, value >= 5 {
                let next = index + 1 < tokens.count ? tokens[index + 1] : nil
                let isEnd = next == nil || next?.kind == .stop || next?.kind == .pause
                if isEnd || (token.isAttached && GuardNumbers.afterE.contains(next?.text ?? "")) { token.kind = .currency }
            }
            joined.append(token)
        }
        return joined
    }
}

enum GuardNumbers {
    static let currencies: Set<String> = ["euro", "euros", "eur", "eurs", "balle", "balles", "neuros"]
    static let afterE: Set<String> = ["/", "de", "l", "lheure", "par", "la", "le", "si", "pr", "pour", "heure", "h"]
    private static let words: [String: Double] = [
        "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12,
        "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50,
        "soixante": 60, "cent": 100, "cents": 100, "mille": 1_000,
    ]

    static func value(of word: String) -> Double? { words[word] }
}
