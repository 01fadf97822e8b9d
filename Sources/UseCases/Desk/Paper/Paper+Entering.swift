import Domain
import Persistence

/// A sheet or a row whose code was typed.
public struct FoundPaper: Sendable {
    public var slip: PaperSlip
    /// Of a row: which request, as the paper names it.
    public var request: HelpRequest?
    /// What may have been ticked; empty for an intake sheet.
    public var offered: [PaperResult] = []
    /// Who entered it already.
    public var enteredBy: String?
    /// The call that it became, where this person may see it.
    public var call: ID<Call>?
}

extension Paper {
    /// - Parameters:
    ///   - typed: a code as somebody types it.
    ///   - isShown: whether what is found is looked at, which the journal keeps.
    /// - Throws: a refusal of `code`. A row of a request that is not theirs is to them a code that does not exist.
    public func find(_ typed: String, by actor: Actor, in facts: TownFacts, isShown: Bool = true) async throws -> FoundPaper {
        let now = house.world.now()
        return try await house.write(facts.town) { [house] scope in
            let (slip, row) = try find(typed, by: actor, in: scope, now: now)
            var found = FoundPaper(slip: slip)
            if let row {
                (found.request, found.offered) = (row.request, row.offered)
                if isShown {
                    try Desk(house).journal(.searched, by: actor, "help_requests", row.request.id.bytes, for: "paper_code", in: scope)
                }
            }
            if let entry = slip.entry {
                found.enteredBy = try People(scope).find(entry.by)?.shownName ?? ""
                found.call = try entry.call.flatMap { try visible($0, to: actor, in: scope) }
            }
            return found
        }
    }

    /// Nil for a call that is not this person's to see.
    private func visible(_ call: ID<Call>, to actor: Actor, in scope: TownTransaction) throws -> ID<Call>? {
        do {
            return try Desk(house).find(call, by: actor, in: scope).id
        } catch let refusal as Refusal where refusal.kind == .notFound {
            return nil
        }
    }

    /// A call that was taken on paper goes on on the screen; it began when the sheet says.
    /// - Throws: `conflict` for a sheet that was entered already.
    public func begin(_ typed: String, takenAt: Moment, by actor: Actor, in facts: TownFacts) async throws -> ID<Call> {
        let now = house.world.now()
        return try await house.write(facts.town) { [house] scope in
            var (slip, _) = try find(typed, by: actor, in: scope, now: now)
            guard slip.isIntake, let person = actor.person else { throw Refusal.invalid("code", "refusal.paperUnknown") }
            var call = Call(id: house.world.id(), by: person, now: now)
            call.begunAt = takenAt
            try slip.enter(PaperSlip.Entry(at: now, by: person, call: call.id))
            try Calls(scope).insert(call)
            try PaperCodes(scope).save(slip)
            return call.id
        }
    }

    /// What was ticked on a row.
    /// - Parameter result: a digit or a word, as it was sent.
    /// - Returns: the row that was entered.
    @discardableResult
    public func note(_ result: String?, of typed: String, by actor: Actor, in facts: TownFacts) async throws -> PaperSlip {
        let now = house.world.now()
        return try await house.write(facts.town, listings: true) { [house] scope in
            let (slip, row) = try find(typed, by: actor, in: scope, now: now)
            guard var row, let person = actor.person else { throw Refusal.invalid("code", "refusal.paperUnknown") }
            var entered = slip
            try entered.enter(PaperSlip.Entry(at: now, by: person))
            guard let result = PaperResult(result, among: row.offered) else { throw Refusal.invalid("result", "refusal.paperResult") }
            entered.entry?.result = result
            if let outcome = result.outcome {
                try Referents(house).record(try outcome.read(), of: &row.request, by: actor, facts.town, in: scope, now: now)
            }
            if var ringBack = row.ringBack, let told = result.ringBack {
                ringBack.note(told, by: person, now: now, clock: RungClock(facts.town, at: now))
                try RingBacks(scope).save(ringBack)
            }
            try PaperCodes(scope).save(entered)
            return entered
        }
    }

    private struct Row {
        var request: HelpRequest
        /// Printed as a call to make, whatever became of that since: its numbers mean what the sheet says.
        var isCall: Bool
        /// A call that is still to be made.
        var ringBack: RingBack?

        var offered: [PaperResult] {
            guard !isCall else {
                let results = ringBack?.reason.results ?? RingBack.Result.allCases
                return PaperResult.ofCalls.filter { $0.ringBack.map(results.contains) ?? false }
            }
            return request.status == .awaitingAgreement ? [.postponed] : PaperResult.ofRequests
        }
    }

    private func find(_ typed: String, by actor: Actor, in scope: TownTransaction, now: Moment) throws -> (PaperSlip, Row?) {
        guard actor.answersCalls else { throw Refusal.notFound }
        guard let code = PaperCode(typed) else { throw Refusal.invalid("code", "refusal.paperCode") }
        guard let slip = try PaperCodes(scope).find(code, at: now) else { throw Refusal.invalid("code", "refusal.paperUnknown") }
        guard let id = slip.request else { return (slip, nil) }
        guard let request = try HelpRequests(scope).find(id), actor.maySpeak(of: request) else {
            throw Refusal.invalid("code", "refusal.paperUnknown")
        }
        let ringBack = try slip.ringBack.flatMap { try RingBacks(scope).find($0) }
        return (slip, Row(request: request, isCall: slip.ringBack != nil, ringBack: ringBack?.doneAt == nil ? ringBack : nil))
    }
}
