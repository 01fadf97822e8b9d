/// The addresses of a commune or of a country, in memory, to be searched and completed as somebody types.
///
/// Built once by an ``AddressBaseBuilder``, then read by as many threads as want to. About 20 bytes per address, and 150 per street.
public final class AddressBase: Sendable {
    let vocabulary: Vocabulary
    let names: Names
    let places: ContiguousArray<Place>
    let houses: Houses
    let towns: [Town]
    let centres: [Position]
    /// Words of each town's name, little ones left out.
    let townWords: [UInt8]
    /// The first word of each town's name that is not little.
    let townBeginnings: [UInt32]
    /// The place that each town is itself.
    let communes: [UInt32]
    /// Places of each town, the important ones first.
    let placesOfTowns: Postings

    init(
        vocabulary: Vocabulary, names: Names, places: ContiguousArray<Place>, houses: Houses, towns: [Town], centres: [Position],
        placesOfTowns: Postings
    ) {
        let words = towns.map { AddressText.words(ofName: $0.city).filter { !Abbreviations.little.contains($0) } }
        townWords = words.map { UInt8(clamping: $0.count) }
        townBeginnings = words.map { $0.first.flatMap { vocabulary.tree.number(of: $0) } ?? .max }
        var communes = Array(repeating: UInt32(0), count: towns.count)
        for (number, place) in places.enumerated() where place.kind == .commune { communes[Int(place.town)] = UInt32(number) }
        self.communes = communes
        (self.vocabulary, self.names, self.places, self.houses) = (vocabulary, names, places, houses)
        (self.towns, self.centres, self.placesOfTowns) = (towns, centres, placesOfTowns)
    }

    /// Numbers of houses.
    public var addressCount: Int { houses.all.count }

    /// Streets, lieux-dits and communes.
    public var placeCount: Int { places.count }

    /// Bytes that the base holds, without the allocator's own.
    public var bytes: Int {
        vocabulary.bytes + names.bytes + houses.bytes + placesOfTowns.bytes + places.count * MemoryLayout<Place>.stride
            + towns.count * (MemoryLayout<Town>.stride + MemoryLayout<Position>.stride)
    }
}
