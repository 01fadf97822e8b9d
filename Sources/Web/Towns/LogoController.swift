import Domain
import Foundation
import Hummingbird

/// `/logo`: the town's picture. An SVG opened by itself still runs and loads nothing.
struct LogoController: Sendable {
    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        guard let logo = context.town.settings.brand.logo, let data = Data(base64Encoded: logo.data) else { throw Refusal.notFound }
        return .bytes(
            [UInt8](data), type: logo.mediaType,
            headers: [.cacheControl: "public, max-age=300", .contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'"])
    }
}
