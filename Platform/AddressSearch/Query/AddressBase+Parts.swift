extension AddressBase {
    private static let shortestPair = 5
    private static let mostNeighbours = 500

    /// A word that the base does not know, in two words where it knows both: `saintjean`, or `12e` when it is the door 12 E.
    /// - Parameter isTyped: it may be the beginning of a longer word.
    func parts(of word: Word, isTyped: Bool) -> [Word] {
        let tree = vocabulary.tree
        if tree.number(of: word) != nil || !Abbreviations.meanings(of: word).isEmpty || word.isNumber { return [word] }
        if word.first?.isDigit == true { return [Word(word.dropLast()), Word(word.suffix(1))] }
        guard word.count >= Self.shortestPair, !isTyped || tree.numbers(beginningWith: word).isEmpty else { return [word] }
        for cut in stride(from: word.count - 2, through: 2, by: -1) {
            let (left, right) = (Word(word.prefix(cut)), Word(word.dropFirst(cut)))
            guard let first = tree.number(of: left) else { continue }
            let rest = isTyped && right.count > 2 ? tree.numbers(beginningWith: right) : tree.numbers(of: right)
            if !rest.isEmpty, areNeighbours(left, first, rest) { return [left, right] }
        }
        return [word]
    }

    /// Whether some name or town has both words, or some town the second and a street with the first.
    private func areNeighbours(_ word: Word, _ first: UInt32, _ rest: Range<UInt32>) -> Bool {
        let (left, right) = (vocabulary.names.slots(Int(first)), vocabulary.names.slots(rest))
        if Abbreviations.little.contains(word) { return rest.count == 1 && !right.isEmpty }
        let towns = Set(vocabulary.towns.entries[vocabulary.towns.slots(rest)])
        if vocabulary.towns.entries[vocabulary.towns.slots(Int(first))].contains(where: towns.contains) { return true }
        let (fewer, others) = left.count < right.count ? (left, rest) : (right, first..<first + 1)
        let names = vocabulary.names.entries[fewer].prefix(Self.mostNeighbours)
        if names.contains(where: { has(Int($0), wordIn: others) }) { return true }
        return !towns.isEmpty && vocabulary.names.entries[left].prefix(Self.mostNeighbours).contains { isBorne(Int($0), in: towns) }
    }

    private func has(_ name: Int, wordIn words: Range<UInt32>) -> Bool {
        names.words.entries[names.words.slots(name)].contains(where: words.contains)
    }

    private func isBorne(_ name: Int, in towns: Set<UInt32>) -> Bool {
        names.places.entries[names.places.slots(name)].prefix(Self.mostNeighbours).contains { towns.contains(places[Int($0)].town) }
    }
}
