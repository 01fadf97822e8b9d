import Domain
import Hummingbird
import Localization
import UseCases

/// `/dpo/demandes`: requests about people's rights, the most pressing first, and each step of an answer.
struct RightsDeskController: Sendable {
    let desk: RightsDesk

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.dpo)
        let lists = try await desk.lists(by: viewer.actor, in: context.town)
        return RightsListPage(site: Site(context, "/dpo"), lists: lists).response()
    }

    func new(_ request: Request, _ context: TownContext) async throws -> Response {
        _ = try context.staff(.dpo)
        let today = CivilDay(desk.now, in: context.town.timeZone).iso
        return entry(FormState(["id": desk.newID().text, "receivedOn": today]), context).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.dpo)
        let fields = try await FormBody(request).fields
        guard let id = fields["id"].flatMap({ ID<RightsRequest>(text: $0) }) else { throw Refusal(.invalid, "refusal.form") }
        do {
            let language = context.t.language.rawValue
            try await desk.take(RightsForm(fields), id: id, language: language, by: viewer.actor, in: context.facts)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return entry(FormState(fields, refusal: refusal), context).response(status: 422)
        }
        return .seeOther(context.links.rightsRequest(id))
    }

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        try await page(FormState(), context).response()
    }

    func identify(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.dpo)
        return try await answering(request, context) { id, fields in
            guard let how = fields["identity"].flatMap(RightsRequest.Identity.init(rawValue:)) else {
                throw Refusal.invalid("identity", "refusal.rights.how")
            }
            try await desk.identify(id, how, by: viewer.actor, in: context.town)
        }
    }

    func extend(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.dpo)
        return try await answering(request, context) { try await desk.extend($0, $1, by: viewer.actor, in: context.town) }
    }

    func answer(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.dpo)
        return try await answering(request, context) { try await desk.answer($0, $1, by: viewer.actor, in: context.town) }
    }

    /// A POST: a search is journaled.
    func search(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.dpo)
        let (id, fields) = (try id(context), try await FormBody(request).fields)
        do {
            let found = try await desk.candidates(fields["who"], for: id, by: viewer.actor, in: context.town)
            let isErasure = try await desk.show(id, by: viewer.actor, in: context.town).kind == .erasure
            return RightsFilePage(site: Site(context, "/dpo"), id: id, found: found, isErasure: isErasure).response()
        } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
            return try await page(FormState(fields, refusal: refusal), context).response(status: 422)
        }
    }

    func file(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.dpo)
        guard let person = context.parameters.get("person").flatMap({ ID<Person>(text: $0) }) else { throw Refusal.notFound }
        let file = try await desk.file(of: person, for: try id(context), by: viewer.actor, in: context.facts)
        return PersonalFilePage(site: Site(context, "/dpo"), file: file, back: context.links.rightsRequest(try id(context))).response()
    }

    func erase(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.dpo)
        guard let person = context.parameters.get("person").flatMap({ ID<Person>(text: $0) }) else { throw Refusal.notFound }
        return try await answering(request, context) { id, _ in
            try await desk.erase(person, for: id, by: viewer.actor, in: context.facts)
        }
    }

    private func answering(
        _ request: Request, _ context: TownContext, _ work: (ID<RightsRequest>, [String: String]) async throws -> Void
    ) async throws -> Response {
        let (id, fields) = (try id(context), try await FormBody(request).fields)
        do {
            try await work(id, fields)
        } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
            return try await page(FormState(fields, refusal: refusal), context).response(status: 422)
        }
        return .seeOther(context.links.rightsRequest(id))
    }

    private func id(_ context: TownContext) throws -> ID<RightsRequest> {
        guard let id = context.parameters.get("id").flatMap({ ID<RightsRequest>(text: $0) }) else { throw Refusal.notFound }
        return id
    }

    private func page(_ state: FormState, _ context: TownContext) async throws -> RightsRequestPage {
        let viewer = try context.staff(.dpo)
        let request = try await desk.show(try id(context), by: viewer.actor, in: context.town)
        return RightsRequestPage(site: Site(context, "/dpo"), request: request, now: desk.now, state: state)
    }

    private func entry(_ state: FormState, _ context: TownContext) -> RightsEntryPage {
        RightsEntryPage(site: Site(context, "/dpo"), state: state)
    }
}
