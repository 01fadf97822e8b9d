import Domain
import Hummingbird
import Localization
import UseCases

/// The confirmation of a request in writing, as a letter or a message.
struct ConfirmationController: Sendable {
    let paper: Paper

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        ConfirmationPage(site: Site(context, "/conciergerie"), spoken: try await spoken(context)).response()
    }

    func file(_ request: Request, _ context: TownContext) async throws -> Response {
        let (site, spoken) = (Site(context, "/conciergerie"), try await spoken(context))
        let words = ConfirmationWords(site: site, spoken: spoken)
        return try PrintedFile(site: site, title: site.t("confirmation.heading"), sheets: [words.letter]).response(named: "lettre")
    }

    private func spoken(_ context: TownContext) async throws -> SpokenRequest {
        let viewer = try context.atDesk()
        return try await paper.confirmation(of: try context.id(HelpRequest.self), by: viewer.actor, in: context.facts)
    }
}
