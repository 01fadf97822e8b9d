import Domain
import Foundation
import Hummingbird
import UseCases

/// `/adresses?q=…`: what completes an address field as one types.
struct AddressesController: Sendable {
    let placing: Placing
    let throttle: Throttle

    private struct Answer: Encodable {
        /// Written as the field takes them.
        var items: [String]
    }

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        try throttle.take(.complete, context.network)
        let typed = request.uri.queryParameters["q"].map(String.init) ?? ""
        guard let found = try await placing.completions(of: String(typed.prefix(200)), in: context.facts) else {
            return Response(status: .noContent)
        }
        return .bytes(Array(try JSONEncoder().encode(Answer(items: found.map(\.label)))), type: "application/json")
    }
}
