import Domain
import Hummingbird
import UseCases

/// Every route of a town's site, on one page.
struct TownRoutes {
    let house: House
    let settings: SiteSettings
    let throttle: Throttle

    func router() -> Router<TownContext> {
        let router = Router(context: TownContext.self, options: [.autoGenerateHeadEndpoints])
        towns(router)
        requests(router)
        figures(router)
        offers(router)
        return router
    }

    private func towns(_ router: Router<TownContext>) {
        let home = HomeController()
        router.get("/", use: home.show)
        router.get("/theme.css", use: ThemeController().show)
    }

    private func requests(_ router: Router<TownContext>) {
        let requests = Requests(house)
        let asking = AskingController(requests: requests, drafts: DraftBox(house), throttle: throttle, isSecure: settings.isSecure)
        router.get("/demandes/nouvelle", use: asking.new)
        router.get("/demandes/nouvelle/:step", use: asking.show)
        router.post("/demandes/nouvelle/:step", use: asking.save)
        let tracking = TrackingController(requests: requests, throttle: throttle)
        router.get("/suivi/:token", use: tracking.show)
    }

    private func figures(_ router: Router<TownContext>) {
        let figures = FiguresController(figures: Figures(house))
        router.get("/chiffres", use: figures.show)
        router.get("/chiffres.csv", use: figures.csv)
    }

    private func offers(_ router: Router<TownContext>) {
        let needs = NeedsController(needs: PublicNeeds(house))
        router.get("/demandes", use: needs.index)
        router.get("/demandes/:id", use: needs.show)
    }
}
