/// The letters of a word as French writes them, without case: `é è ê ë` are told from `e`, and `ï ü` from `i u`, for what they sound like.
enum Letters {
    static let soundedE = UInt8(ascii: "E")
    static let partedI = UInt8(ascii: "I")
    static let partedU = UInt8(ascii: "U")
    static let space = UInt8(ascii: " ")

    /// Words apart by one space; what is neither a Latin letter nor a digit separates words.
    static func reading(_ text: String, limit: Int) -> [UInt8] {
        var letters: [UInt8] = []
        for scalar in text.unicodeScalars.prefix(limit) { append(scalar, to: &letters) }
        if letters.last == space { letters.removeLast() }
        return letters
    }

    /// Without what accents say.
    static func plain(_ letter: UInt8) -> UInt8 { letter < 0x5b && letter > 0x40 ? letter + 32 : letter }

    private static func append(_ scalar: Unicode.Scalar, to letters: inout [UInt8]) {
        switch scalar.value {
        case 0x61...0x7a, 0x30...0x39: letters.append(UInt8(scalar.value))
        case 0x41...0x5a: letters.append(UInt8(scalar.value + 32))
        // An accent that stands alone, after its letter.
        case 0x300...0x302, 0x308: accent(scalar.value == 0x308, &letters)
        case 0x303...0x36f, 0xad, 0x200b...0x200d: break
        default:
            if let written = accented[scalar] {
                letters += written.utf8
            } else if letters.last != space, !letters.isEmpty {
                letters.append(space)
            }
        }
    }

    private static func accent(_ isDiaeresis: Bool, _ letters: inout [UInt8]) {
        switch letters.last {
        case UInt8(ascii: "e"): letters[letters.count - 1] = soundedE
        case UInt8(ascii: "i") where isDiaeresis: letters[letters.count - 1] = partedI
        case UInt8(ascii: "u") where isDiaeresis: letters[letters.count - 1] = partedU
        default: break
        }
    }

    private static let accented: [Unicode.Scalar: String] = {
        let groups = [
            "a": "àáâãäåāăąÀÁÂÃÄÅĀĂĄ", "s": "çÇśŝşšßŚŜŞŠ", "c": "ćĉċčĆĈĊČ", "d": "ðďđÐĎĐ", "E": "èéêëēĕėęěÈÉÊËĒĔĖĘĚ", "g": "ĝğġģĜĞĠĢ",
            "h": "ĥħĤĦ", "i": "ìíîĩīĭįıÌÍÎĨĪĬĮİ", "I": "ïÏ", "j": "ĵĴ", "k": "ķĶ", "l": "ĺļľŀłĹĻĽĿŁ", "n": "ñńņňÑŃŅŇ",
            "o": "òóôõöøōŏőÒÓÔÕÖØŌŎŐ",
            "r": "ŕŗřŔŖŘ", "t": "ţťŧþŢŤŦÞ", "u": "ùúûũūŭůűųÙÚÛŨŪŬŮŰŲ", "U": "üÜ", "w": "ŵŴ", "y": "ýÿŷÝŶŸ", "z": "źżžŹŻŽ", "ae": "æÆ",
            "oe": "œŒ",
        ]
        var all: [Unicode.Scalar: String] = [:]
        for (written, scalars) in groups { for scalar in scalars.unicodeScalars { all[scalar] = written } }
        return all
    }()
}
