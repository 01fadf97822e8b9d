import Domain
import Hummingbird
import Localization
import Secrets
import UseCases

/// Asking for help: one question per page, answers kept in a draft so that going back loses nothing.
struct AskingController: Sendable {
    let requests: Requests
    let drafts: DraftBox
    let throttle: Throttle
    let isSecure: Bool

    /// `/demandes/nouvelle`: a fresh start, with what the address brings (`?quoi=courses`).
    func new(_ request: Request, _ context: TownContext) async throws -> Response {
        var form = AskForm(startingFields(context))
        if let key = request.uri.queryParameters["category"].map(String.init), context.facts.category(key: key) != nil {
            form["category"] = key
        }
        form["offer"] = request.uri.queryParameters["proposition"].map(String.init)
        let cookie = try await drafts.save(form.fields, kind: "ask", token: nil, in: context.town)
        return .seeOther(
            context.links.ask(form["category"] == nil ? .what : .when), cookies: [jar(context).line(.draft, cookie.text, seconds: 7_200)])
    }

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let step = try step(context)
        let form = try await form(request, context)
        let choices = try await requests.choices(for: form, in: context.facts)
        let open = form.firstOpenStep(choices)
        guard step.number <= open.number else { return .seeOther(context.links.ask(open)) }
        let refusal = request.uri.queryParameters["essai"] == nil ? nil : refusal(step, form, choices)
        return AskPage(
            site: Site(context, "/demandes/nouvelle"), step: step, state: FormState(form.fields, refusal: refusal), form: form,
            place: refusal == nil ? nil : choices.place
        ).response()
    }

    func save(_ request: Request, _ context: TownContext) async throws -> Response {
        let step = try step(context)
        let body = try await FormBody(request)
        var form = try await form(request, context)
        for name in AskForm.names[step] ?? [] { form[name] = body[name] ?? "" }
        let choices = try await requests.choices(for: form, in: context.facts)
        form.settle(choices.place)
        let cookie = try await drafts.save(form.fields, kind: "ask", token: token(request, context), in: context.town)
        let kept = [jar(context).line(.draft, cookie.text, seconds: 7_200)]
        do {
            try form.check(step, choices)
            guard step == .check else {
                return .seeOther(context.links.ask(body["back"] == "check" ? .check : step.next ?? .check), cookies: kept)
            }
            return try await send(form, cookie, context)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            // A page of its own, so that going back from it is a plain page view and sends nothing again.
            return .seeOther(context.links.ask(step) + "?essai=1", cookies: kept)
        }
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
        return .seeOther(
            context.links.tracking(created.tracking.text) + "?nouvelle=1", cookies: [jar(context).line(.draft, "", seconds: 0)])
    }

    private func step(_ context: TownContext) throws -> AskForm.Step {
        guard let step = context.parameters.get("step").flatMap({ AskForm.Step(path: $0) }) else { throw Refusal.notFound }
        return step
    }

    private func form(_ request: Request, _ context: TownContext) async throws -> AskForm {
        guard let token = token(request, context), let fields = try await drafts.find(token, kind: "ask", in: context.town) else {
            return AskForm(startingFields(context))
        }
        return AskForm(fields)
    }

    /// What we know already is not asked again (WCAG 2.2, 3.3.7).
    private func startingFields(_ context: TownContext) -> [String: String] {
        guard let person = context.viewer?.person else { return [:] }
        var fields = ["firstName": person.firstName]
        fields["lastName"] = person.lastName
        fields["email"] = person.email?.text
        fields["phone"] = person.phone?.spoken
        fields["neighbourhood"] = context.facts.neighbourhood(person.neighbourhood)?.slug
        return fields
    }

    private func jar(_ context: TownContext) -> CookieJar { CookieJar(isSecure: isSecure, town: context.town.slug) }
    private func token(_ request: Request, _ context: TownContext) -> Token? {
        jar(context).read(.draft, from: request).flatMap { Token(text: $0) }
    }
}
