import Database
import Domain
import Secrets

/// The people a town knows; names, addresses and numbers lie sealed.
///
/// Reading somebody's contact data is an act: use cases journal it (see `Journal`).
public struct People {
    static let columns: SQL = """
        id, first_name, last_name, email, phone, language, channel, neighbourhood_id, place, spot, cell, birth_year, birth_date,
        has_account, created_at, last_seen_at
        """
    private let scope: TownTransaction
    private let sealer: Sealer

    public init(_ scope: TownTransaction) throws {
        self.scope = scope
        sealer = try scope.sealer(.people)
    }

    public func find(_ id: ID<Person>) throws -> Person? {
        try list("/* People.find */ SELECT \(Self.columns) FROM people WHERE town_id = \(scope.town) AND id = \(id)").first
    }

    public func find(_ ids: [ID<Person>]) throws -> [ID<Person>: Person] {
        let people = try list(
            "/* People.findAll */ SELECT \(Self.columns) FROM people WHERE town_id = \(scope.town) AND id IN \(list: ids)")
        return Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0) })
    }

    /// Those with an account who share an address, oldest first.
    public func residents(with email: EmailAddress) throws -> [Person] {
        try list(
            """
            /* People.residents */ SELECT \(Self.columns) FROM people
            WHERE town_id = \(scope.town) AND email_index IN \(list: indexes(of: email)) AND has_account = 1 ORDER BY created_at
            """)
    }

    /// Those without an account who left this address when they asked for help.
    public func visitors(with email: EmailAddress) throws -> [Person] {
        try list(
            """
            /* People.visitors */ SELECT \(Self.columns) FROM people
            WHERE town_id = \(scope.town) AND email_index IN \(list: indexes(of: email)) AND has_account = 0 ORDER BY created_at LIMIT 100
            """)
    }

    public func withPhone(_ phone: PhoneNumber) throws -> [Person] {
        try list(
            """
            /* People.withPhone */ SELECT \(Self.columns) FROM people
            WHERE town_id = \(scope.town) AND phone_index IN \(list: sealer.blindIndexes(phone.text, field: "phone")) ORDER BY created_at
            """)
    }

    public func insert(_ person: Person) throws {
        let row = person.id.bytes
        try scope.sql.run(
            """
            /* People.insert */ INSERT INTO people (town_id, id, first_name, last_name, email, email_index, phone, phone_index, language,
              channel, neighbourhood_id, place, spot, cell, street_index, building_index, birth_year, birth_date, has_account, created_at, last_seen_at)
            VALUES (\(scope.town), \(person.id), \(try sealer.seal(person.firstName, "people", "first_name", row)),
              \(try sealer.seal(person.lastName, "people", "last_name", row)),
              \(try sealer.seal(person.email?.text, "people", "email", row)), \(person.email.map(index(of:))),
              \(try sealer.seal(person.phone?.text, "people", "phone", row)), \(person.phone.map(index(of:))),
              \(person.language), \(person.channel), \(person.neighbourhood), \(try sealer.seal(person.place, "people", "place", row)),
              \(try sealer.seal(person.spot?.column, "people", "spot", row)), \(person.spot?.cell),
              \(person.spot.map(streetIndex(of:))), \(person.spot.flatMap(buildingIndex(of:))),
              \(person.birthYear), \(try sealer.seal(person.bornOn?.iso, "people", "birth_date", row)),
              \(person.hasAccount), \(person.createdAt), \(person.lastSeenAt))
            """)
        try CallerIndex(scope).add(person)
    }

    public func save(_ person: Person) throws {
        let row = person.id.bytes
        try scope.sql.run(
            """
            /* People.save */ UPDATE people SET first_name = \(try sealer.seal(person.firstName, "people", "first_name", row)),
              last_name = \(try sealer.seal(person.lastName, "people", "last_name", row)),
              email = \(try sealer.seal(person.email?.text, "people", "email", row)), email_index = \(person.email.map(index(of:))),
              phone = \(try sealer.seal(person.phone?.text, "people", "phone", row)), phone_index = \(person.phone.map(index(of:))),
              language = \(person.language), channel = \(person.channel), neighbourhood_id = \(person.neighbourhood),
              place = \(try sealer.seal(person.place, "people", "place", row)),
              spot = \(try sealer.seal(person.spot?.column, "people", "spot", row)), cell = \(person.spot?.cell),
              street_index = \(person.spot.map(streetIndex(of:))), building_index = \(person.spot.flatMap(buildingIndex(of:))), birth_year = \(person.birthYear),
              birth_date = \(try sealer.seal(person.bornOn?.iso, "people", "birth_date", row)),
              has_account = \(person.hasAccount), last_seen_at = \(person.lastSeenAt)
            WHERE town_id = \(scope.town) AND id = \(person.id)
            """)
        try CallerIndex(scope).renew(person)
    }

    /// They used the service, by whatever door.
    public func noteSeen(_ id: ID<Person>, now: Moment) throws {
        try scope.sql.run(
            "/* People.noteSeen */ UPDATE people SET last_seen_at = \(now) WHERE town_id = \(scope.town) AND id = \(id)")
    }

    /// Somebody who was never more than a line of a file; what hangs on the row goes with it.
    public func delete(_ id: ID<Person>) throws {
        try scope.sql.run("/* People.delete */ DELETE FROM people WHERE town_id = \(scope.town) AND id = \(id)")
    }

    public func index(of email: EmailAddress) -> [UInt8] { sealer.blindIndex(email.normalised, field: "email") }
    public func index(of phone: PhoneNumber) -> [UInt8] { sealer.blindIndex(phone.text, field: "phone") }

    /// What a search looks for: while keys are rotated, rows bear either.
    func indexes(of email: EmailAddress) -> [[UInt8]] { sealer.blindIndexes(email.normalised, field: "email") }

    /// Neighbours of a street have the same, and a copy of the database does not say which street.
    func streetIndex(of spot: Spot) -> [UInt8] { sealer.blindIndex(spot.streetText, field: "street") }
    func buildingIndex(of spot: Spot) -> [UInt8]? { spot.buildingText.map { sealer.blindIndex($0, field: "building") } }
    func streetIndexes(of spot: Spot) -> [[UInt8]] { sealer.blindIndexes(spot.streetText, field: "street") }
    func buildingIndexes(of spot: Spot) -> [[UInt8]]? { spot.buildingText.map { sealer.blindIndexes($0, field: "building") } }

    private func list(_ query: SQL) throws -> [Person] {
        var people: [Person] = []
        try scope.sql.run(query) { people.append(try Person(row: &$0, sealer: sealer)) }
        return people
    }
}

extension Person {
    fileprivate init(row: inout Row, sealer: Sealer) throws {
        let id: ID<Person> = try row.next()
        let key = id.bytes
        let firstName = try sealer.open(try row.next() as [UInt8]?, "people", "first_name", key)
        let lastName = try sealer.open(try row.next() as [UInt8]?, "people", "last_name", key)
        let email = try sealer.open(try row.next() as [UInt8]?, "people", "email", key)
        let phone = try sealer.open(try row.next() as [UInt8]?, "people", "phone", key)
        let language: String = try row.next()
        let channel: Channel = try row.next()
        let neighbourhood: ID<Neighbourhood>? = try row.next()
        let place = try sealer.open(try row.next() as [UInt8]?, "people", "place", key)
        let spot = try Spot(column: try sealer.open(try row.next() as [UInt8]?, "people", "spot", key), cell: try row.next())
        let birthYear: Int? = try row.next()
        let birthDate = try sealer.open(try row.next() as [UInt8]?, "people", "birth_date", key)
        self.init(
            id: id, firstName: firstName ?? "", lastName: lastName, email: email.flatMap(EmailAddress.init),
            phone: phone.flatMap(PhoneNumber.init), language: language, channel: channel, neighbourhood: neighbourhood, place: place,
            spot: spot, birthYear: birthYear, hasAccount: try row.next(), createdAt: try row.next(), lastSeenAt: try row.next())
        bornOn = birthDate.flatMap { CivilDay($0) }
    }
}
