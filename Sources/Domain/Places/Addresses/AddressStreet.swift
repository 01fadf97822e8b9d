import Geography

/// A street of the address base with the numbers of its houses, sorted.
public struct AddressStreet: Sendable, Equatable {
    /// What makes two lines of a file belong to one street.
    public struct Key: Hashable, Sendable {
        public var insee: String
        public var name: String
        public var postcode: String

        public init(insee: String, name: String, postcode: String) {
            self.insee = insee
            self.name = name
            self.postcode = postcode
        }
    }

    public struct House: Sendable, Equatable {
        public var number: Int
        public var suffix: String
        public var point: Point
        public var position: AddressPosition

        public init(number: Int, suffix: String, point: Point, position: AddressPosition = .unknown) {
            self.number = number
            self.suffix = suffix
            self.point = point
            self.position = position
        }
    }

    public var key: Key
    public var locality: String?
    public var city: String
    public var houses: [House]
    /// Of a street or lieu-dit as a whole, when the file gives one.
    public var point: Point?

    public init(key: Key, locality: String?, city: String, houses: [House] = [], point: Point? = nil) {
        self.key = key
        self.locality = locality
        self.city = city
        self.houses = houses
        self.point = point
    }

    public init(_ row: AddressLine) {
        self.init(key: Key(row), locality: row.locality, city: row.city)
        add(row)
    }

    public mutating func add(_ row: AddressLine) {
        if let number = row.number {
            houses.append(House(number: number, suffix: row.suffix, point: row.point, position: row.position))
        } else {
            point = point ?? row.point
        }
    }

    /// Takes in what another part of the file, or an earlier one, says of the same street.
    public mutating func merge(_ other: AddressStreet) {
        houses += other.houses
        locality = locality ?? other.locality
        point = point ?? other.point
    }

    /// Sorted by number; of several points of one door the best stays, of equal ones the first.
    public mutating func settle() {
        let order = houses.indices.sorted { left, right in
            let (a, b) = (houses[left], houses[right])
            return (a.number, a.suffix, a.position.rawValue, left) < (b.number, b.suffix, b.position.rawValue, right)
        }
        var kept: [House] = []
        kept.reserveCapacity(houses.count)
        for index in order where kept.last?.number != houses[index].number || kept.last?.suffix != houses[index].suffix {
            kept.append(houses[index])
        }
        houses = kept
    }
}

extension AddressStreet.Key {
    public init(_ row: AddressLine) { self.init(insee: row.insee, name: row.street, postcode: row.postcode ?? "") }
}
