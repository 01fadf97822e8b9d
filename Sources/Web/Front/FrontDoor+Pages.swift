import Domain
import HTTPTypes
import Hummingbird
import UseCases

/// Public pages from the cache, and the count of what is looked at.
extension FrontDoor {
    /// Nil for what is not the same for everybody.
    func pageKey(_ request: Request, _ facts: TownFacts, _ base: String, _ jar: CookieJar) -> PageCache.Key? {
        guard request.method == .get, let target = request.head.path, PageCache.covers(target), jar.read(.session, from: request) == nil
        else { return nil }
        return PageCache.Key(
            town: facts.town.id, base: base, target: target, language: LanguageChoice.of(request, viewer: nil, jar: jar),
            day: facts.town.zone.day(house.world.now()))
    }

    func publicPage(_ key: PageCache.Key, _ request: Request, _ context: AppContext) async throws -> Response {
        // First the version, then what the page is made of: what changes meanwhile makes the page stale, never wrong for long.
        let version = house.towns.listingsVersion(key.town)
        guard let facts = house.towns.town(id: key.town) else { return ErrorAnswer.plain(.notFound) }
        if let kept = pages.find(key, version: version) {
            context.note.set(kept.route)
            count(kept.route, request, facts)
            return kept.response(to: request)
        }
        let made = try await pages.make(key, version: version) {
            let jar = CookieJar(isSecure: settings.isSecure, town: facts.town.slug)
            let town = townContext(request, facts, key.base, jar, nil, context)
            let response = await answer(request, town)
            context.note.set(town.endpointPath)
            return (response, route(of: request, response, town))
        }
        switch made {
        case .other(let response): return response
        case .page(let kept):
            context.note.set(kept.route)
            count(kept.route, request, facts)
            return kept.response(to: request)
        }
    }

    /// The route that made a page which somebody asked to see; nil for anything else.
    func route(of request: Request, _ response: Response, _ town: TownContext) -> String? {
        guard request.method == .get, response.status == .ok, response.headers[.contentType]?.hasPrefix("text/html") == true else {
            return nil
        }
        return town.endpointPath
    }

    func count(_ route: String, _ request: Request, _ facts: TownFacts) {
        views.count(route, of: facts.town, userAgent: request.headers[.userAgent])
    }
}

extension PageCache {
    private static let lists = ["/demandes", "/propositions", "/carte"]

    /// The public lists and the map with their filters, and the pages of one need or offer.
    static func covers(_ target: String) -> Bool {
        // Around a place neighbouring communes are shown too, which have versions of their own.
        guard target.utf8.count <= 300, !target.contains("autour="), !target.contains("pres="),
            let list = lists.first(where: { target.hasPrefix($0) })
        else { return false }
        let rest = target.utf8.dropFirst(list.utf8.count)
        guard let first = rest.first else { return true }
        // `/` and an id of 36 characters; `/demandes/nouvelle` is shorter.
        return first == UInt8(ascii: "?") || (first == UInt8(ascii: "/") && rest.count == 37)
    }
}
