/// Letters, and what they sound like before certain others.
struct SoundRule {
    let letters: Word
    let sound: Word
    private let following: Following

    private enum Following { case anything, softening, noVowel }

    func fits(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.starts(with: letters) else { return false }
        let next = text.dropFirst(letters.count).first
        return switch following {
        case .anything: true
        case .softening: next.map { Self.softening.contains($0) } ?? false
        case .noVowel: next.map { !Self.vowels.contains($0) } ?? true
        }
    }

    private static let softening = Set("eiy".utf8)
    private static let vowels = Set("aeiouyhmn".utf8)

    /// By first letter; of several that fit, the first wins.
    static let all: [[SoundRule]] = {
        let all =
            rules("aim=I ain=I ein=I ien=iI yn=I ym=I im=I in=I un=I um=I aen=A en=A em=A an=A am=A on=O om=O", before: .noVowel)
            + rules("sc=s c=s gu=g g=j", before: .softening)
            + rules("eaux=o eau=o au=o oeu=e oe=e ou=U ai=e ay=e ei=e ey=e eu=e ill=i y=i tion=siO", before: .anything)
            + rules("ph=f sch=x ch=x sh=x qu=k q=k ck=k c=k gn=n th=t h= w=v z=s x=s ij=i", before: .anything)
        var byLetter = Array(repeating: [SoundRule](), count: 256)
        for rule in all { byLetter[Int(rule.letters[0])].append(rule) }
        return byLetter
    }()

    private static func rules(_ text: String, before following: Following) -> [SoundRule] {
        text.split(separator: " ").map { entry in
            let sides = entry.split(separator: "=", omittingEmptySubsequences: false)
            return SoundRule(letters: Word(sides[0].utf8), sound: Word(sides[1].utf8), following: following)
        }
    }
}
