import Domain
import Localization
import Persistence

extension RequestClosing {
    /// The asker takes the request back; nobody else is asked, and a helper who had said yes is told. Harmless when it was over already.
    /// - Parameter reason: one of `Outcome.Reason.ofCancelling`, if somebody cares to say; the journal keeps it.
    public func cancel(through door: TrackingDoor, reason: Outcome.Reason?, in facts: TownFacts) async throws {
        let now = house.world.now()
        try await house.write(facts.town, listings: true) { scope in
            var request = try door.request(in: scope, now: now)
            guard request.isLive else { return }
            let match = try end(&request, as: .cancelled, in: scope, now: now)
            let purpose = reason.map { "cancelled_\($0.rawValue)" } ?? "cancelled"
            try Journal(scope).append(
                JournalEntry(
                    at: now, actor: door.person(of: request), action: .decided, subjectKind: "help_requests", subject: request.id.bytes,
                    purpose: purpose),
                id: house.world.id())
            try door.note(.cancelled, on: request, in: scope, of: house)
            if let match { try tellHelper(of: match, about: request, facts.town, in: scope) }
        }
    }

    func tellHelper(of match: Match, about request: HelpRequest, _ town: Town, in scope: TownTransaction) throws {
        try OrganisationNews(house: house, town: town).tell(.cancelled, of: match, about: request, in: scope)
        try HelperByVoice(house: house, town: town, scope: scope, now: house.world.now()).ring(.cancelled, of: match, about: request)
        guard let helper = try People(scope).find(match.helper), let category = try Categories(scope).find(request.category) else { return }
        let post = Post(house: house, town: town)
        let t = post.localizer(helper.language)
        let letter = Letter(
            kind: "cancelled", subject: t("mail.cancelled.subject"),
            paragraphs: [
                t("mail.greeting", ["name": helper.firstName]),
                t("mail.cancelled.body", ["category": category.label(helper.language), "reference": request.reference.text]),
            ])
        try post.send(letter, to: helper, in: scope)
    }
}
