/// Lines of an address file gathered into streets, until they are worth a transaction.
public struct AddressBatch: Sendable {
    private var streets: [AddressStreet] = []
    private var places: [AddressStreet.Key: Int] = [:]
    private var current = -1
    public private(set) var rows = 0

    public init() {}

    public mutating func add(_ row: AddressLine) {
        rows += 1
        if current >= 0, isCurrent(row) { return streets[current].add(row) }
        let key = AddressStreet.Key(row)
        if let place = places[key] {
            current = place
            streets[place].add(row)
        } else {
            current = streets.count
            places[key] = current
            streets.append(AddressStreet(row))
        }
    }

    /// Files are nearly always sorted by street.
    private func isCurrent(_ row: AddressLine) -> Bool {
        let key = streets[current].key
        return key.name == row.street && key.insee == row.insee && key.postcode == row.postcode ?? ""
    }

    /// The streets, in the order of the file.
    public consuming func settled() -> [AddressStreet] {
        for index in streets.indices { streets[index].settle() }
        return streets
    }
}
