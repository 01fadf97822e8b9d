import Database
import Domain
import Geography

/// The streets of one generation of a town's address base.
public struct AddressStreets {
    private static let columns: SQL = "insee, name, postcode, locality, city, longitude, latitude, houses"
    private let sql: any Transaction
    private let town: Int
    private let generation: Int

    public init(_ scope: TownTransaction, generation: Int) {
        sql = scope.sql
        town = scope.town
        self.generation = generation
    }

    /// Stores a street, or adds its houses to those that an earlier part of the file brought.
    public func add(_ street: AddressStreet) throws {
        if try insert(street) { return }
        guard var known = try find(street.key) else { return }
        known.merge(street)
        known.settle()
        try sql.run(
            """
            /* AddressStreets.add */ UPDATE address_streets SET locality = \(known.locality), longitude = \(known.point?.longitude),
              latitude = \(known.point?.latitude), houses = \(PackedHouses.write(known.houses))
            WHERE town_id = \(town) AND generation = \(generation) AND insee = \(known.key.insee) AND name = \(known.key.name)
              AND postcode = \(known.key.postcode)
            """)
    }

    private func insert(_ street: AddressStreet) throws -> Bool {
        try sql.run(
            """
            /* AddressStreets.insert */ INSERT INTO address_streets (town_id, generation, \(Self.columns))
            VALUES (\(town), \(generation), \(street.key.insee), \(street.key.name), \(street.key.postcode), \(street.locality),
              \(street.city), \(street.point?.longitude), \(street.point?.latitude), \(PackedHouses.write(street.houses)))
            ON CONFLICT (town_id, generation, insee, name, postcode) DO NOTHING
            """) == 1
    }

    public func find(_ key: AddressStreet.Key) throws -> AddressStreet? {
        var street: AddressStreet?
        try sql.run(
            """
            /* AddressStreets.find */ SELECT \(Self.columns) FROM address_streets
            WHERE town_id = \(town) AND generation = \(generation) AND insee = \(key.insee) AND name = \(key.name)
              AND postcode = \(key.postcode)
            """
        ) { street = try AddressStreet(row: &$0) }
        return street
    }

    /// Every street, one at a time, by commune and name.
    public func forEach(_ body: (AddressStreet) throws -> Void) throws {
        try sql.run(
            """
            /* AddressStreets.forEach */ SELECT \(Self.columns) FROM address_streets
            WHERE town_id = \(town) AND generation = \(generation) ORDER BY insee, name, postcode
            """
        ) { try body(try AddressStreet(row: &$0)) }
    }
}

extension AddressStreet {
    fileprivate init(row: inout Row) throws {
        let key = Key(insee: try row.next(), name: try row.next(), postcode: try row.next())
        let locality: String? = try row.next()
        let city: String = try row.next()
        let longitude: Double? = try row.next()
        let latitude: Double? = try row.next()
        let point = longitude.flatMap { x in latitude.map { y in Point(longitude: x, latitude: y) } }
        self.init(key: key, locality: locality, city: city, houses: try PackedHouses.read(try row.next()), point: point)
    }
}
