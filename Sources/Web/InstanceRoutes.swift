import HTML
import Hummingbird
import Localization
import UseCases

/// What belongs to no town: the list of towns, health, our files.
struct InstanceRoutes {
    let house: House
    let files: StaticFiles
    let health: HealthController
    let showsMail: Bool
    let metrics: MetricsController

    func router() -> Router<AppContext> {
        let router = Router(context: AppContext.self, options: [.autoGenerateHeadEndpoints])
        router.get("/", use: TownListController(house: house, isSecure: house.publicURL.hasPrefix("https://")).show)
        router.get("/static/**") { [files] request, _ in
            files.answer(String(request.uri.path.dropFirst("/static/".count)), to: request)
        }
        if showsMail { mail(router) }
        router.get("/health/live") { _, _ in Response.text("live\n") }
        router.get("/health/ready", use: health.ready)
        router.get("/metrics", use: metrics.show)
        let notices = InstanceNotices(now: house.world.now)
        router.get("/robots.txt") { _, _ in notices.robots() }
        router.get("/.well-known/security.txt") { [house] _, _ in
            notices.security(base: house.towns.all.first.map { house.base(of: $0.town) } ?? house.publicURL)
        }
        return router
    }

    /// A demo without a mail server shows its mail to whoever sits at this computer.
    private func mail(_ router: Router<AppContext>) {
        let mail = ShownMailController(mails: ShownMails(house))
        router.get("/dev/mail", use: mail.index)
        router.get("/dev/mail/:town/:id", use: mail.show)
        router.get("/dev/mail.json", use: mail.json)
    }
}
