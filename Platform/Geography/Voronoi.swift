public enum Voronoi {
    /// Cuts a region among sites: to each site, the places nearer to it than to any other (straight lines on a local plane).
    ///
    /// One answer per site, in order. nil where a site gets nothing: it repeats an earlier one, or lies so far outside that others are
    /// nearer everywhere. The cells cover the region, apart from slivers of a centimetre, and share their corners exactly.
    public static func cells(of sites: [Point], clippedTo region: Region) -> [Region?] {
        let plane = region.plane
        let places = sites.map(plane.metres)
        let outline = region.rings.map { $0.points.map { Corner(metres: plane.metres($0), point: $0) } }
        return places.indices.map { own in
            let others = places.indices.filter { $0 != own }
            guard !others.contains(where: { $0 < own && places[$0] == places[own] }) else { return nil }
            // Nearest first: the outline shrinks at once, later cuts have little left to read.
            let nearest = others.filter { places[$0] != places[own] }.sorted {
                squaredLength(places[$0] - places[own]) < squaredLength(places[$1] - places[own])
            }
            let rings = nearest.reduce(outline) { rings, other in
                rings.isEmpty ? rings : HalfPlane(nearer: places[own], than: places[other], in: plane).cut(rings)
            }
            return assembled(rings.compactMap { Ring($0.map(\.point)) }, in: plane)
        }
    }

    private static func squaredLength(_ vector: SIMD2<Double>) -> Double { dot(vector, vector) }

    /// Sorts outer rings (counter-clockwise) from holes, and gives each hole to the ring round it. Slivers under 0.01 m² are dropped.
    private static func assembled(_ rings: [Ring], in plane: LocalPlane) -> Region? {
        let outers = rings.filter { $0.doubleArea(in: plane) > 0.02 }
        let holes = rings.filter { $0.doubleArea(in: plane) < -0.02 }
        return Region(
            outers.map { outer in
                Polygon(outer: outer, holes: holes.filter { hole in hole.points.contains(where: Polygon(outer: outer).contains) })
            })
    }
}
