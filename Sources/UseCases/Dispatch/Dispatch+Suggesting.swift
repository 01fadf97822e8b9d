import Domain
import Persistence

/// Who could take one request, and who is being asked for it meanwhile.
public struct DispatchBoard: Sendable {
    public var request: HelpRequest
    /// Of whoever asked: the first name, and no more.
    public var askerName: String
    /// Best first; empty once somebody has said yes, and before the person agreed.
    public var suggestions: [DispatchSuggestion]
    /// Those found by exact contact; nil when nobody was looked for.
    public var found: [SuggestedHelper]?
    /// Helpers who were asked by mail and may still answer.
    public var asked: Int
    /// The organisation that is asked now, and until when.
    public var awaited: (name: String, until: Moment)?
    public var calling: CallingList
    /// The call that this person is in.
    public var ownCall: ID<DispatchCall>?
    /// What was tried by telephone, the last first.
    public var tried: [Tried]
    /// Whoever said yes has no mail: somebody tells them by voice.
    public var isToBeTold: Bool
    public var mayGuide: Bool
    public var isNight: Bool
    public var now: Moment

    public struct Tried: Sendable {
        public var call: DispatchCall
        public var name: String
    }
}

extension Dispatch {
    /// No list of people: a few suggestions, and whoever has exactly this number or address. Journaled as a search.
    public func board(
        for id: ID<HelpRequest>, contact: String? = nil, by actor: Actor, in facts: TownFacts
    ) async throws -> DispatchBoard {
        try await house.write(facts.town) { [house] scope in
            let request = try dispatched(id, by: actor, in: scope)
            let suggesting = try Suggesting(house, facts, scope, request, by: actor)
            let isOpen = request.status == .open
            let found = try isOpen ? contact.map(suggesting.helpers) : nil
            let suggestions = try isOpen ? suggesting.all() : []
            let purpose = contact == nil ? "suggestions" : "helper"
            if isOpen { try journal(.searched, by: actor, "help_requests", id.bytes, for: purpose, in: scope) }
            return try board(suggesting, suggestions, found)
        }
    }

    private func board(_ suggesting: Suggesting, _ suggestions: [DispatchSuggestion], _ found: [SuggestedHelper]?) throws -> DispatchBoard {
        let (scope, request, now, actor) = (suggesting.scope, suggesting.request, suggesting.now, suggesting.actor)
        let calls = try DispatchCalls(scope).about(request.id)
        let match = try Matches(scope).active(for: request.id)
        let people = try People(scope).find(Array(Set([request.asker] + [match?.helper].compactMap(\.self) + calls.map(\.helper))))
        let asks = try OrganisationAsks(scope).of(request.id).last { $0.answer == nil }
        let awaited = try asks.flatMap { ask in try Organisations(scope).find(ask.organisation).map { (name: $0.name, until: ask.dueAt) } }
        let ranked = suggestions.compactMap(\.helper)
        return DispatchBoard(
            request: request, askerName: people[request.asker]?.firstName ?? "", suggestions: suggestions, found: found,
            asked: try Asks(scope).open(for: request.id).count, awaited: awaited, calling: CallingList(ranked, now: now),
            ownCall: request.status == .open ? calls.last { $0.caller == actor.person && $0.isHeld(at: now) }?.id : nil,
            tried: calls.filter { $0.result != nil && $0.result != .lapsed }.reversed().map {
                .init(call: $0, name: people[$0.helper]?.shownName ?? "")
            },
            isToBeTold: match.map { $0.isPersonal && people[$0.helper]?.isMailed != true } ?? false,
            mayGuide: actor.mayGuide(request), isNight: suggesting.isNight, now: now)
    }
}
