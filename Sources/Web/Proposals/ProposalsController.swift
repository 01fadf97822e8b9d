import Domain
import Hummingbird
import UseCases

/// `/administration/categories/propositions`: what residents miss, alike with alike, and the answer.
struct ProposalsController: Sendable {
    let proposing: Proposing

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        let groups = try await proposing.groups(by: viewer.actor, in: context.facts)
        return ProposalsPage(
            site: Site(context, "/administration"), groups: groups, isSaved: request.uri.queryParameters["enregistre"] != nil
        ).response()
    }

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        let group = try await proposing.group(try context.id(), by: viewer.actor, in: context.facts)
        let chosen = group.proposals.map(\.id.text).joined(separator: ",")
        let fields = ["label-fr": group.label, "icon": "heart", "mode": "either", "tier": "1", "proposal": chosen]
        return page(group, FormState(fields), context).response()
    }

    func answer(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        let body = try await FormBody(request)
        var fields = body.fields
        fields["proposal"] = body.all("proposal").joined(separator: ",")
        let group = try await proposing.group(try context.id(), by: viewer.actor, in: context.facts)
        do {
            try await proposing.answer(ProposalAnswerForm(fields), in: context.facts, by: viewer.actor)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return page(group, FormState(fields, refusal: refusal), context).response(status: 422)
        }
        return .seeOther(context.links.proposals + "?enregistre=1")
    }

    private func page(_ group: ProposalGroup, _ state: FormState, _ context: TownContext) -> ProposalGroupPage {
        ProposalGroupPage(site: Site(context, "/administration"), group: group, state: state)
    }
}
