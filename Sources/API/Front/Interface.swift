import Domain
import HTTPTypes
import Hummingbird
import Localization
import Logging
import UseCases

/// JSON under `/api/v1`: the same use cases as the pages, described by `/api/v1/openapi.json`.
public struct Interface: HTTPResponder {
    public typealias Context = APIContext
    public static let prefix = "/api/v1"
    private let house: House
    private let routes: RouterResponder<APIContext>
    /// Every operation there is; the router and the document are both made from this list.
    let operations: [Operation]

    public init(house: House, throttle: Throttle, proxies: TrustedProxies) {
        self.house = house
        let desk = APIDesk(house: house, throttle: throttle, proxies: proxies)
        operations = TownOperations(desk: desk).all + RequestOperations(desk: desk).all
        let document = Document(operations: operations, publicURL: house.publicURL).bytes
        let router = Router(context: APIContext.self, options: [.autoGenerateHeadEndpoints])
        router.get("/api/v1/openapi.json") { _, _ in Response.json(document) }
        for operation in operations {
            router.on(RouterPath(operation.routePath), method: operation.method) { request, context in
                try await operation.handle(request, context)
            }
        }
        routes = router.buildResponder()
    }

    public func respond(to request: Request, context: APIContext) async throws -> Response {
        var response: Response
        let t = Localizer(language: Language(acceptLanguage: request.headers[.acceptLanguage] ?? ""), catalogue: house.catalogue)
        do {
            response = try await routes.respond(to: request, context: context)
        } catch let refusal as Refusal {
            response = Problem(refusal, t).response
        } catch let error as any HTTPResponseError {
            response = Problem(error.status, t).response
        } catch {
            context.logger.error("an API call failed", metadata: ["error": "\(error)", "route": "\(context.endpointPath ?? "?")"])
            response = Problem(.internalServerError, t).response
        }
        Self.protect(&response)
        return response
    }

    private static func protect(_ response: inout Response) {
        response.headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
        response.headers[.xContentTypeOptions] = "nosniff"
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    }
}
