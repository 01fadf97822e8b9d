import Geography

/// Fictional outlines: an irregular métropole, its communes and their quartiers each the land nearest to a named place.
struct DemoOutlines {
    private let places: DemoPlaces
    private let metropole: Region?

    init(_ places: DemoPlaces) {
        self.places = places
        metropole = Region(outline: places.outline.compactMap(places.point))
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
        let sites = sheet.quartiers.compactMap { places.point($0.at) }
        return Voronoi.cells(of: sites, clippedTo: outline)
    }
}
