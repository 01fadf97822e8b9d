import Database
import Domain

extension Offers {
    /// Whether an offer is public and has led to nothing since a moment.
    public func isAnyUnused(since limit: Moment) throws -> Bool {
        let found: Int? = try scope.sql.value(
            "/* Offers.isAnyUnused */ SELECT 1 FROM offers o WHERE \(unused(since: limit)) LIMIT 1")
        return found != nil
    }

    /// Takes those off the public list: its helper is still asked.
    public func reserveUnused(since limit: Moment) throws {
        try scope.sql.run(
            """
            /* Offers.reserveUnused */ UPDATE offers SET status = 'reserved' WHERE town_id = \(scope.town) AND id IN
              (SELECT o.id FROM offers o WHERE \(unused(since: limit)))
            """)
    }

    /// Whoever sleeps offers nothing in public.
    public func reserve(of person: ID<Person>) throws {
        try scope.sql.run(
            """
            /* Offers.reserve */ UPDATE offers SET status = 'reserved'
            WHERE town_id = \(scope.town) AND person_id = \(person) AND status = 'active'
            """)
    }

    /// Their helper is still there: another term begins.
    public func renew(of person: ID<Person>, now: Moment) throws {
        try scope.sql.run(
            """
            /* Offers.renew */ UPDATE offers SET updated_at = \(now)
            WHERE town_id = \(scope.town) AND person_id = \(person) AND status IN ('active', 'reserved')
            """)
        try RetentionNotices(scope).forgetOffers(of: person)
    }

    /// Nobody asked for it, and its helper met nobody over such a need.
    private func unused(since limit: Moment) -> SQL {
        """
        o.town_id = \(scope.town) AND o.status = 'active' AND o.updated_at < \(limit)
          AND NOT EXISTS (SELECT 1 FROM help_requests r WHERE r.town_id = o.town_id AND r.offer_id = o.id
                          AND r.status IN ('open', 'awaiting_agreement', 'matched'))
          AND NOT EXISTS (SELECT 1 FROM matches m JOIN help_requests q ON q.town_id = m.town_id AND q.id = m.request_id
                          WHERE m.town_id = o.town_id AND m.helper_id = o.person_id
                          AND (m.offer_id = o.id OR q.category_id = o.category_id)
                          AND (m.status = 'active' OR coalesce(m.ended_at, m.created_at) >= \(limit)))
        """
    }
}
