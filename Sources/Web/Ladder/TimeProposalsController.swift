import Domain
import Hummingbird
import UseCases

/// Whoever asked answers to another time that a helper proposed: by link, signed in, or under a mandate; or the owner notes what they said.
struct TimeProposalsController: Sendable {
    let proposing: TimeProposing
    let referents: Referents
    let entrance: TrackingEntrance

    func decide(_ request: Request, _ context: TownContext) async throws -> Response {
        try entrance.throttle.take(.write, context.network)
        let way = try entrance.way(context)
        let choice = try await Self.choice(request)
        let proposal = try context.id(TimeProposal.self, "proposal")
        let result = try await entrance.guarded(context) {
            try await proposing.decide(proposal, choice, through: way.door, in: context.facts)
        }
        return .seeOther(way.pages.root + Self.query(result, choice))
    }

    func decideByVoice(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.atDesk()
        let id: ID<HelpRequest> = try context.id()
        let choice = try await Self.choice(request)
        let proposal = try context.id(TimeProposal.self, "proposal")
        let result = try await referents.decide(proposal, choice, of: id, by: viewer.actor, in: context.facts)
        return .seeOther(context.links.guidedRequest(id) + Self.query(result, choice))
    }

    private static func choice(_ request: Request) async throws -> TimeProposing.Choice {
        guard let choice = try await FormBody(request)["choice"].flatMap({ TimeProposing.Choice(rawValue: $0) }) else {
            throw Refusal(.invalid, "refusal.badRequest")
        }
        return choice
    }

    private static func query(_ result: TimeProposing.Result, _ choice: TimeProposing.Choice) -> String {
        TimeProposalNotice.word(result, choice).map { "?moment=\($0)" } ?? ""
    }
}
