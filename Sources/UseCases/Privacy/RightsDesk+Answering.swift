import Domain
import Persistence

/// What the officer does with a request; to everybody else it does not exist.
extension RightsDesk {
    public struct Lists: Sendable {
        /// The most pressing first.
        public var open: [RightsRequest]
        public var answered: [RightsRequest]
        public var now: Moment
    }

    public var now: Moment { house.world.now() }

    public func lists(by actor: Actor, in town: Town) async throws -> Lists {
        guard actor.has(.dpo) else { throw Refusal.notFound }
        let now = now
        return try await house.read(town) { scope in
            let requests = try RightsRequests(scope)
            return Lists(open: try requests.open(), answered: try requests.answered(atMost: Self.shownAnswers), now: now)
        }
    }

    /// Who asks what, and where to answer: a look at contact data, which the journal keeps.
    public func show(_ id: ID<RightsRequest>, by actor: Actor, in town: Town) async throws -> RightsRequest {
        try await with(id, by: actor, in: town) { request, scope in
            try journal(.readContact, request, by: actor.person, purpose: "rights", in: scope)
        }
    }

    public func identify(_ id: ID<RightsRequest>, _ how: RightsRequest.Identity, by actor: Actor, in town: Town) async throws {
        let now = now
        try await change(id, "rights_identity", by: actor, in: town) { request, _ in
            request.identity = .init(how: how, at: now, by: actor.person)
        }
    }

    /// The person is told why it takes longer: by mail, or else by whoever prolongs it.
    public func extend(_ id: ID<RightsRequest>, _ fields: [String: String], by actor: Actor, in town: Town) async throws {
        let now = now
        var reader = FormReader()
        let reason = reader.text("reason", fields["reason"], atMost: 1_000)
        try reader.finish()
        try await change(id, "rights_extended", by: actor, in: town) { [house] request, scope in
            try request.extend(reason: reason, now: now, in: town.timeZone)
            try RightsLetters(house: house, town: town).extension(of: request, in: scope)
        }
    }

    public func answer(_ id: ID<RightsRequest>, _ fields: [String: String], by actor: Actor, in town: Town) async throws {
        let now = now
        var reader = FormReader()
        let words = reader.text("words", fields["words"], atMost: 4_000)
        let result = reader.required(
            "result", fields["result"].flatMap(RightsRequest.Result.init(rawValue:)), else: "refusal.rights.result")
        try reader.finish()
        guard let result else { return }
        try await change(id, "rights_answered", by: actor, in: town) { [house] request, scope in
            try request.answer(.init(result: result, words: words, at: now, by: actor.person))
            try RightsLetters(house: house, town: town).answer(to: request, in: scope)
        }
    }

    private func change(
        _ id: ID<RightsRequest>, _ purpose: String, by actor: Actor, in town: Town,
        _ change: @escaping @Sendable (inout RightsRequest, TownTransaction) throws -> Void
    ) async throws {
        _ = try await with(id, by: actor, in: town) { request, scope in
            var request = request
            try change(&request, scope)
            try RightsRequests(scope).save(request)
            try journal(.decided, request, by: actor.person, purpose: purpose, in: scope)
        }
    }

    func with(
        _ id: ID<RightsRequest>, by actor: Actor, in town: Town,
        _ body: @escaping @Sendable (RightsRequest, TownTransaction) throws -> Void
    ) async throws -> RightsRequest {
        guard actor.has(.dpo) else { throw Refusal.notFound }
        return try await house.write(town) { scope in
            guard let request = try RightsRequests(scope).find(id) else { throw Refusal.notFound }
            try body(request, scope)
            return request
        }
    }
}
