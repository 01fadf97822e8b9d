extension Localizer {
    /// "12 345" or "12,345".
    public func number(_ number: Int) -> String {
        let digits = String(number.magnitude)
        if digits.utf8.count <= 3 { return number < 0 ? "-" + digits : digits }
        var result = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.utf8.count - index) % 3 == 0 { result += words.groupSeparator }
            result.append(digit)
        }
        return result
    }

    /// "350 m", "1,2 km", "12 km": to ten metres from 100 on, to 100 metres below 10 km.
    public func distance(_ metres: Double) -> String {
        let metres = metres.isFinite ? min(max(metres, 0), 1e9) : 0
        let rounded = metres < 100 ? Int(metres.rounded()) : Int((metres / 10).rounded()) * 10
        if rounded < 1000 { return words.metres.filled(["number": number(rounded)]) }
        let tenths = Int((metres / 100).rounded())
        if tenths >= 100 || tenths % 10 == 0 { return words.kilometres.filled(["number": number(Int((metres / 1000).rounded()))]) }
        return words.kilometres.filled(["number": "\(tenths / 10)\(words.decimalSeparator)\(tenths % 10)"])
    }

    public func distance(_ metres: Int) -> String { distance(Double(metres)) }

    /// "a", "a et b", "a, b et c".
    public func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: words.listSeparator) + words.listLast + last
    }
}
