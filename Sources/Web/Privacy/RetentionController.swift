import Domain
import Hummingbird
import UseCases

/// `/dpo/conservation`: how long each thing is kept here, what tonight would take, and the slips of what went.
struct RetentionController: Sendable {
    let retention: Retention

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.dpo)
        let report = try await retention.report(by: viewer.actor, in: context.town)
        return RetentionPage(
            site: Site(context, "/dpo"), report: report, isSaved: request.uri.queryParameters["enregistre"] != nil
        ).response()
    }

    func edit(_ request: Request, _ context: TownContext) async throws -> Response {
        _ = try context.staff(.dpo)
        let rule = try rule(context)
        return page(rule, FormState(RetentionForm(rule, in: context.town).fields), context).response()
    }

    func save(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.dpo)
        let rule = try rule(context)
        let fields = try await FormBody(request).fields
        do {
            try await retention.change(rule.subject, RetentionForm(fields), by: viewer.actor, in: context.town)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return page(rule, FormState(fields, refusal: refusal), context).response(status: 422)
        }
        return .seeOther(context.links.retention + "?enregistre")
    }

    /// The officer's decision on the names of agents in people's files.
    func nameAgents(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.dpo)
        guard let named = try await FormBody(request)["named"], ["yes", "no"].contains(named) else {
            throw Refusal(.invalid, "refusal.badRequest")
        }
        try await retention.nameAgents(named == "yes", by: viewer.actor, in: context.town)
        return .seeOther(context.links.retention + "?enregistre")
    }

    func slip(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.dpo)
        guard let id = context.parameters.get("id").flatMap({ ID<RetentionRun>(text: $0) }) else { throw Refusal.notFound }
        let run = try await retention.slip(id, by: viewer.actor, in: context.town)
        return RetentionSlipPage(site: Site(context, "/dpo"), run: run).response()
    }

    private func rule(_ context: TownContext) throws -> RetentionRule {
        guard let rule = context.parameters.get("rule").flatMap({ RetentionRule.Subject(rawValue: $0) }).flatMap(RetentionRule.of) else {
            throw Refusal.notFound
        }
        return rule
    }

    private func page(_ rule: RetentionRule, _ state: FormState, _ context: TownContext) -> RetentionRulePage {
        RetentionRulePage(site: Site(context, "/dpo"), rule: rule, state: state)
    }
}
