import Domain
import Hummingbird
import UseCases

/// Every route of a town’s site; those of its staff and of people’s rights beside this file.
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
        desk(router)
        concerns(router)
        paper(router)
        dispatch(router)
        duty(router)
        moderation(router)
        reports(router)
        privacy(router)
        mandates(router)
        organisations(router)
        services(router)
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
        router.post("/mon-compte/disponibilites/types", use: availability.welcomeAgain)
        router.post("/mon-compte/pause", use: availability.pause)
        router.post("/mon-compte/pause/fin", use: availability.resume)
        router.get("/mon-compte/charte", use: availability.charter)
        router.post("/mon-compte/charte", use: availability.acceptCharter)
        router.post("/mon-compte/rencontre", use: availability.askMeeting)
        privacy(router, cookies)
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
        let asking = AskingController(
            requests: requests, drafts: DraftBox(house), mandating: Mandating(house), capacity: Capacity(house),
            throttle: throttle, isSecure: settings.isSecure)
        router.get("/demandes/nouvelle", use: asking.new)
        router.get("/demandes/nouvelle/:step", use: asking.show)
        router.post("/demandes/nouvelle/:step", use: asking.save)
    }

    /// A request is followed by its link, signed in, or under a mandate: the same pages below three roots.
    private func tracking(_ router: Router<TownContext>) {
        let requests = Requests(house)
        let entrance = TrackingEntrance(throttle: throttle)
        let closing = RequestClosing(house)
        let tracking = TrackingController(requests: requests, standing: Standing(house), entrance: entrance)
        let change = TrackingChangeController(requests: requests, entrance: entrance)
        let cancellation = TrackingCancellationController(requests: requests, closing: closing, entrance: entrance)
        let outcomes = OutcomesController(
            requests: requests, conversations: Conversations(house), closing: closing, entrance: entrance)
        let appeals = TrackingAppealController(requests: requests, moderation: TextModeration(house), entrance: entrance)
        let renewals = TrackingRenewalController(requests: requests, entrance: entrance)
        let times = TimeProposalsController(proposing: TimeProposing(house), referents: Referents(house), entrance: entrance)
        for root in ["/suivi/:token", "/mon-compte/demandes/:request", "/mandats/:mandate/demandes/:request"] {
            router.get(RouterPath(root), use: tracking.show)
            router.get(RouterPath("\(root)/changement"), use: change.show)
            router.post(RouterPath("\(root)/changement"), use: change.create)
            router.get(RouterPath("\(root)/annulation"), use: cancellation.show)
            router.post(RouterPath("\(root)/annulation"), use: cancellation.create)
            router.get(RouterPath("\(root)/recours"), use: appeals.show)
            router.post(RouterPath("\(root)/recours"), use: appeals.create)
            router.get(RouterPath("\(root)/suite"), use: outcomes.show)
            router.post(RouterPath("\(root)/suite"), use: outcomes.create)
            router.post(RouterPath("\(root)/maintien"), use: renewals.create)
            router.post(RouterPath("\(root)/moments/:proposal"), use: times.decide)
        }
        router.get("/conversations/:match/suite", use: outcomes.showToHelper)
        router.post("/conversations/:match/suite", use: outcomes.createByHelper)
    }

    private func matches(_ router: Router<TownContext>) {
        let conversations = ConversationsController(
            conversations: Conversations(house), standing: Standing(house), entrance: TrackingEntrance(throttle: throttle))
        router.get("/conversations", use: conversations.index)
        for root in ["/conversations/:match", "/suivi/:token/conversation", "/mandats/:mandate/demandes/:request/conversation"] {
            router.get(RouterPath(root), use: conversations.show)
            router.post(RouterPath(root), use: conversations.create)
        }
        for root in ["/conversations/:match", "/suivi/:token/conversation"] {
            router.post(RouterPath("\(root)/partage"), use: conversations.share)
        }
        let appeals = MessageAppealController(moderation: TextModeration(house), entrance: TrackingEntrance(throttle: throttle))
        for root in ["/conversations/:match", "/suivi/:token/conversation"] {
            router.get(RouterPath("\(root)/messages/:message/recours"), use: appeals.show)
            router.post(RouterPath("\(root)/messages/:message/recours"), use: appeals.create)
        }
        blocks(router)
        standing(router)
        let withdrawals = WithdrawalsController(
            conversations: Conversations(house), matching: Matching(house), throttle: throttle)
        router.get("/conversations/:match/retrait", use: withdrawals.show)
        router.post("/conversations/:match/retrait", use: withdrawals.create)
    }

    /// Recurring help.
    private func standing(_ router: Router<TownContext>) {
        let pair = StandingController(standing: Standing(house), entrance: TrackingEntrance(throttle: throttle))
        for root in ["/conversations/:match", "/suivi/:token/conversation"] {
            router.get(RouterPath("\(root)/premier-jour"), use: pair.showDay)
            router.post(RouterPath("\(root)/premier-jour"), use: pair.saveDay)
            router.post(RouterPath("\(root)/deuxieme"), use: pair.decide)
        }
        router.post("/conversations/:match/absence", use: pair.miss)
        router.post("/conversations/:match/absence/fin", use: pair.takeBack)
        router.post("/reponse/:token/deuxieme", use: pair.offer)
        let links = StandingLinksController(standing: StandingLinks(house), throttle: throttle)
        router.get("/prochaine-fois/:token", use: links.reminder)
        router.post("/prochaine-fois/:token", use: links.miss)
        router.post("/prochaine-fois/:token/finalement", use: links.takeBack)
        router.get("/deuxieme/:token", use: links.invitation)
        router.post("/deuxieme/:token", use: links.answerInvitation)
        router.get("/nouvelles/:token", use: links.check)
        router.post("/nouvelles/:token", use: links.answerCheck)
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
        let proposal = ProposalController(proposing: Proposing(house), throttle: throttle)
        router.get("/categories/proposition", use: proposal.show)
        router.post("/categories/proposition", use: proposal.create)
        let own = OwnOffersController(offers: OwnOffers(house), throttle: throttle)
        router.get("/mon-compte/propositions", use: own.index)
        router.get("/mon-compte/propositions/:id", use: own.edit)
        router.post("/mon-compte/propositions/:id", use: own.save)
        router.post("/mon-compte/propositions/:id/pause", use: own.pause)
        router.post("/mon-compte/propositions/:id/pause/fin", use: own.resume)
        router.post("/mon-compte/propositions/:id/maintien", use: own.keep)
        let appeals = OfferAppealController(offers: OwnOffers(house), moderation: TextModeration(house), throttle: throttle)
        router.get("/mon-compte/propositions/:id/recours", use: appeals.show)
        router.post("/mon-compte/propositions/:id/recours", use: appeals.create)
        router.get("/mon-compte/propositions/:id/retrait", use: own.withdrawal)
        router.post("/mon-compte/propositions/:id/retrait", use: own.withdraw)
    }

    private func ladder(_ router: Router<TownContext>) {
        let answers = AnswerController(answering: Answering(house), throttle: throttle)
        router.get("/reponse/:token", use: answers.show)
        router.post("/reponse/:token", use: answers.create)
        let stillAvailable = StillAvailableController(stillAvailable: StillAvailable(house), throttle: throttle)
        router.get("/disponibilite/:token", use: stillAvailable.show)
        router.post("/disponibilite/:token", use: stillAvailable.create)
        router.get("/reponse/:token/autre-moment", use: answers.otherTime)
        router.post("/reponse/:token/autre-moment", use: answers.propose)
        let reminders = ReminderController(reminding: Reminding(house), throttle: throttle)
        router.get("/rendez-vous/:token", use: reminders.show)
        router.post("/rendez-vous/:token", use: reminders.create)
        let noShows = NoShowController(hearing: NoShowHearing(house), throttle: throttle)
        router.get("/rendez-vous-manque/:token", use: noShows.show)
        router.post("/rendez-vous-manque/:token", use: noShows.create)
    }
}
