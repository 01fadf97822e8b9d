import Geography

/// Where somebody is likely to mean.
struct Bias {
    private let communes: Set<String>
    private let near: Point?
    /// Degrees of longitude shrink with the latitude.
    private let flattening: Double
    /// Towns to look through when the words alone say too little.
    private(set) var home: [Int]

    private let isHome: [Bool]
    private static let nearestTowns = 3
    /// Kilometres at which nearness is worth half.
    private static let walk: Float = 4
    private static let kilometresPerDegree = 111.2

    init(near: Point?, communes: Set<String>, in base: AddressBase) {
        (self.near, self.communes) = (near, communes)
        flattening = near.map { cosine(degrees: $0.latitude) } ?? 1
        home = communes.isEmpty ? [] : base.towns.indices.filter { communes.contains(base.towns[$0].insee) }
        isHome = communes.isEmpty ? [] : base.towns.map { communes.contains($0.insee) }
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

    /// The most that any place gets.
    var most: Float { home.isEmpty ? 0 : 1 }

    /// From 0, nothing speaks for it, to 1.
    func value(_ town: UInt32, _ position: Position) -> Float {
        if home.isEmpty { return 0 }
        let nearness = near == nil ? 1 : 1 / (1 + Float(kilometres(to: position)) / Self.walk)
        if communes.isEmpty { return nearness }
        return isHome[Int(town)] ? 0.7 + 0.3 * nearness : 0
    }

    private func kilometres(to position: Position) -> Double {
        guard let near else { return 0 }
        let east = (Double(position.longitude) / 1e7 - near.longitude) * flattening
        let north = Double(position.latitude) / 1e7 - near.latitude
        return (east * east + north * north).squareRoot() * Self.kilometresPerDegree
    }
}
