import HTTPTypes
import Hummingbird
import UseCases

/// JSON under `/api/v1`: the same use cases as the pages, described by `/api/v1/openapi.json`.
public struct Interface: HTTPResponder {
    public typealias Context = APIContext
    public static let prefix = "/api/v1"
    private let routes: RouterResponder<APIContext>
    /// Every operation there is; the router and the document are both made from this list.
    let operations: [Operation]

    public init(house: House, throttle: Throttle, proxies: TrustedProxies) {
        let desk = APIDesk(house: house, throttle: throttle, proxies: proxies)
        operations =
            TownOperations(desk: desk).all + AddressOperations(desk: desk).all + ServiceOperations(desk: desk).all
            + NeedOperations(desk: desk).all
            + OfferOperations(desk: desk).all
            + RequestOperations(desk: desk).all + ClosingOperations(desk: desk).all + AskOperations(desk: desk).all
            + TimeProposalOperations(desk: desk).all
        let document = Document(operations: operations, publicURL: house.publicURL).bytes
        let router = Router(context: APIContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: ProblemAnswers(catalogue: house.catalogue))
        router.get(RouterPath(Self.documentPath)) { _, _ in Response.json(document) }
        for operation in operations {
            router.on(RouterPath(operation.routePath), method: operation.method) { request, context in
                try await operation.handle(request, context)
            }
        }
        Self.refuseOtherMethods(operations, router)
        routes = router.buildResponder()
    }

    public func respond(to request: Request, context: APIContext) async throws -> Response {
        var response = try await routes.respond(to: request, context: context)
        if request.method == .head { response = response.createHeadResponse() }
        Self.protect(&response)
        return response
    }

    private static let documentPath = prefix + "/openapi.json"

    /// An address that exists says which methods it has; also to a browser's preflight, since there is no CORS.
    private static func refuseOtherMethods(_ operations: [Operation], _ router: Router<APIContext>) {
        let methods = Dictionary(grouping: operations, by: \.routePath).mapValues { $0.map(\.method) }
        for (path, allowed) in methods.merging([documentPath: [.get]], uniquingKeysWith: { first, _ in first }) {
            for method in [HTTPRequest.Method.get, .post, .put, .patch, .delete, .options] where !allowed.contains(method) {
                router.on(RouterPath(path), method: method) { _, _ -> Response in throw WrongMethod(allowed: allowed) }
            }
        }
    }

    private static func protect(_ response: inout Response) {
        response.headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
        response.headers[.xContentTypeOptions] = "nosniff"
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    }
}
