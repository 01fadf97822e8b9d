import Database
import Domain
import Persistence

/// All that the ladder's rules rest on, as it lies in the database at one moment.
struct LadderState: Sendable {
    struct Request: Sendable {
        var id: ID<HelpRequest>
        var status: HelpRequest.Status
        var rung: Rung
        var due: Moment?
        var climbed: [Rung]
        var promise: Moment?
        var owner: ID<Person>
    }

    struct Asked: Sendable {
        var request: ID<HelpRequest>
        var helper: ID<Person>
        var answer: Ask.Answer?
        var sentAt: Moment
        var dueAt: Moment
    }

    struct Called: Sendable {
        var request: ID<HelpRequest>
        var organisation: ID<Organisation>
        var rung: Rung
        var answer: OrganisationAsk.Answer?
        var sentAt: Moment
        var dueAt: Moment
    }

    struct Step: Sendable {
        var request: ID<HelpRequest>?
        var due: Moment
        var lease: Moment
    }

    struct Matched: Sendable {
        var id: ID<Match>
        var request: ID<HelpRequest>
        var helper: ID<Person>
        var status: String
        var origin: String

        var isActive: Bool { status == "active" }
    }

    var now: Moment
    var requests: [Request] = []
    var asks: [Asked] = []
    var calls: [Called] = []
    var steps: [Step] = []
    var matches: [Matched] = []
    var isReserveOpen = false
    /// Waves, helpers, counts: what else decides what comes next, with times from now.
    var rest: [String] = []

    var open: [Request] { requests.filter { $0.status == .open } }
    var ready: [Step] { steps.filter { $0.due <= now && $0.lease <= now } }
    /// Those that the sweep finds.
    var overdue: [Request] { open.filter { ($0.due ?? now) < now - .minutes(10) } }
    /// Nobody has to be found any more, or the town's own administrator has it.
    var hasArrived: Bool { open.allSatisfy { $0.rung == .duty } }

    /// When the clock next brings something.
    var nextMoment: Moment? {
        let steps = steps.map { max($0.due, $0.lease) }
        let rungs = open.compactMap(\.due)
        return (steps + rungs + rungs.map { $0 + .minutes(10) + .milliseconds(1) }).filter { $0 > now }.min()
    }
}

extension LadderState {
    init(_ scope: TownTransaction, now: Moment) throws {
        self.now = now
        let (sql, town) = (scope.sql, scope.town)
        try sql.run(
            """
            SELECT id, status, rung, rung_due, climbed, promised_by, owner_id FROM help_requests WHERE town_id = \(town) ORDER BY id
            """
        ) { row in
            requests.append(
                Request(
                    id: try row.next(), status: try row.next(), rung: try row.next(), due: try row.next(),
                    climbed: Rung.list(try row.next()), promise: try row.next(), owner: try row.next()))
        }
        try sql.run("SELECT request_id, helper_id, answer, sent_at, due_at FROM asks WHERE town_id = \(town) ORDER BY 1, 2") { row in
            asks.append(
                Asked(
                    request: try row.next(), helper: try row.next(), answer: try row.next(), sentAt: try row.next(),
                    dueAt: try row.next()))
        }
        try sql.run(
            "SELECT request_id, organisation_id, rung, answer, sent_at, due_at FROM organisation_asks WHERE town_id = \(town) ORDER BY 1, 2"
        ) { row in
            calls.append(
                Called(
                    request: try row.next(), organisation: try row.next(), rung: try row.next(),
                    answer: (try row.next() as String?).flatMap { OrganisationAsk.Answer(rawValue: $0) }, sentAt: try row.next(),
                    dueAt: try row.next()))
        }
        try readMoving(scope)
    }

    private mutating func readMoving(_ scope: TownTransaction) throws {
        let (sql, town) = (scope.sql, scope.town)
        try sql.run(
            "SELECT payload, due, lease_until FROM jobs WHERE town_id = \(town) AND kind = 'ladder.step' AND dead = 0 ORDER BY payload, due"
        ) { row in
            steps.append(Step(request: ID(text: try row.next() as String), due: try row.next(), lease: try row.next()))
        }
        try sql.run("SELECT id, request_id, helper_id, status, origin FROM matches WHERE town_id = \(town) ORDER BY 2, 3, 4") { row in
            matches.append(
                Matched(id: try row.next(), request: try row.next(), helper: try row.next(), status: try row.next(), origin: try row.next())
            )
        }
        isReserveOpen = try ReserveActivations(scope).isOpen(at: now)
        rest = try sql.values(
            """
            SELECT 'wave ' || hex(request_id) || number || rung || ' ' || (due_at - \(now)) / 1000 FROM waves WHERE town_id = \(town)
            UNION ALL SELECT 'helper ' || hex(person_id) || ' ' || coalesce(max((paused_until - \(now)) / 1000, 0), 0) || ' '
              || coalesce((last_asked_at - \(now)) / 1000, '') FROM helpers WHERE town_id = \(town)
            UNION ALL SELECT 'kinds ' || hex(person_id) || count(*) FROM helper_categories WHERE town_id = \(town) GROUP BY person_id
            UNION ALL SELECT 'tally ' || day_part || band || ' ' || asked || ' ' || yes FROM answer_tallies WHERE town_id = \(town)
            UNION ALL SELECT 'turn ' || hex(id) || coalesce((last_asked_at - \(now)) / 1000, '') FROM organisations WHERE town_id = \(town)
            UNION ALL SELECT 'reserve ' || (from_at - \(now)) / 1000 || ' ' || (until_at - \(now)) / 1000 FROM reserve_activations
              WHERE town_id = \(town) AND closed_at IS NULL AND until_at > \(now)
            ORDER BY 1
            """)
    }
}

extension LadderState {
    /// Two states that share it have the same future, but for who holds which step.
    var body: String {
        var lines = ["\(now.milliseconds / 1_000 % 604_800)"]
        for one in requests {
            lines.append(
                "\(one.id.text) \(one.status) \(one.rung) \(ahead(one.due)) \(ahead(one.promise)) \(one.climbed) \(one.owner.text)")
        }
        for one in asks {
            lines.append("\(one.request.text) \(one.helper.text) \(word(one.answer)) \(ahead(one.sentAt)) \(ahead(one.dueAt))")
        }
        for one in calls { lines.append("\(one.request.text) \(one.organisation.text) \(word(one.answer)) \(ahead(one.dueAt))") }
        for one in matches { lines.append("\(one.request.text) \(one.helper.text) \(one.status)") }
        for one in steps { lines.append("\(one.request?.text ?? "") \(ahead(one.due))") }
        return (lines + rest).joined(separator: "\n")
    }

    var key: String { steps.reduce(body) { "\($0)\n\(max(0, ($1.lease - now).inMilliseconds))" } }

    /// What came of it, whenever.
    var outcome: String {
        var lines = requests.map { "\($0.id.text) \($0.status) \($0.rung) \($0.climbed)" }
        lines += asks.map { "\($0.request.text) \($0.helper.text) \(word($0.answer))" }
        lines += calls.map { "\($0.request.text) \($0.organisation.text) \(word($0.answer))" }
        lines += matches.map { "\($0.request.text) \($0.helper.text) \($0.status)" }
        return lines.joined(separator: "\n")
    }

    private func word<Answer: RawRepresentable<String>>(_ answer: Answer?) -> String { answer?.rawValue ?? "-" }
    private func ahead(_ moment: Moment?) -> String { moment.map { "\(($0 - now).inMilliseconds / 1_000)" } ?? "-" }
}
