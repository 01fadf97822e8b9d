import Domain
import Hummingbird
import UseCases

/// What protects people: reports, blocks, mandates, their data and their rights.
extension TownRoutes {
    /// What one may do with one's own data.
    func privacy(_ router: Router<TownContext>, _ cookies: SessionCookies) {
        let fresh = FreshSignIn(signingIn: SigningIn(house), throttle: throttle, cookies: cookies, now: house.world.now)
        let data = OwnDataController(exporting: Exporting(house), fresh: fresh, throttle: throttle)
        router.get("/mon-compte/donnees", use: data.show)
        router.post("/mon-compte/donnees", use: data.create)
        let consents = ConsentsController(consents: OwnConsents(house), throttle: throttle)
        router.get("/mon-compte/consentements", use: consents.index)
        router.get("/mon-compte/consentements/:id/retrait", use: consents.withdrawal)
        router.post("/mon-compte/consentements/:id/retrait", use: consents.withdraw)
        let erasure = OwnErasureController(erasing: Erasing(house), fresh: fresh, throttle: throttle, cookies: cookies)
        router.get("/mon-compte/effacement", use: erasure.show)
        router.post("/mon-compte/effacement", use: erasure.create)
        router.get("/compte-efface", use: erasure.done)
    }

    func blocks(_ router: Router<TownContext>) {
        let blocks = BlocksController(blocking: Blocking(house), entrance: TrackingEntrance(throttle: throttle))
        for root in ["/conversations/:match/blocage", "/suivi/:token/conversation/blocage"] {
            router.get(RouterPath(root), use: blocks.new)
            router.post(RouterPath(root), use: blocks.create)
        }
        router.get("/mon-compte/blocages", use: blocks.index)
        router.post("/mon-compte/blocages/:id/retrait", use: blocks.delete)
    }

    func reports(_ router: Router<TownContext>) {
        let reports = ReportsController(reporting: Reporting(house), entrance: TrackingEntrance(throttle: throttle))
        router.get("/signaler/demandes/:id", use: reports.showNeed)
        router.post("/signaler/demandes/:id", use: reports.sendNeed)
        router.get("/signaler/propositions/:id", use: reports.showOffer)
        router.post("/signaler/propositions/:id", use: reports.sendOffer)
        for root in ["/conversations/:match/signalement", "/suivi/:token/conversation/signalement"] {
            router.get(RouterPath(root), use: reports.showMeeting)
            router.post(RouterPath(root), use: reports.sendMeeting)
        }
        let desk = ReportDeskController(moderation: ReportModeration(house))
        router.get("/moderation/signalements", use: desk.show)
        router.post("/moderation/signalements/:id/suite", use: desk.decide)
        router.post("/moderation/arrets/:id/reponse", use: desk.answer)
        let stop = OwnStopController(stops: OwnStops(house), throttle: throttle)
        router.get("/mon-compte/arret", use: stop.show)
        router.post("/mon-compte/arret", use: stop.appeal)
    }

    func rights(_ router: Router<TownContext>) {
        let rights = RightsController(desk: RightsDesk(house), throttle: throttle)
        router.get("/vos-droits", use: rights.new)
        router.post("/vos-droits", use: rights.create)
        router.get("/vos-droits/recu/:id", use: rights.receipt)
        let desk = RightsDeskController(desk: RightsDesk(house))
        router.get("/dpo/demandes", use: desk.index)
        router.get("/dpo/demandes/nouvelle", use: desk.new)
        router.post("/dpo/demandes/nouvelle", use: desk.create)
        router.get("/dpo/demandes/:id", use: desk.show)
        router.post("/dpo/demandes/:id/identite", use: desk.identify)
        router.post("/dpo/demandes/:id/prolongation", use: desk.extend)
        router.post("/dpo/demandes/:id/reponse", use: desk.answer)
        router.post("/dpo/demandes/:id/dossier", use: desk.search)
        router.post("/dpo/demandes/:id/dossier/:person", use: desk.file)
        router.post("/dpo/demandes/:id/effacement/:person", use: desk.erase)
    }

    /// Acting for somebody.
    func mandates(_ router: Router<TownContext>) {
        let own = MandatesController(mandating: Mandating(house), throttle: throttle)
        router.get("/mon-compte/mandats", use: own.index)
        router.get("/mon-compte/mandats/nouveau", use: own.new)
        router.post("/mon-compte/mandats/nouveau", use: own.create)
        router.get("/mandats/:mandate", use: own.act)
        let one = MandateController(mandating: Mandating(house), throttle: throttle)
        router.get("/mandats/:mandate/actes", use: one.acts)
        router.get("/mandat/:token", use: one.acts)
        for root in ["/mandats/:mandate", "/mandat/:token"] {
            router.get(RouterPath("\(root)/preuve"), use: one.proof)
            router.post(RouterPath("\(root)/fin"), use: one.revoke)
            router.post(RouterPath("\(root)/lecteur"), use: one.admit)
            router.post(RouterPath("\(root)/lecteur/fin"), use: one.dismissReader)
        }
        let guided = GuidedMandatesController(mandating: Mandating(house))
        router.get("/referent/mandats", use: guided.index)
        router.get("/referent/mandats/nouveau", use: guided.new)
        router.post("/referent/mandats/nouveau", use: guided.create)
        router.get("/referent/mandats/:mandate", use: guided.show)
        router.post("/referent/mandats/:mandate", use: guided.record)
        router.post("/referent/mandats/:mandate/lettre", use: guided.letter)
    }

    func privacy(_ router: Router<TownContext>) {
        let journal = JournalController(desk: JournalDesk(house))
        router.get("/dpo", use: journal.index)
        router.get("/dpo/journal.csv", use: journal.csv)
        router.get("/dpo/journal/:number/nom", use: journal.ask)
        router.post("/dpo/journal/:number/nom", use: journal.name)
        rights(router)
        let dossiers = DossierController(dossiers: Dossiers(house))
        router.get("/dpo/dossiers", use: dossiers.index)
        router.post("/dpo/dossiers", use: dossiers.save)
        router.get("/dpo/dossiers/:dossier", use: dossiers.show)
        let retention = RetentionController(retention: Retention(house))
        router.get("/dpo/conservation", use: retention.index)
        router.get("/dpo/conservation/regles/:rule", use: retention.edit)
        router.post("/dpo/conservation/regles/:rule", use: retention.save)
        router.post("/dpo/conservation/agents", use: retention.nameAgents)
        router.get("/dpo/conservation/bordereaux/:id", use: retention.slip)
    }
}
