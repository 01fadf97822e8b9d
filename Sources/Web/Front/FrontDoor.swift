import Domain
import HTTPTypes
import Hummingbird
import Localization
import NIOHTTP1
import Logging
import Observation
import Secrets
import UseCases

/// The first to see a request: finds the town by host name or by `/t/{slug}`, the language, the person, and hands over to the routes.
public struct FrontDoor: HTTPResponder {
    public typealias Context = AppContext
    let house: House
    let settings: SiteSettings
    let townRoutes: RouterResponder<TownContext>
    let instanceRoutes: RouterResponder<AppContext>
    let proxies: TrustedProxies
    let pages = PageCache()
    let views: PageViews

    public func respond(to request: Request, context: AppContext) async throws -> Response {
        var response: Response
        do {
            response = try await route(request, context)
        } catch let error as any HTTPResponseError {
            response = ErrorAnswer.plain(error.status)
        } catch {
            context.logger.error("a request failed", metadata: ["error": "\(error)", "route": "\(context.note.value ?? "?")"])
            response = ErrorAnswer.plain(.internalServerError)
        }
        SecurityHeaders.add(to: &response, isSecure: settings.isSecure)
        return response
    }

    private func route(_ request: Request, _ context: AppContext) async throws -> Response {
        let path = request.uri.path
        if !Self.isShared(path), let facts = house.towns.town(host: Self.host(of: request)) {
            return try await enter(facts, base: "", request, context)
        }
        guard path.hasPrefix("/t/") else {
            defer { context.note.set(context.endpointPath) }
            return try await instanceRoutes.respond(to: request, context: context)
        }
        let rest = path.dropFirst(3)
        let slug = rest.prefix { $0 != "/" }
        guard let facts = house.towns.town(slug: String(slug)) else { return ErrorAnswer.plain(.notFound) }
        if rest.count == slug.count { return .seeOther("/t/\(slug)/") }
        return try await enter(facts, base: "/t/\(slug)", request.withoutPrefix("/t/\(slug)"), context)
    }

    private func enter(_ facts: TownFacts, base: String, _ request: Request, _ context: AppContext) async throws -> Response {
        let jar = CookieJar(isSecure: settings.isSecure, town: facts.town.slug)
        if let chosen = LanguageChoice.redirect(request, base: base, jar: jar) { return chosen }
        if let key = pageKey(request, facts, base, jar) { return try await publicPage(key, request, context) }
        let viewer: Viewer?
        do {
            viewer = try await self.viewer(request, facts, jar)
        } catch {
            return ErrorAnswer.page(failure: error, townContext(request, facts, base, jar, nil, context))
        }
        let town = townContext(request, facts, base, jar, viewer, context)
        let response = await answer(request, town)
        context.note.set(town.endpointPath)
        if let route = route(of: request, response, town) { count(route, request, facts) }
        return response
    }

    func townContext(
        _ request: Request, _ facts: TownFacts, _ base: String, _ jar: CookieJar, _ viewer: Viewer?, _ context: AppContext
    ) -> TownContext {
        TownContext(
            source: TownContext.Source(
                app: context, facts: facts, base: base, language: LanguageChoice.of(request, viewer: viewer, jar: jar),
                catalogue: house.catalogue, viewer: viewer,
                network: proxies.network(forwarded: request.headers[.xForwardedFor], peer: context.peer)))
    }

    func answer(_ request: Request, _ town: TownContext) async -> Response {
        guard !OriginCheck.isForged(request) else { return ErrorAnswer.page(Refusal(.forbidden, "refusal.otherSite"), town) }
        do {
            let response = try await townRoutes.respond(to: request, context: town)
            // The router answers unknown addresses itself, without a page.
            guard response.status.code >= 400, response.headers[.contentType]?.hasPrefix("text/html") != true else { return response }
            return ErrorAnswer.page(response.status, town)
        } catch let refusal as Refusal {
            return ErrorAnswer.page(refusal, town, from: request)
        } catch let error as any HTTPResponseError {
            return ErrorAnswer.page(error.status, town)
        } catch is HTTPParserError {
            // A body that breaks off or is not chunked as it says.
            return ErrorAnswer.page(.badRequest, town)
        } catch {
            return ErrorAnswer.page(failure: error, town)
        }
    }

    private func viewer(_ request: Request, _ facts: TownFacts, _ jar: CookieJar) async throws -> Viewer? {
        guard let token = jar.read(.session, from: request).flatMap({ Token(text: $0) }) else { return nil }
        return try await SignedIn(house).viewer(token, in: facts.town)
    }

    /// What the instance serves on every host, a town's own included.
    private static func isShared(_ path: String) -> Bool {
        path.hasPrefix("/static/") || path.hasPrefix("/health/") || path == "/metrics"
    }

    /// Without the port, in small letters.
    private static func host(of request: Request) -> String {
        let authority = request.head.authority ?? ""
        return String(authority.prefix { $0 != ":" }).lowercased()
    }
}

extension Request {
    func withoutPrefix(_ prefix: String) -> Request {
        var head = self.head
        head.path = head.path.map { String($0.dropFirst(prefix.count)) }
        return Request(head: head, body: body)
    }
}

extension HTTPField.Name {
    static let xForwardedFor = HTTPField.Name("X-Forwarded-For") ?? .via
}
