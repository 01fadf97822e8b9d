import Domain
import Hummingbird

/// The town's two colours as custom properties of the stylesheet.
struct ThemeController: Sendable {
    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let brand = context.town.settings.brand
        // Checked when saved; a hand-edited database cannot slip CSS in.
        guard Colour(brand.brand) != nil, Colour(brand.accent) != nil else { throw Refusal.notFound }
        let css = ":root{--brand:\(brand.brand);--accent:\(brand.accent);--on-brand:#ffffff}\n"
        return .bytes(Array(css.utf8), type: "text/css; charset=utf-8", headers: [.cacheControl: "public, max-age=300"])
    }
}
