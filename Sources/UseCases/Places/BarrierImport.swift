import Domain
import Geography
import Persistence

/// Draws the rivers and railways of a town from a GeoJSON file, in the place of those drawn before: all of them or none.
public struct BarrierImport: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// - Returns: what is drawn now.
    /// - Throws: `Refusal` with the fault, under the name of the line.
    public func run(_ geoJSON: [UInt8], into town: Town) async throws -> [Barrier] {
        let drawn: [NamedLines]
        do { drawn = try NamedLines.read(geoJSON: geoJSON) } catch { throw Refusal(error) }
        let barriers = drawn.map { Barrier(name: $0.name, lines: $0.lines) }
        try await house.write(town, listings: true) { scope in
            try Grounds(scope).replace(barriers)
            try TownVersions(scope.sql).raiseSettings(of: town.id)
        }
        try await house.towns.refresh()
        return barriers
    }
}
