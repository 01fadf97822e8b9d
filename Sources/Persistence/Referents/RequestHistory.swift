import Database
import Domain

/// What happened to one request: read from where it was written, told in the order of time.
public struct RequestHistory {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func events(of request: HelpRequest) throws -> [RequestEvent] {
        var events = [RequestEvent(at: request.createdAt, what: .received(request.door))]
        if let agreement = request.agreement { events.append(RequestEvent(at: agreement.at, what: .agreed(agreement.channel))) }
        events += try waves(of: request.id) + matches(of: request.id) + calls(about: request.id) + outcomes(of: request.id)
        events += try organisations(of: request.id) + rangAgain(about: request.id) + dispatched(request.id)
        if request.status == .cancelled, let at = request.closedAt {
            events.append(RequestEvent(at: at, what: .cancelled(try reason(of: request.id))))
        }
        return events.sorted { $0.at < $1.at }
    }

    private func waves(of request: ID<HelpRequest>) throws -> [RequestEvent] {
        try list(
            """
            /* RequestHistory.waves */ SELECT w.started_at, w.asked, count(CASE WHEN a.answer = 'yes' THEN 1 END),
              count(CASE WHEN a.answer IN ('no', 'never') THEN 1 END), count(CASE WHEN a.answer = 'later' THEN 1 END),
              w.rung, w.reasoning
            FROM waves w LEFT JOIN asks a ON a.town_id = w.town_id AND a.request_id = w.request_id AND a.wave_id = w.id
            WHERE w.town_id = \(scope.town) AND w.request_id = \(request) GROUP BY w.id, w.started_at, w.asked, w.rung, w.reasoning ORDER BY w.started_at
            """
        ) { row in
            RequestEvent(
                at: try row.next(),
                what: .asked(
                    try row.next(), yes: try row.next(), no: try row.next(), later: try row.next(), try row.next(),
                    try (row.next() as String?).map { try JSONColumn.read($0) }))
        }
    }

    private func matches(of request: ID<HelpRequest>) throws -> [RequestEvent] {
        let began = try list(
            """
            /* RequestHistory.matches */ SELECT created_at, origin FROM matches
            WHERE town_id = \(scope.town) AND request_id = \(request)
            """
        ) { RequestEvent(at: try $0.next(), what: .matched(try $0.next())) }
        let withdrew = try list(
            """
            /* RequestHistory.withdrawals */ SELECT ended_at FROM matches
            WHERE town_id = \(scope.town) AND request_id = \(request) AND status = 'withdrawn' AND ended_at IS NOT NULL
            """
        ) { RequestEvent(at: try $0.next(), what: .withdrew) }
        return began + withdrew
    }

    private func organisations(of request: ID<HelpRequest>) throws -> [RequestEvent] {
        let joined: SQL = """
            FROM organisation_asks a JOIN organisations o ON o.town_id = a.town_id AND o.id = a.organisation_id
            WHERE a.town_id = \(scope.town) AND a.request_id = \(request)
            """
        let asked = try list("/* RequestHistory.organisations */ SELECT a.sent_at, o.name \(joined)") {
            RequestEvent(at: try $0.next(), what: .organisationAsked(try $0.next()))
        }
        let answered = try list(
            """
            /* RequestHistory.organisationAnswers */ SELECT a.answered_at, o.name, a.answer \(joined)
              AND a.answer IN ('declined', 'silent', 'withdrawn', 'done')
            """
        ) { RequestEvent(at: try $0.next(), what: .organisationAnswered(try $0.next(), try $0.next())) }
        return asked + answered
    }

    private func calls(about request: ID<HelpRequest>) throws -> [RequestEvent] {
        try list(
            """
            /* RequestHistory.calls */ SELECT done_at, reason, last_result FROM ring_backs
            WHERE town_id = \(scope.town) AND request_id = \(request) AND done_at IS NOT NULL AND last_result = 'told'
            """
        ) { RequestEvent(at: try $0.next(), what: .rang(try $0.next(), try $0.next())) }
    }

    private func dispatched(_ request: ID<HelpRequest>) throws -> [RequestEvent] {
        try list(
            """
            /* RequestHistory.dispatched */ SELECT ended_at, result FROM dispatch_calls
            WHERE town_id = \(scope.town) AND request_id = \(request) AND result <> 'lapsed'
            """
        ) { RequestEvent(at: try $0.next(), what: .dispatched(try $0.next())) }
    }

    /// Calls in which it was told of again, not the one that it was made in.
    private func rangAgain(about request: ID<HelpRequest>) throws -> [RequestEvent] {
        try list(
            """
            /* RequestHistory.rangAgain */ SELECT at FROM call_requests
            WHERE town_id = \(scope.town) AND request_id = \(request) AND is_made = 0
            """
        ) { RequestEvent(at: try $0.next(), what: .rangAgain) }
    }

    private func outcomes(of request: ID<HelpRequest>) throws -> [RequestEvent] {
        try list(
            """
            /* RequestHistory.outcomes */ SELECT recorded_at, side, result, reason FROM outcomes
            WHERE town_id = \(scope.town) AND request_id = \(request)
            """
        ) { RequestEvent(at: try $0.next(), what: .ended(try $0.next(), try $0.next(), try $0.next())) }
    }

    /// The journal keeps why a referent closed a request.
    private func reason(of request: ID<HelpRequest>) throws -> CancelReason? {
        let purpose: String? = try scope.sql.value(
            """
            /* RequestHistory.reason */ SELECT purpose FROM journal
            WHERE town_id = \(scope.town) AND subject = \(request) AND action = \(JournalEntry.Action.decided)
              AND subject_kind = 'help_requests' AND purpose LIKE 'cancelled_%' ORDER BY at DESC LIMIT 1
            """)
        return purpose.flatMap { CancelReason(purpose: $0) }
    }

    private func list(_ query: SQL, _ event: (inout Row) throws -> RequestEvent) throws -> [RequestEvent] {
        var events: [RequestEvent] = []
        try scope.sql.run(query) { events.append(try event(&$0)) }
        return events
    }
}
