import Domain
import HTTPTypes
import Hummingbird
import UseCases

/// `/carte`: where the public needs or offers are, as a list and as a map.
struct MapController: Sendable {
    let map: PublicMap
    let hasLeaflet: Bool

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let side: BoardParts.Side = request.uri.queryParameters["quoi"] == "propositions" ? .offers : .needs
        let filter = BoardQuery<HelpRequest>(request, context.facts, side: side).filter
        let view = try await map.view(side == .needs ? .needs : .offers, filter, in: context.facts)
        let tiles = hasLeaflet ? context.town.settings.tiles : nil
        var response = MapPage(site: Site(context, "/carte"), side: side, filter: filter, view: view, tiles: tiles).response()
        if let origin = tiles?.origin { response.headers[.contentSecurityPolicy] = SecurityHeaders.policy(pictures: origin) }
        return response
    }
}

extension Links {
    /// The map under the filter of a list.
    func map(_ side: BoardParts.Side, _ filter: PublicFilter) -> String {
        guard side == .offers else { return map + filter.query() }
        let rest = filter.query().dropFirst()
        return "\(map)?quoi=propositions" + (rest.isEmpty ? "" : "&\(rest)")
    }

    func list(_ side: BoardParts.Side, _ filter: PublicFilter) -> String { (side == .needs ? needs : offers) + filter.query() }
}
