import Database
import Domain

/// The services of a town's directory.
public struct LocalServices {
    private static let columns: SQL = """
        id, name, checked_on, description, audience, topics, phones, address, web, hours, hours_note, tongues, is_free, is_whole_town, \
        answers_all
        """
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func all() throws -> [LocalService] {
        try list("/* LocalServices.all */ SELECT \(Self.columns) FROM local_services WHERE town_id = \(scope.town) ORDER BY name, id")
    }

    public func find(_ id: ID<LocalService>) throws -> LocalService? {
        try list("/* LocalServices.find */ SELECT \(Self.columns) FROM local_services WHERE town_id = \(scope.town) AND id = \(id)").first
    }

    /// Stores the whole of it, whom it serves and what it answers included.
    public func save(_ service: LocalService) throws {
        let values: [any Bindable] = [
            scope.town, service.id, service.name, service.checkedOn.iso, try JSONColumn.write(service.description),
            try JSONColumn.write(service.audience), try JSONColumn.write(LocalService.Topic.allCases.filter(service.topics.contains)),
            try JSONColumn.write(service.phones), service.address, service.web, try JSONColumn.write(service.hours), service.hoursNote,
            try JSONColumn.write(LocalService.Tongue.allCases.filter(service.tongues.contains)), service.isFree,
            service.zone == nil, service.categories == nil,
        ]
        try scope.sql.run(
            """
            /* LocalServices.save */ INSERT INTO local_services (town_id, \(Self.columns)) VALUES \(row: values)
            ON CONFLICT (town_id, id) DO UPDATE SET name = excluded.name, description = excluded.description,
              audience = excluded.audience, topics = excluded.topics, phones = excluded.phones, address = excluded.address,
              web = excluded.web, hours = excluded.hours, hours_note = excluded.hours_note, tongues = excluded.tongues,
              is_free = excluded.is_free, checked_on = excluded.checked_on, is_whole_town = excluded.is_whole_town,
              answers_all = excluded.answers_all
            """)
        try replace("local_service_zones", "neighbourhood_id", of: service.id, by: service.zone ?? [])
        try replace("local_service_categories", "category_id", of: service.id, by: service.categories ?? [])
    }

    public func delete(_ id: ID<LocalService>) throws {
        try scope.sql.run("/* LocalServices.delete */ DELETE FROM local_services WHERE town_id = \(scope.town) AND id = \(id)")
    }

    private func replace<Thing>(
        _ table: StaticString, _ column: StaticString, of service: ID<LocalService>, by chosen: Set<ID<Thing>>
    ) throws {
        try scope.sql.run(
            "/* LocalServices.replace */ DELETE FROM \(SQL(name: table)) WHERE town_id = \(scope.town) AND service_id = \(service)")
        for thing in chosen {
            try scope.sql.run(
                """
                /* LocalServices.replace */ INSERT INTO \(SQL(name: table)) (town_id, service_id, \(SQL(name: column)))
                VALUES (\(scope.town), \(service), \(thing))
                """)
        }
    }

    private func list(_ query: SQL) throws -> [LocalService] {
        var rows: [(service: LocalService, isWhole: Bool, answersAll: Bool)] = []
        try scope.sql.run(query) { rows.append((try LocalService(row: &$0), try $0.next(), try $0.next())) }
        guard !rows.isEmpty else { return [] }
        let zones: [ID<LocalService>: Set<ID<Neighbourhood>>] = try chosen("local_service_zones", "neighbourhood_id")
        let categories: [ID<LocalService>: Set<ID<Category>>] = try chosen("local_service_categories", "category_id")
        return rows.map { row in
            var service = row.service
            if !row.isWhole { service.zone = zones[service.id] ?? [] }
            if !row.answersAll { service.categories = categories[service.id] ?? [] }
            return service
        }
    }

    private func chosen<Thing>(_ table: StaticString, _ column: StaticString) throws -> [ID<LocalService>: Set<ID<Thing>>] {
        var chosen: [ID<LocalService>: Set<ID<Thing>>] = [:]
        try scope.sql.run(
            """
            /* LocalServices.chosen */ SELECT service_id, \(SQL(name: column)) FROM \(SQL(name: table)) WHERE town_id = \(scope.town)
            """
        ) { row in
            let service: ID<LocalService> = try row.next()
            chosen[service, default: []].insert(try row.next())
        }
        return chosen
    }
}

extension LocalService {
    fileprivate init(row: inout Row) throws {
        let (id, name, day): (ID<LocalService>, String, String) = (try row.next(), try row.next(), try row.next())
        guard let day = CivilDay(day) else { throw DatabaseError(.unexpectedValue, "a service checked on no day") }
        self.init(id: id, name: name, checkedOn: day)
        (description, audience) = (try JSONColumn.read(try row.next()), try JSONColumn.read(try row.next()))
        topics = Set(try JSONColumn.read(try row.next()) as [Topic])
        (phones, address, web) = (try JSONColumn.read(try row.next()), try row.next(), try row.next())
        (hours, hoursNote) = (try JSONColumn.read(try row.next()), try row.next())
        tongues = Set(try JSONColumn.read(try row.next()) as [Tongue])
        isFree = try row.next()
    }
}
