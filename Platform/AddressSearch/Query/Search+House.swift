extension Search {
    /// The house number is the first number that the name does not explain and the street has.
    func findHouse(for found: inout Found, _ name: Qualities) {
        let street = base.places[Int(found.place)].houses
        if street.isEmpty { return }
        for word in question.houseNumbers where name[word] == 0 {
            guard let number = question.query.number(word) else { continue }
            if let house = house(number, after: word, name, street) {
                (found.house, found.unknownNumber) = (house.slot, nil)
                found.qualities[word] = Quality.exact
                if house.hasSuffix { found.qualities[word + 1] = Quality.exact }
                return
            }
            if found.unknownNumber == nil, found.qualities[word] == 0 { found.unknownNumber = number }
        }
        if let word = question.houseNumbers.first(where: { found.qualities[$0] == 0 }), found.unknownNumber != nil {
            found.qualities[word] = Quality.unknownNumber
        }
    }

    private func house(_ number: Int, after word: Int, _ name: Qualities, _ street: Range<UInt32>) -> (slot: Int, hasSuffix: Bool)? {
        guard number <= Houses.House.largest else { return nil }
        if let suffix = question.query.suffix(after: word), name[word + 1] == 0 {
            for spelling in suffix.spellings {
                guard let rank = base.houses.suffixes.firstIndex(of: spelling) else { continue }
                if let slot = base.houses.find(number, suffix: rank, in: street) { return (slot, true) }
            }
        }
        return base.houses.find(number, suffix: 0, in: street).map { ($0, false) }
    }
}
