import Domain
import Persistence

extension ReportModeration {
    /// Writes the decision down and acts on it; who reported is told that it was read. One that was decided already stays so.
    /// - Throws: `notFound` also to whoever is part of it.
    public func decide(_ form: [String: String], on id: ID<Report>, by actor: Actor, in facts: TownFacts) async throws {
        guard TextModeration.mayModerate(actor), let person = actor.person else { throw Refusal.notFound }
        let now = house.world.now()
        try await house.write(facts.town, listings: true) { scope in
            guard var report = try Reports(scope).find(id), Self.mayDecide(person, report) else { throw Refusal.notFound }
            guard report.decision == nil else { return }
            let (decision, words) = try ReportDecision.read(form, of: report)
            report.decision = .init(verdict: decision.verdict, words: words, by: person, at: now)
            try Reports(scope).saveDecision(report)
            try act(decision, on: report, facts.town, in: scope, now: now)
            try record("report_\(decision.verdict.rawValue)", report.id.bytes, by: person, in: scope, now: now)
            try ReportNews(house: house, town: facts.town).read(report, in: scope)
        }
    }

    /// The answer to somebody who does not agree with a stop. One that was answered stays so.
    /// - Throws: `notFound` also to the one who decided: nobody judges their own decision (P-12).
    public func answer(_ form: [String: String], to id: ID<ContactStop>, by actor: Actor, in facts: TownFacts) async throws {
        guard TextModeration.mayModerate(actor), let person = actor.person else { throw Refusal.notFound }
        let now = house.world.now()
        try await house.write(facts.town, listings: true) { scope in
            let stops = try ContactStops(scope)
            guard var stop = try stops.find(id), stop.appeal != nil,
                try Self.mayAnswer(person, stop, try TextModeration.readers(in: scope), in: scope)
            else { throw Refusal.notFound }
            guard stop.awaitsAnswer else { return }
            let (result, words) = try TextAppeal.readAnswer(form)
            stop.answerAppeal(result, words, by: person, at: now)
            try stops.save(stop)
            if !stop.isStanding { try Stopping(house: house, town: facts.town).release(stop, in: scope, now: now) }
            try record("stop_appeal_\(result.rawValue)", stop.report.bytes, by: person, in: scope, now: now)
            try ReportNews(house: house, town: facts.town).answered(stop, in: scope)
        }
    }

    private func act(_ decision: ReportDecision, on report: Report, _ town: Town, in scope: TownTransaction, now: Moment) throws {
        guard let by = report.decision?.by else { return }
        let words = report.decision?.words
        switch decision {
        case .dismiss: try letGo(report, by: by, town, in: scope, now: now)
        case .withdraw(let reason):
            try letGo(report, by: by, town, in: scope, now: now)
            try withdraw(report, reason, words, by: by, town, in: scope, now: now)
        case .stop(let reason): try stop(report, reason, words, by: by, town, in: scope, now: now)
        }
    }

    /// What this report alone had stopped goes on.
    private func letGo(_ report: Report, by person: ID<Person>, _ town: Town, in scope: TownTransaction, now: Moment) throws {
        let stops = try ContactStops(scope)
        guard let stop = try stops.caused(by: report.id) else { return }
        try Stopping(house: house, town: town).end(stop, by: person, in: scope, now: now)
        if let ended = try stops.find(stop.id) { try ReportNews(house: house, town: town).decided(ended, in: scope) }
    }

    private func stop(
        _ report: Report, _ reason: Report.Reason, _ words: String?, by person: ID<Person>, _ town: Town, in scope: TownTransaction,
        now: Moment
    ) throws {
        // Erased meanwhile: nobody is left to stop.
        guard report.accused != Person.nobody.id else { return }
        let stops = try ContactStops(scope)
        guard var standing = try stops.of([report.accused]).first(where: \.isStanding) else {
            let stop = ContactStop(
                id: house.world.id(), person: report.accused, report: report.id, reason: reason, since: now, decidedBy: person,
                words: words)
            _ = try Stopping(house: house, town: town).begin(stop, in: scope)
            return
        }
        // What a moderator has decided before is theirs.
        guard standing.decidedBy == nil else { return }
        standing.confirm(reason, words: words, by: person)
        try stops.save(standing)
        try ReportNews(house: house, town: town).decided(standing, in: scope)
    }

    /// By the same decision as any text (P-12): the author is told why, and may appeal.
    private func withdraw(
        _ report: Report, _ reason: TextDecision.Reason, _ words: String?, by person: ID<Person>, _ town: Town,
        in scope: TownTransaction, now: Moment
    ) throws {
        guard let kind = report.textKind, let text = try PendingTexts(scope).anew(kind, report.subject, since: report.createdAt) else {
            return
        }
        let decided = DecidedText(id: house.world.id(), of: text, .refuse(reason), words: words, by: person, at: now)
        try TextDecisions(scope).insert(decided)
        try PendingTexts(scope).publish(decided)
        try TextModeration(house).record(TextDecision.refuse(reason).purpose, about: decided, by: person, in: scope, now: now)
        try TextNews(house: house, town: town, decision: decided).decided(in: scope, now: now)
    }

    private func record(_ purpose: String, _ report: [UInt8], by person: ID<Person>, in scope: TownTransaction, now: Moment) throws {
        try Journal(scope).append(
            JournalEntry(at: now, actor: person, action: .decided, subjectKind: "reports", subject: report, purpose: purpose),
            id: house.world.id())
    }
}
