import Domain
import Hummingbird
import UseCases

/// Every route of a town's site, on one page.
struct TownRoutes {
    let house: House
    let settings: SiteSettings
    let throttle: Throttle
    /// Whether a map can be moved: Leaflet is installed apart.
    var hasLeaflet = false

    func router() -> Router<TownContext> {
        let router = Router(context: TownContext.self, options: [.autoGenerateHeadEndpoints])
        towns(router)
        information(router)
        residents(router)
        administration(router)
        requests(router)
        places(router)
        tracking(router)
        matches(router)
        figures(router)
        offers(router)
        ladder(router)
        referents(router)
        moderation(router)
        return router
    }

    private func towns(_ router: Router<TownContext>) {
        let home = HomeController(figures: RecentFigures(Figures(house), now: house.world.now))
        router.get("/", use: home.show)
        router.get("/theme.css", use: ThemeController().show)
        router.get("/logo", use: LogoController().show)
    }

    private func places(_ router: Router<TownContext>) {
        router.get("/carte", use: MapController(map: PublicMap(house), hasLeaflet: hasLeaflet).show)
        router.get("/adresses", use: AddressesController(placing: Placing(house), throttle: throttle).index)
    }

    private func administration(_ router: Router<TownContext>) {
        let categories = CategoriesController(keeping: TownKeeping(house))
        router.get("/administration/categories", use: categories.index)
        router.get("/administration/categories/nouvelle", use: categories.new)
        router.post("/administration/categories/nouvelle", use: categories.create)
        router.get("/administration/categories/:key", use: categories.edit)
        router.post("/administration/categories/:key", use: categories.save)
        router.post("/administration/categories/:key/place", use: categories.place)
        router.post("/administration/categories/:key/activation", use: categories.activate)
        let settings = SettingsController(keeping: TownKeeping(house))
        router.post("/administration/logo", use: settings.saveLogo)
        router.post("/administration/logo/retrait", use: settings.deleteLogo)
        router.get("/administration", use: settings.show)
        router.post("/administration", use: settings.save)
        router.get("/administration/:section", use: settings.show)
        router.post("/administration/:section", use: settings.save)
    }

    private func information(_ router: Router<TownContext>) {
        let pages = InformationController()
        router.get("/accessibilite", use: pages.accessibility)
        router.get("/mentions-legales", use: pages.legal)
        router.get("/vos-donnees", use: pages.privacy)
        router.get("/aide", use: pages.help)
        router.get("/plan-du-site", use: pages.siteMap)
        for (path, kind) in [(RouterPath("/contact"), TownMessage.Kind.contact), ("/signaler", .report)] {
            let messages = TownMessageController(kind: kind, messages: TownMessages(house), throttle: throttle)
            router.get(path, use: messages.show)
            router.post(path, use: messages.send)
            router.get(RouterPath("\(path.description)/recu"), use: messages.receipt)
        }
        let notices = InstanceNotices(now: house.world.now)
        router.get("/robots.txt") { _, _ in notices.robots() }
        router.get("/.well-known/security.txt") { [house] _, context in notices.security(base: house.base(of: context.town)) }
    }

    private func residents(_ router: Router<TownContext>) {
        let cookies = SessionCookies(isSecure: settings.isSecure)
        let signIn = SignInController(signingIn: SigningIn(house), throttle: throttle, cookies: cookies)
        router.get("/connexion", use: signIn.new)
        router.post("/connexion", use: signIn.create)
        router.get("/connexion/code", use: signIn.code)
        router.post("/connexion/code", use: signIn.enterCode)
        router.get("/connexion/lien/:token", use: signIn.link)
        router.post("/connexion/lien/:token", use: signIn.enterLink)
        let arrival = ArrivalController(arriving: Arriving(house), signedIn: SignedIn(house), cookies: cookies)
        router.get("/connexion/personne", use: arrival.choice)
        router.post("/connexion/personne", use: arrival.choose)
        router.get("/bienvenue", use: arrival.welcome)
        router.post("/bienvenue", use: arrival.create)
        router.post("/deconnexion", use: arrival.signOut)
        account(router, cookies)
        invitations(router, cookies)
    }

    private func invitations(_ router: Router<TownContext>, _ cookies: SessionCookies) {
        let administration = InvitationsController(inviting: Inviting(house), throttle: throttle)
        router.get("/administration/invitations", use: administration.index)
        router.post("/administration/invitations", use: administration.create)
        router.post("/administration/invitations/:id/retrait", use: administration.withdraw)
        router.post("/administration/roles/:id/retrait", use: administration.revoke)
        let invitation = InvitationController(accepting: Accepting(house), throttle: throttle, cookies: cookies)
        router.get("/invitation", use: invitation.new)
        router.post("/invitation", use: invitation.open)
        router.get("/invitation/:secret", use: invitation.show)
        router.post("/invitation/:secret", use: invitation.accept)
        router.post("/invitation/:secret/refus", use: invitation.decline)
    }

    private func account(_ router: Router<TownContext>, _ cookies: SessionCookies) {
        let account = AccountController(
            account: Account(house), signingIn: SigningIn(house), throttle: throttle, cookies: cookies)
        router.get("/mon-compte", use: account.show)
        router.post("/mon-compte", use: account.save)
        router.get("/mon-compte/demandes", use: account.requests)
        router.post("/mon-compte/sessions/fin", use: account.endAllSessions)
        router.post("/mon-compte/sessions/:id/fin", use: account.endSession)
        router.get("/mon-compte/adresse", use: account.awaitedAddress)
        router.post("/mon-compte/adresse", use: account.askAddress)
        router.get("/mon-compte/adresse/:token", use: account.newAddress)
        router.post("/mon-compte/adresse/:token", use: account.proveAddress)
        let availability = AvailabilityController(keeping: AvailabilityKeeping(house), trust: Trust(house))
        router.get("/mon-compte/disponibilites", use: availability.show)
        router.post("/mon-compte/disponibilites", use: availability.save)
        router.post("/mon-compte/disponibilites/fin", use: availability.stop)
        router.post("/mon-compte/pause", use: availability.pause)
        router.post("/mon-compte/pause/fin", use: availability.resume)
        router.get("/mon-compte/charte", use: availability.charter)
        router.post("/mon-compte/charte", use: availability.acceptCharter)
        router.post("/mon-compte/rencontre", use: availability.askMeeting)
        let trust = TrustController(trust: Trust(house), throttle: throttle)
        router.get("/referent/confiance", use: trust.index)
        router.post("/referent/confiance", use: trust.search)
        router.get("/referent/confiance/:person", use: trust.show)
        router.post("/referent/confiance/:person/rencontres", use: trust.grant)
        router.post("/referent/confiance/:person/retrait", use: trust.revoke)
        router.post("/referent/confiance/:person/autorisation", use: trust.authorise)
        router.post("/referent/confiance/:person/autorisation/retrait", use: trust.endAuthorisation)
    }

    private func requests(_ router: Router<TownContext>) {
        let requests = Requests(house)
        let asking = AskingController(requests: requests, drafts: DraftBox(house), throttle: throttle, isSecure: settings.isSecure)
        router.get("/demandes/nouvelle", use: asking.new)
        router.get("/demandes/nouvelle/:step", use: asking.show)
        router.post("/demandes/nouvelle/:step", use: asking.save)
    }

    /// A request is followed by its link, or signed in: the same pages below two roots.
    private func tracking(_ router: Router<TownContext>) {
        let requests = Requests(house)
        let entrance = TrackingEntrance(throttle: throttle)
        let closing = RequestClosing(house)
        let tracking = TrackingController(requests: requests, entrance: entrance)
        let change = TrackingChangeController(requests: requests, entrance: entrance)
        let cancellation = TrackingCancellationController(requests: requests, closing: closing, entrance: entrance)
        let outcomes = OutcomesController(
            requests: requests, conversations: Conversations(house), closing: closing, entrance: entrance)
        for root in ["/suivi/:token", "/mon-compte/demandes/:request"] {
            router.get(RouterPath(root), use: tracking.show)
            router.get(RouterPath("\(root)/changement"), use: change.show)
            router.post(RouterPath("\(root)/changement"), use: change.create)
            router.get(RouterPath("\(root)/annulation"), use: cancellation.show)
            router.post(RouterPath("\(root)/annulation"), use: cancellation.create)
            router.get(RouterPath("\(root)/suite"), use: outcomes.show)
            router.post(RouterPath("\(root)/suite"), use: outcomes.create)
        }
        router.get("/conversations/:match/suite", use: outcomes.showToHelper)
        router.post("/conversations/:match/suite", use: outcomes.createByHelper)
    }

    private func matches(_ router: Router<TownContext>) {
        let conversations = ConversationsController(
            conversations: Conversations(house), entrance: TrackingEntrance(throttle: throttle))
        router.get("/conversations", use: conversations.index)
        for root in ["/conversations/:match", "/suivi/:token/conversation"] {
            router.get(RouterPath(root), use: conversations.show)
            router.post(RouterPath(root), use: conversations.create)
            router.post(RouterPath("\(root)/partage"), use: conversations.share)
        }
        let withdrawals = WithdrawalsController(
            conversations: Conversations(house), matching: Matching(house), throttle: throttle)
        router.get("/conversations/:match/retrait", use: withdrawals.show)
        router.post("/conversations/:match/retrait", use: withdrawals.create)
    }

    private func figures(_ router: Router<TownContext>) {
        let figures = FiguresController(figures: Figures(house))
        router.get("/chiffres", use: figures.show)
        router.get("/chiffres.csv", use: figures.csv)
    }

    private func offers(_ router: Router<TownContext>) {
        let needs = NeedsController(needs: PublicNeeds(house), redirect: NearRedirect(placing: Placing(house)))
        router.get("/demandes", use: needs.index)
        router.get("/demandes/:id", use: needs.show)
        let helping = HelpingController(helping: Helping(house), throttle: throttle)
        router.get("/demandes/:id/aide", use: helping.show)
        router.post("/demandes/:id/aide", use: helping.create)
        let offers = OffersController(offers: PublicOffers(house), redirect: NearRedirect(placing: Placing(house)))
        router.get("/propositions", use: offers.index)
        router.get("/propositions/:id", use: offers.show)
        let offering = OfferingController(
            offering: Offering(house), drafts: DraftBox(house), throttle: throttle, isSecure: settings.isSecure)
        router.get("/propositions/nouvelle", use: offering.new)
        router.get("/propositions/nouvelle/:step", use: offering.show)
        router.post("/propositions/nouvelle/:step", use: offering.save)
        let own = OwnOffersController(offers: OwnOffers(house), throttle: throttle)
        router.get("/mon-compte/propositions", use: own.index)
        router.get("/mon-compte/propositions/:id", use: own.edit)
        router.post("/mon-compte/propositions/:id", use: own.save)
        router.post("/mon-compte/propositions/:id/pause", use: own.pause)
        router.post("/mon-compte/propositions/:id/pause/fin", use: own.resume)
        router.get("/mon-compte/propositions/:id/retrait", use: own.withdrawal)
        router.post("/mon-compte/propositions/:id/retrait", use: own.withdraw)
    }

    private func ladder(_ router: Router<TownContext>) {
        let answers = AnswerController(answering: Answering(house), throttle: throttle)
        router.get("/reponse/:token", use: answers.show)
        router.post("/reponse/:token", use: answers.create)
    }

    private func referents(_ router: Router<TownContext>) {
        let referents = Referents(house)
        let page = ReferentController(referents: referents, throttle: throttle)
        router.get("/referent", use: page.show)
        router.get("/referent/demandes", use: page.lookup)
        router.get("/referent/liste-du-jour", use: page.dayList)
        let calls = CallController(referents: referents)
        router.get("/referent/appel", use: calls.new)
        router.post("/referent/appel", use: calls.create)
        router.get("/referent/appel/:id", use: calls.show)
        let ringBacks = RingBacksController(referents: referents)
        router.get("/referent/rappels", use: ringBacks.index)
        router.get("/referent/rappels/:id", use: ringBacks.show)
        router.post("/referent/rappels/:id/resultat", use: ringBacks.note)
        guidedRequests(router, referents)
    }

    private func guidedRequests(_ router: Router<TownContext>, _ referents: Referents) {
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
        let assignments = AssignmentController(referents: referents)
        router.get("/referent/demandes/:id/aidant", use: assignments.new)
        router.post("/referent/demandes/:id/aidant", use: assignments.create)
        router.post("/referent/demandes/:id/aidant/recherche", use: assignments.search)
    }

    private func moderation(_ router: Router<TownContext>) {
        let moderation = ModerationController(moderation: TextModeration(house))
        router.get("/moderation", use: moderation.show)
        router.post("/moderation/:kind/:id/decision", use: moderation.decide)
    }
}
