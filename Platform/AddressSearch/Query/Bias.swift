import Geography

/// Where somebody is likely to mean.
struct Bias {
    private let communes: Set<String>
    private let near: Point?
    /// Degrees of longitude shrink with the latitude.
    private let flattening: Double
    /// Towns to look through when the words alone say too little.
    private(set) var home: [Int]

    private static let nearestTowns = 3
    private static let kilometresPerDegree = 111.2

    init(near: Point?, communes: Set<String>, in base: AddressBase) {
        (self.near, self.communes) = (near, communes)
        flattening = near.map { cosine(degrees: $0.latitude) } ?? 1
        home = communes.isEmpty ? [] : base.towns.indices.filter { communes.contains(base.towns[$0].insee) }
        guard home.isEmpty, near != nil else { return }
        var nearest: [(distance: Double, town: Int)] = []
        for town in base.centres.indices {
            let distance = kilometres(to: base.centres[town])
            guard nearest.count < Self.nearestTowns || distance < nearest[nearest.count - 1].distance else { continue }
            nearest.insert((distance, town), at: nearest.firstIndex { distance < $0.distance } ?? nearest.count)
            if nearest.count > Self.nearestTowns { nearest.removeLast() }
        }
        home = nearest.map(\.town)
    }

    var isNone: Bool { home.isEmpty }

    /// From 0, nothing speaks for it, to 1.
    func value(_ place: Place, in base: AddressBase) -> Float {
        if isNone { return 0 }
        let distance = near == nil ? 0 : Float(kilometres(to: place.position))
        if communes.isEmpty { return 1 / (1 + distance / 4) }
        guard communes.contains(base.towns[Int(place.town)].insee) else { return 0 }
        return near == nil ? 1 : 0.7 + 0.3 / (1 + distance / 4)
    }

    private func kilometres(to position: Position) -> Double {
        guard let near else { return 0 }
        let east = (Double(position.longitude) / 1e7 - near.longitude) * flattening
        let north = Double(position.latitude) / 1e7 - near.latitude
        return (east * east + north * north).squareRoot() * Self.kilometresPerDegree
    }
}
