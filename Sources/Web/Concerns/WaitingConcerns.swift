import Domain
import HTML
import Localization

/// Worries that wait for whoever looks, above all else.
struct WaitingConcerns {
    let site: Site
    let count: Int

    var markup: Markup {
        guard count > 0 else { return .empty }
        return div(.class("notice warning")) {
            icon("warning")
            div { p { a(.class("link"), .href(site.links.concerns)) { site.t("todo.concerns", count: count) } } }
        }
    }
}
