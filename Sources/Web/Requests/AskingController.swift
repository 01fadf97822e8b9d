import Domain
import HTTPTypes
import Hummingbird
import Localization
import Secrets
import UseCases

/// Asking for help: one question per page, answers kept in a draft so that going back loses nothing.
struct AskingController: Sendable {
    let requests: Requests
    let drafts: DraftBox
    let mandating: Mandating
    let capacity: Capacity
    let throttle: Throttle
    let isSecure: Bool

    /// `/demandes/nouvelle`: a fresh start, with what the address brings (`?quoi=courses`).
    func new(_ request: Request, _ context: TownContext) async throws -> Response {
        var form = AskForm(startingFields(context))
        if let key = request.uri.queryParameters["category"].map(String.init), context.facts.category(key: key) != nil {
            form["category"] = key
        }
        let isPlaced = choosePlace(request, &form, context)
        try await choose(request, &form, context)
        form["offer"] = request.uri.queryParameters["proposition"].map(String.init)
        let token = try await drafts.save(form.fields, kind: "ask", token: nil, in: context.town)
        // Whose help was asked for by name, and the quartier of a poster, are not lost even where no cookie is kept.
        let address = DraftAddress(token, isCarried: isPlaced || form["offer"] != nil, context.links)
        return .seeOther(address.ask(form["category"] == nil ? .what : .when), cookies: [cookie(token, context)])
    }

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let step = try step(context)
        let draft = try await draft(request, context)
        let form = draft?.form ?? AskForm(startingFields(context))
        let address = DraftAddress(draft?.token, isCarried: cookie(request, context) == nil, context.links)
        let choices = try await requests.choices(for: form, in: context.facts)
        let open = form.firstOpenStep(choices)
        guard step.number <= open.number else { return .seeOther(address.ask(open)) }
        let refusal = request.uri.queryParameters["essai"] == nil ? nil : refusal(step, form, choices)
        return AskPage(
            site: Site(context, "/demandes/nouvelle"), step: step, state: FormState(form.fields, refusal: refusal), form: form,
            place: refusal == nil ? nil : choices.place, address: address, mandates: try await mandates(for: form, context),
            advice: step == .check ? try await capacity.advice(before: form, choices, in: context.facts) : nil
        ).response()
    }

    func save(_ request: Request, _ context: TownContext) async throws -> Response {
        let step = try step(context)
        let body = try await FormBody(request)
        let draft = try await draft(request, context)
        var form = draft?.form ?? AskForm(startingFields(context))
        for name in AskForm.names[step] ?? [] { form[name] = body[name] ?? "" }
        let choices = try await requests.choices(for: form, in: context.facts)
        form.settle(choices.place)
        // Under a secret of its own each time, unless a cookie brought it: whoever sent somebody an address does not read what they type.
        let own = draft.flatMap { $0.token == cookie(request, context) ? $0.token : nil }
        let token = try await drafts.save(form.fields, kind: "ask", token: own, in: context.town)
        let address = DraftAddress(token, isCarried: cookie(request, context) == nil, context.links)
        let kept = [cookie(token, context)]
        do {
            try form.check(step, choices)
            if step == .details { try requests.reread(form, in: context.facts) }
            guard step == .check else {
                return .seeOther(address.ask(body["back"] == "check" ? .check : next(step, form)), cookies: kept)
            }
            return try await send(form, token, context)
        } catch let concern as TextConcern {
            var response = guarding(concern, form, address, context).response(status: 422)
            for line in kept { response.headers.append(HTTPField(name: .setCookie, value: line)) }
            return response
        } catch let refusal as Refusal where refusal.kind == .invalid {
            // A page of its own, so that going back from it is a plain page view and sends nothing again.
            return .seeOther(address.ask(step, again: true), cookies: kept)
        }
    }

    /// Sent again, it is the question of the details once more; the rest is in the draft.
    private func guarding(_ concern: TextConcern, _ form: AskForm, _ address: DraftAddress, _ context: TownContext) -> GuardPage {
        GuardPage(
            site: Site(context, "/demandes/nouvelle"), concern: concern, action: address.ask(.details),
            text: ("details", "ask.details.details", 1_000), fields: form.fields.only(["details", "constraints"]),
            back: address.ask(.details))
    }

    private func refusal(_ step: AskForm.Step, _ form: AskForm, _ choices: AskForm.Choices) -> Refusal? {
        do throws(Refusal) {
            try form.check(step, choices)
            return nil
        } catch {
            return error
        }
    }

    private func send(_ form: AskForm, _ draft: Token, _ context: TownContext) async throws -> Response {
        try throttle.take(.ask, context.network)
        let created = try await requests.ask(
            form, in: context.facts, by: context.actor, language: context.t.language.rawValue, door: .web)
        try await drafts.delete(draft, in: context.town)
        if let mandate = form.mandate {
            // The tracking link is the represented person's own.
            return .seeOther(
                context.links.mandate(mandate) + "?fait=demande", cookies: [jar(context).line(.draft, "", seconds: 0)])
        }
        return .seeOther(
            context.links.tracking(created.tracking.text) + "?nouvelle=1", cookies: [jar(context).line(.draft, "", seconds: 0)])
    }

    /// `?mandat={id}`: in the name of that person, who is where the mandate says, not where one is oneself.
    private func choose(_ request: Request, _ form: inout AskForm, _ context: TownContext) async throws {
        guard let id = request.uri.queryParameters["mandat"].flatMap({ ID<Mandate>(text: String($0)) }),
            let line = try await mandating.asking(by: context.actor, including: id, in: context.facts).first(where: { $0.mandate.id == id })
        else { return }
        form["for"] = id.text
        (form["address"], form["place"]) = (nil, nil)
        form["neighbourhood"] = context.facts.neighbourhood(line.mandate.neighbourhood)?.slug ?? "unknown"
    }

    /// `?quartier={slug}`, as posters have it: where help is wanted is answered already, and may be changed.
    private func choosePlace(_ request: Request, _ form: inout AskForm, _ context: TownContext) -> Bool {
        guard let slug = request.uri.queryParameters["quartier"].map(String.init), context.facts.neighbourhood(slug: slug) != nil else {
            return false
        }
        (form["address"], form["place"], form["neighbourhood"]) = (nil, nil, slug)
        return true
    }

    private func mandates(for form: AskForm, _ context: TownContext) async throws -> [Mandating.Line] {
        try await mandating.asking(by: context.actor, including: form.mandate, in: context.facts)
    }

    /// How to reach the represented person is known already.
    private func next(_ step: AskForm.Step, _ form: AskForm) -> AskForm.Step {
        let next = step.next ?? .check
        return form.mandate != nil && next == .contact ? .check : next
    }

    private func step(_ context: TownContext) throws -> AskForm.Step {
        guard let step = context.parameters.get("step").flatMap({ AskForm.Step(path: $0) }) else { throw Refusal.notFound }
        return step
    }

    /// The draft of this browser: behind its cookie, or where it keeps none, behind the secret that its address carries.
    private func draft(_ request: Request, _ context: TownContext) async throws -> (token: Token, form: AskForm)? {
        for token in [cookie(request, context), DraftAddress.token(of: request)].compactMap(\.self) {
            if let fields = try await drafts.find(token, kind: "ask", in: context.town) { return (token, AskForm(fields)) }
        }
        return nil
    }

    /// What we know already is not asked again (WCAG 2.2, 3.3.7).
    private func startingFields(_ context: TownContext) -> [String: String] {
        guard let person = context.viewer?.person else { return [:] }
        var fields = ["firstName": person.firstName]
        fields["lastName"] = person.lastName
        fields["email"] = person.email?.text
        fields["phone"] = person.phone?.spoken
        let profile = ProfileForm(person, neighbourhood: context.facts.neighbourhood(person.neighbourhood)).fields
        fields["neighbourhood"] = context.facts.neighbourhood(person.neighbourhood)?.slug
        if context.facts.hasAddresses, let address = profile["address"] {
            (fields["address"], fields["place"]) = (address, profile["place"])
        }
        return fields
    }

    private func jar(_ context: TownContext) -> CookieJar { CookieJar(isSecure: isSecure, town: context.town.slug) }
    private func cookie(_ request: Request, _ context: TownContext) -> Token? {
        jar(context).read(.draft, from: request).flatMap { Token(text: $0) }
    }
    private func cookie(_ token: Token, _ context: TownContext) -> String { jar(context).line(.draft, token.text, seconds: 7_200) }
}
