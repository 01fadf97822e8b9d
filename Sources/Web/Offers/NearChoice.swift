import Domain
import HTML
import Hummingbird
import UseCases

/// « Près de » in the address of a public list: `?autour=c17&rayon=2000&tri=distance`. The address that was typed never stands there.
struct NearChoice {
    let key: String
    let around: Around

    /// Nil when the list is read whole, or the place is not known.
    init?(_ request: Request, _ facts: TownFacts) {
        let query = request.uri.queryParameters
        guard let key = query["autour"].map(String.init), let origin = AroundKey.anchor(key, in: facts) else { return nil }
        let radius = query["rayon"].flatMap { Int($0) }.flatMap { Around.radii.contains($0) ? $0 : nil } ?? Around.usualRadius
        self.key = key
        around = Around(origin: origin, radius: radius, order: query["tri"].flatMap { Around.Order(path: $0) } ?? .nearest)
    }

    var pairs: [(String, String?)] { [("autour", key), ("rayon", String(around.radius)), ("tri", around.order.path)] }
}

extension Around.Order {
    /// French, in every language.
    var path: String { self == .nearest ? "distance" : "date" }

    init?(path: some StringProtocol) {
        guard let order = Self.allCases.first(where: { $0.path == path }) else { return nil }
        self = order
    }
}

/// From a typed address to the list around its cell.
struct NearRedirect: Sendable {
    let placing: Placing

    /// Nil when no address was typed.
    func answer(_ request: Request, _ context: TownContext, path: String, filter: PublicFilter) async throws -> Response? {
        let query = request.uri.queryParameters
        guard let typed = query["pres"].map(String.init), !typed.allSatisfy(\.isWhitespace) else { return nil }
        let place = try await placing.place(near: typed, in: context.facts)
        let key = place.flatMap { AroundKey.of($0, in: context.facts) }
        let radius = query["rayon"].map(String.init), order = query["tri"].map(String.init)
        let near: [(String, String?)] = key.map { [("autour", $0), ("rayon", radius), ("tri", order)] } ?? [("introuvable", "1")]
        return .seeOther(path + filter.query(near))
    }
}
