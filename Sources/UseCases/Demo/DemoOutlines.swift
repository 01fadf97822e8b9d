import Foundation
import Geography

/// Fictional outlines: an irregular métropole, its communes and their quartiers each the land nearest to a named place.
struct DemoOutlines {
    private let places: DemoPlaces
    private let metropole: Region?

    init(_ places: DemoPlaces) {
        self.places = places
        metropole = Region(outline: places.outline.compactMap { Self.point($0, from: places.origin) })
    }

    /// One per quartier, in the sheet's order.
    func quartiers(of sheet: DemoPlaces.Sheet) -> [Region?] {
        guard let outline = outline(of: sheet) else { return sheet.quartiers.map { _ in nil } }
        return cells(of: sheet, in: outline)
    }

    /// A commune is the métropole's cell of the same name; the métropole is everything.
    func outline(of sheet: DemoPlaces.Sheet) -> Region? {
        guard let metropole, let first = places.towns.first, first.slug != sheet.slug else { return metropole }
        guard let own = first.quartiers.firstIndex(where: { $0.slug == sheet.slug }) else { return nil }
        return cells(of: first, in: metropole)[own]
    }

    private func cells(of sheet: DemoPlaces.Sheet, in outline: Region) -> [Region?] {
        let sites = sheet.quartiers.compactMap { Self.point($0.at, from: places.origin) }
        return Voronoi.cells(of: sites, clippedTo: outline)
    }

    private static func point(_ kilometres: [Double], from origin: [Double]) -> Point? {
        guard kilometres.count == 2, origin.count == 2 else { return nil }
        let degree = Earth.meanRadius / 1_000 * .pi / 180
        return Point(
            longitude: origin[0] + kilometres[0] / (degree * cos(origin[1] * .pi / 180)), latitude: origin[1] + kilometres[1] / degree)
    }
}
