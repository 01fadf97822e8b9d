import Geography

/// « Près de » in a public list: around which place, how far, in which order.
public struct Around: Sendable, Equatable {
    public enum Order: String, Sendable, CaseIterable, Codable { case nearest, newest }

    /// Metres.
    public static let radii = [500, 1_000, 2_000, 5_000, 10_000]
    public static let usualRadius = 2_000

    /// An anchor of the town, or any point that a program gives: what is public is measured from its own anchor all the same.
    public var origin: Point
    public var radius: Int
    public var order: Order

    public init(origin: Point, radius: Int = usualRadius, order: Order = .nearest) {
        self.origin = origin
        self.radius = radius
        self.order = order
    }
}

/// A public thing and where the public measures it from.
public struct Placed<Subject>: Sendable, Equatable {
    public var id: ID<Subject>
    public var category: ID<Category>
    public var neighbourhood: ID<Neighbourhood>?
    public var cell: Int?
    public var createdAt: Moment

    public init(id: ID<Subject>, category: ID<Category>, neighbourhood: ID<Neighbourhood>?, cell: Int?, createdAt: Moment) {
        self.id = id
        self.category = category
        self.neighbourhood = neighbourhood
        self.cell = cell
        self.createdAt = createdAt
    }
}

/// Where a list of near things goes on: after the one so far away, or so old. What comes or goes meanwhile neither repeats nor skips others.
public struct NearCursor<Subject>: Sendable, Equatable {
    /// Metres for the nearest, milliseconds for the newest.
    public var measure: Double
    public var id: ID<Subject>

    public init(measure: Double, id: ID<Subject>) {
        self.measure = measure
        self.id = id
    }

    /// Nil for what is no cursor of ours.
    public init?(text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count <= 16, let bits = UInt64(parts[0], radix: 16), let id = ID<Subject>(text: parts[1])
        else { return nil }
        let measure = Double(bitPattern: bits)
        guard measure.isFinite, measure >= 0 else { return nil }
        self.init(measure: measure, id: id)
    }

    /// Every bit of the measure, so that equals stay equal.
    public var text: String { "\(String(measure.bitPattern, radix: 16)).\(id.text)" }
}
