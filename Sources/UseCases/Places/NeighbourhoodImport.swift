import Domain
import Geography
import Persistence

/// Brings the quartiers of a GeoJSON file into a town: all of them or none, and twice is as good as once.
public struct NeighbourhoodImport: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// - Throws: `Refusal` with one field per fault, named after the quartier.
    public func run(_ geoJSON: [UInt8], into town: Town) async throws -> NeighbourhoodPlan {
        let file: FeatureCollection
        do {
            file = try FeatureCollection(geoJSON: geoJSON)
        } catch {
            throw Refusal(error)
        }
        let plan = try await house.write(town, listings: true) { scope in
            let quartiers = Neighbourhoods(scope)
            let outline = try Towns(scope.sql).outline(of: town.id)
            let plan = try NeighbourhoodPlan(file, onto: try quartiers.all(), outline: outline) { house.world.id() }
            for quartier in plan.added + plan.changed { try quartiers.save(quartier) }
            if !(plan.added.isEmpty && plan.changed.isEmpty) { try TownVersions(scope.sql).raiseSettings(of: town.id) }
            return plan
        }
        try await house.towns.refresh()
        try await HomeCellDrawing(house).extend(town)
        return plan
    }
}
