import Domain
import Hummingbird
import Secrets
import UseCases

/// Offering help in four questions. Answers wait in a draft, so that neither going back nor signing in again loses any.
struct OfferingController: Sendable {
    private static let kind = "offer"
    let offering: Offering
    let drafts: DraftBox
    let throttle: Throttle
    let isSecure: Bool

    /// `/propositions/nouvelle`: the first question, with what the address brings (`?categorie=groceries`).
    func new(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        try await offering.check(viewer.person, in: context.facts)
        var form = try await form(request, context, viewer)
        if let key = request.uri.queryParameters["categorie"].map(String.init), context.facts.category(key: key) != nil {
            form["category"] = key
        }
        return page(.what, form, context, viewer).response()
    }

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        let step = try step(context)
        let form = try await form(request, context, viewer)
        let open = form.firstOpenStep(offering.choices(context.facts, for: viewer.person))
        guard step.number <= open.number else { return .seeOther(context.links.newOffer(open)) }
        return page(step, form, context, viewer).response()
    }

    func save(_ request: Request, _ context: TownContext) async throws -> Response {
        let step = try step(context)
        let body = try await FormBody(request)
        var form = try await form(request, context, context.viewer)
        for name in OfferForm.names[step] ?? [] { form[name] = body.all(name).joined(separator: ",") }
        let cookie = try await drafts.save(form.fields, kind: Self.kind, token: token(request, context), in: context.town)
        let kept = [jar(context).line(.offer, cookie.text, seconds: 7_200)]
        guard let viewer = context.viewer else {
            return .seeOther("\(context.links.signIn)?retour=\(Query.encoded(context.links.newOffer(step)))", cookies: kept)
        }
        do {
            try form.check(step, offering.choices(context.facts, for: viewer.person))
            guard step == .check else { return .seeOther(context.links.newOffer(step.next ?? .check), cookies: kept) }
            return try await send(form, cookie, context)
        } catch let concern as TextConcern {
            return GuardPage(
                site: Site(context, "/propositions/nouvelle"), concern: concern, action: context.links.newOffer(.check),
                text: ("details", "offer.details", 300), fields: form.fields.only(["details", "birthYear"]),
                back: context.links.newOffer(.check)
            ).response(status: 422)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return page(step, form, context, viewer, refusal).response(status: 422)
        }
    }

    private func send(_ form: OfferForm, _ draft: Token, _ context: TownContext) async throws -> Response {
        try throttle.take(.write, context.network)
        try await offering.offer(form, in: context.facts, by: context.actor)
        try await drafts.delete(draft, in: context.town)
        return .seeOther(context.links.ownOffers + "?fait=proposition", cookies: [jar(context).line(.offer, "", seconds: 0)])
    }

    private func page(
        _ step: OfferForm.Step, _ form: OfferForm, _ context: TownContext, _ viewer: Viewer, _ refusal: Refusal? = nil
    ) -> OfferFormPage {
        OfferFormPage(
            site: Site(context, "/propositions/nouvelle"), step: step, state: FormState(form.fields, refusal: refusal), form: form,
            needsBirthYear: viewer.person.birthYear == nil)
    }

    private func step(_ context: TownContext) throws -> OfferForm.Step {
        guard let step = context.parameters.get("step").flatMap({ OfferForm.Step(path: $0) }) else { throw Refusal.notFound }
        return step
    }

    /// What we know already is not asked again (WCAG 2.2, 3.3.7).
    private func form(_ request: Request, _ context: TownContext, _ viewer: Viewer?) async throws -> OfferForm {
        if let token = token(request, context), let fields = try await drafts.find(token, kind: Self.kind, in: context.town) {
            return OfferForm(fields)
        }
        let home = context.facts.neighbourhood(viewer?.person.neighbourhood)
        return OfferForm(home.map { ["neighbourhood": $0.slug] } ?? [:])
    }

    private func jar(_ context: TownContext) -> CookieJar { CookieJar(isSecure: isSecure, town: context.town.slug) }
    private func token(_ request: Request, _ context: TownContext) -> Token? {
        jar(context).read(.offer, from: request).flatMap { Token(text: $0) }
    }
}

extension OfferForm.Step {
    /// French, in every language.
    var path: String {
        switch self {
        case .what: "quoi"
        case .when: "quand"
        case .place: "ou"
        case .check: "verification"
        }
    }

    init?(path: String) {
        guard let step = Self.allCases.first(where: { $0.path == path }) else { return nil }
        self = step
    }

    var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
    var previous: Self? { number > 1 ? Self.allCases[number - 2] : nil }
    var next: Self? { number < Self.allCases.count ? Self.allCases[number] : nil }
}

extension Links {
    func newOffer(_ step: OfferForm.Step) -> String { "\(newOffer)/\(step.path)" }
    var ownOffers: String { account + "/propositions" }
    func ownOffer(_ id: ID<Offer>) -> String { "\(ownOffers)/\(id.text)" }
    func pause(_ id: ID<Offer>) -> String { ownOffer(id) + "/pause" }
    func endOfPause(_ id: ID<Offer>) -> String { ownOffer(id) + "/pause/fin" }
    func keeping(_ id: ID<Offer>) -> String { ownOffer(id) + "/maintien" }
    func withdrawal(_ id: ID<Offer>) -> String { ownOffer(id) + "/retrait" }
}
