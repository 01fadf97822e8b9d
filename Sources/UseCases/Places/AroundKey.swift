import Domain
import Geography

/// How an address names the place that a list is read around: a cell (`c17`) or a quartier. Never an address: links are shared and kept.
public enum AroundKey {
    public static func of(cell: Int) -> String { "c\(cell)" }

    /// Nil for what the town does not know.
    public static func anchor(_ key: String, in facts: TownFacts) -> Point? {
        if key.first == "c", let number = Int(key.dropFirst()), let cell = facts.cells[number] { return cell.anchor }
        return facts.neighbourhood(slug: key)?.anchor
    }

    /// `5.72,45.18`: longitude and latitude, as a program gives them.
    public static func point(_ key: String) -> Point? {
        let numbers = key.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
        guard numbers.count == 2, let longitude = numbers[0], let latitude = numbers[1] else { return nil }
        let point = Point(longitude: longitude, latitude: latitude)
        return point.isOnEarth ? point : nil
    }

    /// Of a place that was found: its cell, else its quartier.
    public static func of(_ place: PlaceFinding, in facts: TownFacts) -> String? {
        place.spot?.cell.map(of(cell:)) ?? facts.neighbourhood(place.neighbourhood)?.slug
    }
}
