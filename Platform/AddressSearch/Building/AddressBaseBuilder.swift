import Geography

/// Gathers the rows of an address base in any order; rows of one street beside each other go quickest.
public struct AddressBaseBuilder {
    var towns = Numbered<Town>()
    var names = Numbered<String>()
    var places = Numbered<PlaceKey>()
    var drafts: [PlaceDraft] = []
    var aliases = Numbered<AliasKey>()
    var suffixes = Numbered<String>()
    var houses: ContiguousArray<HouseDraft> = []
    private var last: (row: AddressRow, place: UInt32)?

    struct PlaceKey: Hashable {
        var name: UInt32
        var town: UInt32
        var isCommune = false
    }

    struct AliasKey: Hashable {
        var name: UInt32
        var place: UInt32
    }

    struct PlaceDraft {
        var houses: UInt32 = 0
        var position: Position
        var reference = Place.none
    }

    struct HouseDraft {
        var place: UInt32
        var house: Houses.House
    }

    public init() {
        _ = suffixes.number(of: "")
    }

    /// Rows without a street or without a commune are passed over. Of two rows with one number in one street the first is kept.
    public mutating func add(_ row: AddressRow) {
        guard !row.street.isEmpty, !row.commune.isEmpty else { return }
        let place = place(of: row)
        guard let number = row.number, (0...Houses.House.largest).contains(number) else {
            drafts[Int(place)].reference = row.reference
            drafts[Int(place)].position = Position(row.point)
            return
        }
        let key = Houses.House.key(number: number, suffix: suffix(row.suffix))
        houses.append(
            HouseDraft(place: place, house: Houses.House(reference: row.reference, key: key, position: Position(row.point))))
        drafts[Int(place)].houses += 1
    }

    private mutating func suffix(_ text: String) -> Int {
        if text.isEmpty { return 0 }
        let number = Int(suffixes.number(of: AddressText.folded(text)))
        return number < 1 << Houses.House.suffixBits ? number : 0
    }

    private mutating func place(of row: AddressRow) -> UInt32 {
        if let last, last.row.isSameStreet(as: row) { return last.place }
        let town = towns.number(of: Town(postcode: row.postcode, city: row.commune, former: row.formerCommune, insee: row.insee))
        let place = place(named: row.street, in: town, at: row.point)
        for alias in [row.alias] where !alias.isEmpty && alias != row.street {
            _ = aliases.number(of: AliasKey(name: names.number(of: alias), place: place))
        }
        if !row.locality.isEmpty, row.locality != row.street { _ = self.place(named: row.locality, in: town, at: row.point) }
        last = (row, place)
        return place
    }

    mutating func place(named name: String, in town: UInt32, at point: Point, isCommune: Bool = false) -> UInt32 {
        let place = places.number(of: PlaceKey(name: names.number(of: name), town: town, isCommune: isCommune))
        if Int(place) == drafts.count { drafts.append(PlaceDraft(position: Position(point))) }
        return place
    }
}

extension AddressRow {
    fileprivate func isSameStreet(as other: AddressRow) -> Bool {
        street == other.street && insee == other.insee && postcode == other.postcode && locality == other.locality
            && commune == other.commune && alias == other.alias && formerCommune == other.formerCommune
    }
}

/// Things numbered in the order in which they first came.
struct Numbered<Thing: Hashable> {
    private(set) var things: [Thing] = []
    private var numbers: [Thing: UInt32] = [:]

    mutating func number(of thing: Thing) -> UInt32 {
        if let number = numbers[thing] { return number }
        let number = UInt32(things.count)
        numbers[thing] = number
        things.append(thing)
        return number
    }
}
