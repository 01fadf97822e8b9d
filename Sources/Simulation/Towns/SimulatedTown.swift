import Domain
import Foundation
import Geography

/// The ground of a run: quartiers in a disc around a centre, the catalogue's categories, the clock's zone.
public struct SimulatedTown: Sendable {
    public let categories: [Domain.Category]
    public let quartiers: [Neighbourhood]
    public let ground: Ground
    public let zone: TimeZone
    /// Metres; half the distance between two quartiers.
    private let quartierSize: Double

    /// Grenoble's own centre; nothing of the result depends on it.
    static let centre = Point(longitude: 5.7243, latitude: 45.1885)

    init(_ scenario: Scenario) {
        let categories = CategoryCatalogue.entries.enumerated().map { position, entry in
            Category(
                id: ID(high: 2, low: UInt64(position)), key: entry.key, labels: [:], icon: entry.icon, mode: entry.mode, tier: entry.tier,
                position: position)
        }
        self.init(scenario, categories: categories, quartiers: Self.quartiers(of: scenario))
    }

    /// With a real town's own categories and quartiers, those of ``quartiers(of:)`` under its ids.
    public init(_ scenario: Scenario, categories: [Domain.Category], quartiers: [Neighbourhood]) {
        self.categories = categories
        self.quartiers = quartiers
        zone = scenario.zone
        ground = Ground(anchors: quartiers.reduce(into: [:]) { $0[$1.id] = $1.anchor })
        quartierSize = Self.radius(scenario) / Double(scenario.quartiers).squareRoot()
    }

    /// Spread evenly over a disc, as the seeds of a sunflower are.
    public static func quartiers(of scenario: Scenario) -> [Neighbourhood] {
        (0..<scenario.quartiers).map { number in
            let away = radius(scenario) * ((Double(number) + 0.5) / Double(scenario.quartiers)).squareRoot()
            return Neighbourhood(
                id: ID(high: 3, low: UInt64(number)), slug: "quartier-\(number + 1)", name: "Quartier \(number + 1)",
                anchor: point(from: centre, metres: away, angle: Double(number) * 2.399_963), position: number)
        }
    }

    /// Metres.
    private static func radius(_ scenario: Scenario) -> Double { (scenario.area / .pi).squareRoot() * 1_000 }

    func category(_ key: String) -> Int { categories.firstIndex { $0.key == key } ?? 0 }

    /// Somebody's quartier and home, scattered around its middle.
    func home(_ dice: inout Dice) -> (quartier: Neighbourhood, point: Point) {
        let quartier = quartiers[dice.number(below: quartiers.count)]
        let away = quartierSize * (dice.share() * 2).squareRoot()
        return (quartier, Self.point(from: quartier.anchor ?? Self.centre, metres: away, angle: dice.share() * 2 * .pi))
    }

    private static func point(from origin: Point, metres: Double, angle: Double) -> Point {
        let degree = Earth.meanRadius * .pi / 180
        return Point(
            longitude: origin.longitude + metres * cos(angle) / (degree * cos(origin.latitude * .pi / 180)),
            latitude: origin.latitude + metres * sin(angle) / degree)
    }
}
