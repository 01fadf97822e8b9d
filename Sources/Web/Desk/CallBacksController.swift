import Domain
import Hummingbird
import UseCases

/// Whom the desk rings, one person at a time, and promises to ring.
struct CallBacksController: Sendable {
    let callingBack: CallingBack
    let calls: CallController

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.runningDesk()
        let board = try await callingBack.board(by: viewer.actor, in: context.facts)
        let done = request.uri.queryParameters["fait"].map(String.init)
        return CallQueuePage(site: site(context), board: board, done: done).response()
    }

    /// What the desk’s own script asks for now and then, to ring.
    func due(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.runningDesk()
        let board = try await callingBack.board(by: viewer.actor, in: context.facts)
        return .html(DueBox(site: site(context), board: board).markup)
    }

    func takeNext(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.runningDesk()
        let caller = try await callingBack.takeNext(by: viewer.actor, in: context.facts)
        return .seeOther(caller.map(context.links.callBack) ?? context.links.callBacks + "?fait=personne")
    }

    func take(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, caller) = (try context.runningDesk(), try context.caller())
        do {
            try await callingBack.take(caller, by: viewer.actor, in: context.facts)
            return .seeOther(context.links.callBack(caller))
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return .seeOther(context.links.callBacks + "?fait=pris")
        }
    }

    func release(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.runningDesk()
        try await callingBack.release(by: viewer.actor, in: context.facts)
        return .seeOther(context.links.callBacks)
    }

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        try await page(FormState(), context)
    }

    func note(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, caller) = (try context.runningDesk(), try context.caller())
        let body = try await FormBody(request)
        guard let result = body["result"].flatMap(CallAttempt.Result.init), let tries = body["tries"].flatMap({ Int($0) }) else {
            throw Refusal.invalid("result", "refusal.callResult")
        }
        do {
            try await callingBack.note(
                result, later: CallBackForm(body.fields), dictated: body["answer"], of: caller, knowing: tries, by: viewer.actor,
                in: context.facts)
            let isLeft = try await callingBack.board(by: viewer.actor, in: context.facts).held?.key == caller
            return .seeOther(isLeft ? context.links.callBack(caller) : context.links.callBacks + "?fait=note")
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(FormState(body.fields, refusal: refusal), context, status: 422)
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return .seeOther(context.links.callBacks + Self.done(refusal))
        }
    }

    /// One thing that need not be said any more.
    func settle(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, caller) = (try context.runningDesk(), try context.caller())
        guard let call = try await FormBody(request)["call"].flatMap({ ID<RingBack>(text: $0) }) else { throw Refusal.notFound }
        do {
            try await callingBack.settle(call, of: caller, by: viewer.actor, in: context.facts)
            return .seeOther(context.links.callBack(caller))
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return .seeOther(context.links.callBacks + Self.done(refusal))
        }
    }

    /// Somebody else rings them, or nobody does any more.
    private static func done(_ refusal: Refusal) -> String { refusal.key == "refusal.callerHeld" ? "?fait=pris" : "?fait=libre" }

    /// Whoever is not held is not shown: the list says who rings them, or lets them be taken.
    private func page(_ state: FormState, _ context: TownContext, status: Int = 200) async throws -> Response {
        let (viewer, caller) = (try context.runningDesk(), try context.caller())
        do {
            let held = try await callingBack.open(caller, by: viewer.actor, in: context.facts)
            if held.calls.isEmpty, held.promises.isEmpty { return .seeOther(context.links.callBacks + "?fait=note") }
            return HeldCallerPage(site: site(context), held: held, state: state).response(status: status)
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return .seeOther(context.links.callBacks + Self.done(refusal))
        }
    }

    func new(_ request: Request, _ context: TownContext) async throws -> Response {
        _ = try context.atDesk()
        let number = request.uri.queryParameters["numero"].map { String($0.prefix(40)) } ?? ""
        return NewCallBackPage(site: site(context), state: FormState(["phone": number, "reason": "missed"])).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.atDesk()
        let form = CallBackForm(try await FormBody(request).fields)
        do {
            try await callingBack.promise(form, by: viewer.actor, in: context.facts)
            return .seeOther(viewer.actor.runsDesk ? context.links.callBacks + "?fait=promis" : context.links.desk + "?fait=promis")
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return NewCallBackPage(site: site(context), state: FormState(form.fields, refusal: refusal)).response(status: 422)
        }
    }

    /// From the screen of a call, which is kept.
    func promise(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.atDesk()
        let body = try await FormBody(request)
        let (id, typed, seen) = try calls.read(body, context)
        do {
            try await callingBack.promise(CallBackForm(body.fields), typed, of: id, seen: seen, by: viewer.actor, in: context.facts)
            return .seeOther(context.links.desk + "?fait=promis")
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await calls.refused(refusal, typed, id, seen, viewer, context, beside: ["time": body["time"] ?? ""])
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return try await calls.overtaken(refusal, typed, id, viewer, context)
        }
    }

    private func site(_ context: TownContext) -> Site { Site(context, "/conciergerie/rappels") }
}

extension TownContext {
    /// Whoever sees what waits at the desk; for others the page does not exist.
    func runningDesk() throws(Refusal) -> Viewer { try staff(.operator, .administrator) }

    /// The caller in the address; what is none is nothing.
    func caller() throws(Refusal) -> CallerKey {
        guard let key = parameters.get("caller").flatMap({ CallerKey(text: String($0)) }) else { throw .notFound }
        return key
    }
}
