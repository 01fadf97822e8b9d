import Database
import Domain

/// Helpers who gave no sign of life since a moment: no visit, no answer, nobody met, nothing asked of them about it.
public struct SilentHelpers {
    public struct Line: Sendable {
        public var person: ID<Person>
        /// Their last sign.
        public var lastSign: Moment
        public var isMailed: Bool
    }

    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// In the order of ids, from one on. Who rests, stopped, sleeps, or never wanted to be asked is not among them.
    public func page(since limit: Moment, now: Moment, after last: ID<Person>?, atMost count: Int) throws -> [Line] {
        let further: SQL = last.map { "AND h.person_id > \($0)" } ?? ""
        var lines: [Line] = []
        try scope.sql.run(
            """
            /* SilentHelpers.page */ SELECT h.person_id, CASE WHEN p.channel = 'email' AND p.email IS NOT NULL THEN 1 ELSE 0 END,
              h.joined_at, h.returned_at, h.paused_until, p.last_seen_at, \(lastAnswer), \(lastMatch)
            FROM helpers h JOIN people p ON p.town_id = h.town_id AND p.id = h.person_id
            WHERE h.town_id = \(scope.town) AND h.is_active = 1 AND h.asleep_since IS NULL AND h.weekly_asks > 0
              AND (h.paused_until IS NULL OR h.paused_until <= \(now)) AND h.joined_at <= \(limit)
              AND (h.returned_at IS NULL OR h.returned_at <= \(limit)) AND (p.last_seen_at IS NULL OR p.last_seen_at <= \(limit))
              AND NOT EXISTS (SELECT 1 FROM matches m WHERE m.town_id = h.town_id AND m.helper_id = h.person_id
                              AND (m.status = 'active' OR m.created_at > \(limit)))
              AND NOT EXISTS (SELECT 1 FROM asks a WHERE a.town_id = h.town_id AND a.helper_id = h.person_id AND a.answer <> 'too_late'
                              AND a.answered_at > \(limit))
              AND NOT EXISTS (SELECT 1 FROM reserve_checks c WHERE c.town_id = h.town_id AND c.person_id = h.person_id
                              AND (c.sent_at > \(limit) OR (c.token_hash IS NULL AND (p.channel <> 'email' OR p.email IS NULL))))
              AND h.person_id NOT IN (\(ContactStops.held(in: scope.town))) \(further)
            ORDER BY h.person_id LIMIT \(count)
            """
        ) { row in
            let (person, isMailed): (ID<Person>, Bool) = (try row.next(), try row.next())
            var lastSign: Moment = try row.next()
            for _ in 1...5 { if let sign: Moment = try row.next() { lastSign = max(lastSign, sign) } }
            lines.append(Line(person: person, lastSign: lastSign, isMailed: isMailed))
        }
        return lines
    }

    private var lastAnswer: SQL {
        """
        (SELECT max(a.answered_at) FROM asks a WHERE a.town_id = h.town_id AND a.helper_id = h.person_id AND a.answer <> 'too_late')
        """
    }

    private var lastMatch: SQL {
        "(SELECT max(coalesce(m.ended_at, m.created_at)) FROM matches m WHERE m.town_id = h.town_id AND m.helper_id = h.person_id)"
    }
}
