import Domain
import Hummingbird
import UseCases

/// `/conciergerie`: what waits at the phone desk, and a call that begins.
struct DeskController: Sendable {
    let desk: Desk
    let handing: HandingOver
    let referents: Referents
    let callingBack: CallingBack
    let throttle: Throttle

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.atDesk()
        let board = try await desk.board(by: viewer.actor, in: context.facts)
        let atDesk = try await handing.atDesk(by: viewer.actor, in: context.facts)
        let calls = viewer.actor.runsDesk ? try await callingBack.board(by: viewer.actor, in: context.facts) : nil
        let done = request.uri.queryParameters["fait"].map(String.init)
        return DeskPage(site: Site(context, "/conciergerie"), board: board, atDesk: atDesk, done: done, calls: calls).response()
    }

    /// Where a telephony link leads. Only the button begins the call: a link that is looked at changes nothing.
    func new(_ request: Request, _ context: TownContext) async throws -> Response {
        _ = try context.atDesk()
        let number = request.uri.queryParameters["numero"].map(String.init) ?? ""
        return NewCallPage(site: Site(context, "/conciergerie/appel"), number: String(number.prefix(40))).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.atDesk()
        let body = try await FormBody(request)
        return .seeOther(context.links.call(try await desk.begin(number: body["numero"], by: viewer.actor, in: context.facts)))
    }

    /// `?reference=T4K-92H`, as the caller says it: its state and its promise, and nobody's name but the owner's.
    func lookup(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.atDesk()
        let site = Site(context, "/conciergerie/demandes")
        let typed = request.uri.queryParameters["reference"].map(String.init) ?? ""
        guard !typed.isEmpty else { return LookupPage(site: site, state: FormState(), spoken: nil, isAtDesk: true).response() }
        do {
            guard let reference = Reference(typed) else { throw Refusal(.notFound, "refusal.reference") }
            try throttle.take(.write, context.network)
            let spoken = try await referents.spoken(reference, by: viewer.actor, in: context.facts)
            return LookupPage(site: site, state: FormState(["reference": typed]), spoken: spoken, isAtDesk: true).response()
        } catch let refusal as Refusal where refusal.key == "refusal.reference" {
            let state = FormState(["reference": typed], refusal: .invalid("reference", refusal.key))
            return LookupPage(site: site, state: state, spoken: nil, isAtDesk: true).response(status: 404)
        }
    }
}

extension TownContext {
    /// Whoever answers calls; for others the page does not exist.
    func atDesk() throws(Refusal) -> Viewer { try staff(.operator, .referent, .administrator) }
}
