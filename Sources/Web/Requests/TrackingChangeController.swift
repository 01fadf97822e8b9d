import Domain
import Hummingbird
import Localization
import UseCases

/// Changing a request that is not over: when, the words, how to be reached.
struct TrackingChangeController: Sendable {
    let requests: Requests
    let entrance: TrackingEntrance

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let way = try entrance.way(context)
        let tracked = try await entrance.guarded(context) { try await requests.tracked(way.door, in: context.facts) }
        guard tracked.isLive else { return .seeOther(way.pages.root) }
        return page(tracked, FormState(fields(tracked, context)), way, context).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        try entrance.throttle.take(.write, context.network)
        let way = try entrance.way(context)
        let body = try await FormBody(request)
        do {
            try await entrance.guarded(context) {
                try await requests.change(ChangeForm(body.fields), through: way.door, in: context.facts)
            }
            return .seeOther(way.pages.root + "?change=1")
        } catch let concern as TextConcern {
            return GuardPage(
                site: Site(context, "/suivi"), concern: concern, action: way.pages.change, text: ("details", "ask.details.details", 1_000),
                fields: body.fields.only(ChangeForm.names), back: way.pages.root
            ).response(status: 422)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            let tracked = try await requests.tracked(way.door, in: context.facts)
            return page(tracked, FormState(body.fields, refusal: refusal), way, context).response(status: 422)
        }
    }

    private func page(
        _ tracked: TrackedRequest, _ state: FormState, _ way: TrackingEntrance.Way, _ context: TownContext
    ) -> TrackingChangePage {
        let category = context.facts.category(tracked.request.category)
        return TrackingChangePage(
            site: Site(context, "/suivi"), pages: way.pages, mayChangeContact: tracked.mayChangeContact,
            isReviewed: category.map { Publication.isReviewed($0, in: context.town.settings) } ?? true, state: state)
    }

    private func fields(_ tracked: TrackedRequest, _ context: TownContext) -> [String: String] {
        var fields: [String: String] = [:]
        switch tracked.request.wanted {
        case .now: fields["when"] = "now"
        case .on(let day):
            fields["when"] = "date"
            fields["date"] = context.t.isoDate(day.milliseconds)
        case .every(let rhythm):
            fields["when"] = "every"
            fields["rhythm"] = rhythm.rawValue
        }
        fields["details"] = tracked.request.details
        fields["constraints"] = tracked.request.constraints
        fields["email"] = tracked.asker.email?.text
        fields["phone"] = tracked.asker.phone?.spoken
        return fields
    }
}
