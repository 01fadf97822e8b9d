import Domain
import Hummingbird
import UseCases

/// The referent's own page, the requests found by their number, the calls to make.
struct ReferentController: Sendable {
    let referents: Referents
    let throttle: Throttle

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.guide()
        let todo = try await referents.todo(by: viewer.actor, in: context.facts)
        let done = request.uri.queryParameters["fait"].map(String.init)
        return TodoPage(site: Site(context, "/referent"), todo: todo, done: done).response()
    }

    /// `?reference=T4K-92H`, as it is said on the telephone.
    func lookup(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.guide()
        let site = Site(context, "/referent/demandes")
        guard let typed = request.uri.queryParameters["reference"].map(String.init), !typed.isEmpty else {
            return LookupPage(site: site, state: FormState(), spoken: nil).response()
        }
        let state = FormState(["reference": typed])
        do {
            guard let reference = Reference(typed) else { throw Refusal(.notFound, "refusal.reference") }
            try throttle.take(.write, context.network)
            let spoken = try await referents.spoken(reference, by: viewer.actor, in: context.facts)
            return LookupPage(site: site, state: state, spoken: spoken).response()
        } catch let refusal as Refusal where refusal.key == "refusal.reference" {
            let refused = FormState(state.values, refusal: .invalid("reference", refusal.key))
            return LookupPage(site: site, state: refused, spoken: nil).response(status: 404)
        }
    }

    func welcome(_ request: Request, _ context: TownContext) async throws -> Response { try await greet(.welcome, context) }

    func giveNews(_ request: Request, _ context: TownContext) async throws -> Response { try await greet(.news, context) }

    private func greet(_ kind: Greeting.Kind, _ context: TownContext) async throws -> Response {
        let viewer = try context.guide()
        try await referents.greet(try context.id(Person.self), kind, by: viewer.actor, in: context.facts)
        return .seeOther(context.links.referent(done: kind == .welcome ? "bienvenue" : "nouvelles"))
    }

    func startMail(_ request: Request, _ context: TownContext) async throws -> Response { try await turnMail(on: true, context) }

    func endMail(_ request: Request, _ context: TownContext) async throws -> Response { try await turnMail(on: false, context) }

    private func turnMail(on isOn: Bool, _ context: TownContext) async throws -> Response {
        let viewer = try context.guide()
        try await referents.turnDayMail(on: isOn, by: viewer.actor, in: context.facts)
        return .seeOther(context.links.referent(done: "courriel"))
    }

    func dayList(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.guide()
        let list = try await referents.dayList(by: viewer.actor, in: context.facts)
        return DayListPage(site: Site(context, "/referent/liste-du-jour"), list: list).response()
    }
}

extension TownContext {
    /// A referent or an administrator; for others the page does not exist.
    func guide() throws(Refusal) -> Viewer { try staff(.referent, .administrator) }

    /// The id in the address; what is no id is nothing.
    func id<Subject>(_ subject: Subject.Type = Subject.self, _ name: String = "id") throws(Refusal) -> ID<Subject> {
        guard let id = parameters.get(name).flatMap({ ID<Subject>(text: $0) }) else { throw .notFound }
        return id
    }
}
