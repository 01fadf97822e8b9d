import Database
import Domain
import Geography

/// A town's quartiers.
public struct Neighbourhoods {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func all() throws -> [Neighbourhood] {
        var neighbourhoods: [Neighbourhood] = []
        try scope.sql.run(
            """
            /* Neighbourhoods.all */ SELECT id, slug, name, region, anchor_longitude, anchor_latitude, position FROM neighbourhoods
            WHERE town_id = \(scope.town) ORDER BY position, slug
            """
        ) { neighbourhoods.append(try Neighbourhood(row: &$0)) }
        return neighbourhoods
    }

    /// Where distances are measured from, without the outlines.
    public func anchors() throws -> [ID<Neighbourhood>: Point] {
        var anchors: [ID<Neighbourhood>: Point] = [:]
        try scope.sql.run(
            """
            /* Neighbourhoods.anchors */ SELECT id, anchor_longitude, anchor_latitude FROM neighbourhoods
            WHERE town_id = \(scope.town) AND anchor_longitude IS NOT NULL AND anchor_latitude IS NOT NULL
            """
        ) { row in anchors[try row.next()] = Point(longitude: try row.next(), latitude: try row.next()) }
        return anchors
    }

    public func save(_ neighbourhood: Neighbourhood) throws {
        let region = neighbourhood.region.map { String(decoding: $0.writeGeoJSON(), as: UTF8.self) }
        try scope.sql.run(
            """
            /* Neighbourhoods.save */ INSERT INTO neighbourhoods
              (town_id, id, slug, name, region, anchor_longitude, anchor_latitude, position)
            VALUES (\(scope.town), \(neighbourhood.id), \(neighbourhood.slug), \(neighbourhood.name), \(region),
                    \(neighbourhood.anchor?.longitude), \(neighbourhood.anchor?.latitude), \(neighbourhood.position))
            ON CONFLICT (town_id, id) DO UPDATE SET slug = excluded.slug, name = excluded.name, region = excluded.region,
              anchor_longitude = excluded.anchor_longitude, anchor_latitude = excluded.anchor_latitude, position = excluded.position
            """)
    }
}

extension Neighbourhood {
    fileprivate init(row: inout Row) throws {
        let id: ID<Neighbourhood> = try row.next()
        let slug: String = try row.next()
        let name: String = try row.next()
        let region: String? = try row.next()
        let longitude: Double? = try row.next()
        let latitude: Double? = try row.next()
        let anchor = longitude.flatMap { x in latitude.map { y in Point(longitude: x, latitude: y) } }
        self.init(
            id: id, slug: slug, name: name, region: try region.map { try Region(geoJSON: Array($0.utf8)) }, anchor: anchor,
            position: try row.next())
    }
}
