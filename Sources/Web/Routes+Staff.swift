import Domain
import Hummingbird
import UseCases

/// The desks of administrators, referents and moderators.
extension TownRoutes {
    func administration(_ router: Router<TownContext>) {
        let categories = CategoriesController(keeping: TownKeeping(house))
        router.get("/administration/categories", use: categories.index)
        router.get("/administration/categories/nouvelle", use: categories.new)
        router.post("/administration/categories/nouvelle", use: categories.create)
        let proposals = ProposalsController(proposing: Proposing(house))
        router.get("/administration/categories/propositions", use: proposals.index)
        router.get("/administration/categories/propositions/:id", use: proposals.show)
        router.post("/administration/categories/propositions/:id", use: proposals.answer)
        router.get("/administration/categories/:key", use: categories.edit)
        router.post("/administration/categories/:key", use: categories.save)
        router.post("/administration/categories/:key/place", use: categories.place)
        router.post("/administration/categories/:key/activation", use: categories.activate)
        let crisis = CrisisController(crisis: CrisisSwitch(house))
        router.get("/administration/crise", use: crisis.show)
        router.post("/administration/crise", use: crisis.create)
        router.post("/administration/crise/fin", use: crisis.end)
        let demand = DemandController(demand: Demand(house))
        router.get("/administration/demandes-manquantes", use: demand.showTown)
        router.post("/administration/demandes-manquantes", use: demand.note)
        let security = SecurityController(review: SecurityReview(house, self.settings.installation))
        router.get("/administration/securite", use: security.show)
        let settings = SettingsController(keeping: TownKeeping(house))
        router.post("/administration/logo", use: settings.saveLogo)
        router.post("/administration/logo/retrait", use: settings.deleteLogo)
        router.get("/administration", use: settings.show)
        router.post("/administration", use: settings.save)
        router.get("/administration/:section", use: settings.show)
        router.post("/administration/:section", use: settings.save)
    }

    func referents(_ router: Router<TownContext>) {
        let referents = Referents(house)
        let page = ReferentController(referents: referents, throttle: throttle)
        router.get("/referent", use: page.show)
        router.get("/referent/demandes", use: page.lookup)
        router.get("/referent/liste-du-jour", use: page.dayList)
        router.post("/referent/bienvenue/:id", use: page.welcome)
        router.post("/referent/nouvelles/:id", use: page.giveNews)
        router.post("/referent/disponibilite/:id", use: AvailabilityCallsController(referents: referents).create)
        router.post("/referent/courriel", use: page.startMail)
        router.post("/referent/courriel/fin", use: page.endMail)
        let absences = AbsencesController(absenting: Absenting(house), throttle: throttle)
        router.get("/referent/absences", use: absences.index)
        router.post("/referent/absences", use: absences.create)
        router.post("/referent/absences/:id/refus", use: absences.decline)
        router.post("/referent/absences/:id/fin", use: absences.end)
        let (demand, sheets) = (DemandController(demand: Demand(house)), SheetsController(demand: Demand(house)))
        router.get("/referent/demandes-manquantes", use: demand.show)
        router.get("/referent/supports/affiche", use: sheets.poster)
        router.get("/referent/supports/lettre", use: sheets.letter)
        router.get("/referent/supports/fiche-de-relais", use: sheets.referral)
        let load = LoadController(capacity: Capacity(house), throttle: throttle)
        router.get("/referent/charge", use: load.show)
        router.post("/referent/charge/mesure", use: load.measure)
        let ringBacks = RingBacksController(referents: referents)
        router.get("/referent/rappels", use: ringBacks.index)
        router.get("/referent/rappels/:id", use: ringBacks.show)
        router.post("/referent/rappels/:id/resultat", use: ringBacks.note)
        guidedRequests(router, referents)
    }

    func guidedRequests(_ router: Router<TownContext>, _ referents: Referents) {
        let requests = GuidedRequestController(referents: referents)
        router.get("/referent/demandes/:id", use: requests.show)
        router.get("/referent/demandes/:id/accord", use: requests.agreement)
        router.post("/referent/demandes/:id/accord", use: requests.agree)
        router.get("/referent/demandes/:id/suite", use: requests.outcome)
        router.post("/referent/demandes/:id/suite", use: requests.end)
        router.get("/referent/demandes/:id/annulation", use: requests.cancellation)
        router.post("/referent/demandes/:id/annulation", use: requests.cancel)
        router.post("/referent/demandes/:id/relance", use: requests.restart)
        router.post("/referent/demandes/:id/responsable", use: requests.hand)
        let times = TimeProposalsController(
            proposing: TimeProposing(house), referents: referents, entrance: TrackingEntrance(throttle: throttle))
        router.post("/referent/demandes/:id/alerte", use: requests.takeInHand)
        router.post("/referent/demandes/:id/rendez-vous-manque", use: requests.recordNoShow)
        router.post("/referent/demandes/:id/rendez-vous-manque/decision", use: requests.decideNoShow)
        router.post("/referent/demandes/:id/confirmation", use: requests.confirm)
        router.post("/referent/demandes/:id/deuxieme", use: requests.decideOnSecond)
        router.post("/referent/demandes/:id/moments/:proposal", use: times.decideByVoice)
    }

    func moderation(_ router: Router<TownContext>) {
        let moderation = ModerationController(moderation: TextModeration(house))
        router.get("/moderation", use: moderation.show)
        router.post("/moderation/:kind/:id/decision", use: moderation.decide)
        router.post("/moderation/recours/:id/reponse", use: moderation.answer)
    }
}
