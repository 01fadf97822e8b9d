/// The order of names, the one with the most important place first, and of places: by name, then the important ones first.
struct PlaceOrder {
    /// Old numbers of names and places in their new order.
    private(set) var names: [Int]
    private(set) var places: [Int] = []
    /// New numbers by old ones.
    private(set) var nameRank: [Int]
    private(set) var rank: [Int]
    /// Of names, by old number.
    private(set) var importances: [UInt8]

    init(places keys: [AddressBaseBuilder.PlaceKey], names count: Int, importances ofPlaces: [UInt8]) {
        var importances = Array(repeating: UInt8(0), count: count)
        for (key, importance) in zip(keys, ofPlaces) { importances[Int(key.name)] = max(importances[Int(key.name)], importance) }
        let names = (0..<count).sorted { (importances[$1], $0) < (importances[$0], $1) }
        let nameRank = Self.inverse(names)
        let places = keys.indices.sorted {
            (nameRank[Int(keys[$0].name)], ofPlaces[$1], $0) < (nameRank[Int(keys[$1].name)], ofPlaces[$0], $1)
        }
        (self.names, self.nameRank, self.importances) = (names, nameRank, importances)
        (self.places, rank) = (places, Self.inverse(places))
    }

    /// New numbers of the places that bear each name, by new number of the name; a place may bear several.
    func bearers(
        _ keys: [AddressBaseBuilder.PlaceKey], _ aliases: [AddressBaseBuilder.AliasKey], importances: [UInt8]
    ) -> Postings {
        var pairs = places.indices.map { (name: UInt32(nameRank[Int(keys[places[$0]].name)]), place: UInt32($0)) }
        pairs += aliases.map { (UInt32(nameRank[Int($0.name)]), UInt32(rank[Int($0.place)])) }
        if !aliases.isEmpty {
            pairs.sort { ($0.name, importances[Int($1.place)], $0.place) < ($1.name, importances[Int($0.place)], $1.place) }
        }
        return Postings(keys: names.count) { add in
            for pair in pairs { add(pair.name, pair.place) }
        }
    }

    private static func inverse(_ order: [Int]) -> [Int] {
        var ranks = Array(repeating: 0, count: order.count)
        for (rank, old) in order.enumerated() { ranks[old] = rank }
        return ranks
    }
}
