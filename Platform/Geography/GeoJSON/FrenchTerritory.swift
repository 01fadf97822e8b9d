/// Rough boxes round the inhabited territories of France, to tell swapped coordinates from real ones.
enum FrenchTerritory {
    private static let boxes = [
        BoundingBox(west: -5.5, south: 41.2, east: 9.8, north: 51.3),  // metropolitan France and Corsica
        BoundingBox(west: -63.3, south: 14.2, east: -60.7, north: 18.3),  // Antilles
        BoundingBox(west: -54.8, south: 2, east: -51.5, north: 6),  // Guyane
        BoundingBox(west: 55, south: -21.5, east: 56, north: -20.7),  // La Réunion
        BoundingBox(west: 44.9, south: -13.2, east: 45.4, north: -12.5),  // Mayotte
        BoundingBox(west: -56.6, south: 46.6, east: -56, north: 47.3),  // Saint-Pierre-et-Miquelon
        BoundingBox(west: -178.3, south: -14.5, east: -175.9, north: -13),  // Wallis-et-Futuna
        BoundingBox(west: -155, south: -28, east: -134, north: -7.5),  // Polynésie française
        BoundingBox(west: 158, south: -23, east: 172.5, north: -17.5),  // Nouvelle-Calédonie
    ]

    /// Nowhere in France as it stands, but somewhere in France once its two numbers change places.
    static func isSwapped(_ point: Point) -> Bool {
        let swapped = Point(longitude: point.latitude, latitude: point.longitude)
        return !boxes.contains { $0.contains(point) } && boxes.contains { $0.contains(swapped) }
    }
}
