import Database
import Domain
import Persistence

/// What must hold of every row of a demo; each query counts the breaches.
enum DemoRules {
    static func all(now: Moment) -> [(rule: String, breaches: SQL)] { requests(now) + asks(now) + matches(now) + people(now) + places() }

    private static func requests(_ now: Moment) -> [(String, SQL)] {
        [
            (
                "an open request has one step ahead, and no other has",
                """
                SELECT count(*) FROM help_requests r WHERE
                  (SELECT count(*) FROM jobs j WHERE j.town_id = r.town_id AND j.unique_key LIKE 'ladder.step:%'
                     AND j.payload = \(text("r.id")) AND j.due > \(now)) <> CASE WHEN r.status = 'open' THEN 1 ELSE 0 END
                """
            ),
            ("only what is open is public", "SELECT count(*) FROM help_requests WHERE is_public = 1 AND status <> 'open'"),
            (
                "home and money are never public",
                """
                SELECT count(*) FROM help_requests r JOIN categories c ON c.town_id = r.town_id AND c.id = r.category_id
                WHERE r.is_public = 1 AND c.tier >= 2
                """
            ),
            ("only approved words are public", "SELECT count(*) FROM help_requests WHERE public_text IS NOT NULL AND review <> 'approved'"),
            (
                "what is asked for somebody else waits for their agreement, which somebody is to hear",
                """
                SELECT count(*) FROM help_requests r WHERE (r.status = 'awaiting_agreement') <> (EXISTS
                  (SELECT 1 FROM ring_backs b WHERE b.town_id = r.town_id AND b.request_id = r.id AND b.reason = 'agreement'
                     AND b.done_at IS NULL))
                """
            ),
            (
                "nobody is helped without having agreed",
                """
                SELECT count(*) FROM help_requests WHERE asker_id <> beneficiary_id AND agreement_at IS NULL
                  AND status NOT IN ('awaiting_agreement', 'cancelled')
                """
            ),
            (
                "closed means an outcome, and only that",
                """
                SELECT count(*) FROM help_requests r WHERE (r.status = 'closed') <> (EXISTS
                  (SELECT 1 FROM outcomes o WHERE o.town_id = r.town_id AND o.request_id = r.id AND o.result = r.outcome))
                """
            ),
            (
                "the end and the turn of a rung",
                """
                SELECT count(*) FROM help_requests WHERE (status IN ('closed', 'cancelled')) <> (closed_at IS NOT NULL)
                  OR (status IN ('awaiting_agreement', 'open')) <> (rung_due IS NOT NULL)
                """
            ),
            (
                "the clock of an open request is not up",
                "SELECT count(*) FROM help_requests WHERE status = 'open' AND rung_due <= \(now)"
            ),
            (
                "time runs forward",
                """
                SELECT count(*) FROM help_requests WHERE created_at >= \(now) OR matched_at >= \(now) OR closed_at >= \(now)
                  OR matched_at < created_at OR closed_at < created_at OR closed_at < matched_at OR agreement_at < created_at
                """
            ),
        ]
    }

    private static func asks(_ now: Moment) -> [(String, SQL)] {
        [
            (
                "a yes is a match, and a match by ask is a yes",
                """
                SELECT count(*) FROM asks a WHERE (a.answer IS NOT NULL AND a.answer = 'yes') <> (EXISTS
                  (SELECT 1 FROM matches m WHERE m.town_id = a.town_id AND m.request_id = a.request_id AND m.helper_id = a.helper_id
                     AND m.origin = 'ask'))
                """
            ),
            (
                "nobody is asked too often",
                """
                SELECT count(*) FROM asks a JOIN helpers h ON h.town_id = a.town_id AND h.person_id = a.helper_id
                WHERE h.weekly_asks < (SELECT count(*) FROM asks b WHERE b.town_id = a.town_id AND b.helper_id = a.helper_id
                  AND b.sent_at <= a.sent_at AND b.sent_at > a.sent_at - \(Duration.days(7).inMilliseconds))
                """
            ),
            (
                "nobody is asked by night or before joining, nor answers before being asked",
                """
                SELECT count(*) FROM asks a JOIN helpers h ON h.town_id = a.town_id AND h.person_id = a.helper_id
                WHERE a.sent_at >= \(now) OR a.answered_at >= \(now) OR a.answered_at < a.sent_at OR a.sent_at < h.joined_at
                  OR (a.sent_at + 3600000) / 3600000 % 24 NOT BETWEEN 8 AND 20
                """
            ),
            (
                "nobody waits for an answer to what is over",
                """
                SELECT count(*) FROM asks a JOIN help_requests r ON r.town_id = a.town_id AND r.id = a.request_id
                WHERE a.answer IS NULL AND r.status <> 'open'
                """
            ),
            (
                "only the trusted are asked",
                """
                SELECT count(*) FROM asks a JOIN help_requests r ON r.town_id = a.town_id AND r.id = a.request_id
                JOIN categories c ON c.town_id = r.town_id AND c.id = r.category_id
                JOIN helpers h ON h.town_id = a.town_id AND h.person_id = a.helper_id
                WHERE h.tier < c.tier OR (h.is_minor = 1 AND h.has_parental_authorisation = 0)
                """
            ),
            (
                "a wave tells how many it asked",
                """
                SELECT count(*) FROM waves w WHERE w.eligible < w.asked OR w.asked <>
                  (SELECT count(*) FROM asks a WHERE a.town_id = w.town_id AND a.wave_id = w.id)
                """
            ),
        ]
    }

    private static func matches(_ now: Moment) -> [(String, SQL)] {
        [
            (
                "one active match per matched request, and no other",
                """
                SELECT count(*) FROM help_requests r WHERE (SELECT count(*) FROM matches m WHERE m.town_id = r.town_id
                  AND m.request_id = r.id AND m.status = 'active') <> CASE WHEN r.status = 'matched' THEN 1 ELSE 0 END
                """
            ),
            (
                "somebody asks how it went",
                """
                SELECT count(*) FROM matches m WHERE (m.status = 'active' AND EXISTS (SELECT 1 FROM help_requests r
                  WHERE r.town_id = m.town_id AND r.id = m.request_id AND r.wanted_kind <> 'every')) <> (EXISTS (SELECT 1 FROM jobs j WHERE j.town_id = m.town_id
                  AND j.kind LIKE 'outcome.%' AND j.payload = \(text("m.id")) AND j.due > \(now)))
                """
            ),
            (
                "an alarm is about somebody who withdrew from an open request, just before the hour that was agreed on",
                """
                SELECT count(*) FROM alarms a JOIN matches m ON m.town_id = a.town_id AND m.id = a.match_id
                JOIN help_requests r ON r.town_id = a.town_id AND r.id = a.request_id
                WHERE m.status <> 'withdrawn' OR m.ended_at <> a.raised_at OR a.raised_at >= \(now) OR r.status <> 'open'
                  OR m.appointment_at - a.raised_at > \(Duration.days(1).inMilliseconds)
                """
            ),
            (
                "another time is proposed by whoever was asked, for an open request",
                """
                SELECT count(*) FROM time_proposals p WHERE NOT EXISTS (SELECT 1 FROM asks a JOIN help_requests r
                  ON r.town_id = a.town_id AND r.id = a.request_id WHERE a.town_id = p.town_id AND a.request_id = p.request_id
                  AND a.helper_id = p.helper_id AND a.answer = 'other_time' AND r.status = 'open' AND p.first_at > \(now))
                """
            ),
            (
                "who did not come had said yes, and was heard after it was recorded",
                """
                SELECT count(*) FROM no_shows n JOIN matches m ON m.town_id = n.town_id AND m.id = n.match_id
                WHERE m.status <> 'ended' OR n.recorded_at < n.noted_at OR n.answered_at < n.recorded_at OR n.answered_at >= \(now)
                  OR NOT EXISTS (SELECT 1 FROM outcomes o WHERE o.town_id = n.town_id AND o.match_id = n.match_id
                    AND o.reason = 'nobody_came')
                """
            ),
            (
                "people write between the yes and now",
                """
                SELECT count(*) FROM messages x JOIN matches m ON m.town_id = x.town_id AND m.id = x.match_id
                WHERE x.sent_at <= m.created_at OR x.sent_at >= \(now)
                """
            ),
            (
                "who has no e-mail is told by voice",
                """
                SELECT count(*) FROM help_requests r JOIN people p ON p.town_id = r.town_id AND p.id = r.beneficiary_id
                WHERE r.status = 'matched' AND p.channel = 'phone' AND NOT EXISTS (SELECT 1 FROM ring_backs b
                  WHERE b.town_id = r.town_id AND b.request_id = r.id AND b.reason = 'matched')
                """
            ),
        ]
    }

    private static func people(_ now: Moment) -> [(String, SQL)] {
        [
            (
                "recurring help that somebody gives is a pair with its days",
                """
                SELECT count(*) FROM help_requests r WHERE (r.status = 'matched' AND r.wanted_kind = 'every') <> (EXISTS
                  (SELECT 1 FROM standing_pairs p WHERE p.town_id = r.town_id AND p.request_id = r.id AND p.first_day IS NOT NULL))
                """
            ),
            (
                "who sleeps offers nothing in public",
                """
                SELECT count(*) FROM offers o JOIN helpers h ON h.town_id = o.town_id AND h.person_id = o.person_id
                WHERE h.asleep_since IS NOT NULL AND o.status = 'active'
                """
            ),
            ("nobody joins tomorrow", "SELECT count(*) FROM helpers WHERE joined_at >= \(now)"),
            ("nothing is offered tomorrow", "SELECT count(*) FROM offers WHERE created_at >= \(now)"),
            (
                "trust beyond the doorstep was granted by somebody",
                """
                SELECT count(*) FROM helpers h WHERE (h.tier >= 2) <> (EXISTS (SELECT 1 FROM trust_grants g
                  WHERE g.town_id = h.town_id AND g.person_id = h.person_id AND g.tier = h.tier))
                """
            ),
            (
                "nobody offers beyond their trust",
                """
                SELECT count(*) FROM offers o JOIN helpers h ON h.town_id = o.town_id AND h.person_id = o.person_id
                JOIN categories c ON c.town_id = o.town_id AND c.id = o.category_id WHERE h.tier < c.tier
                """
            ),
            (
                "each request has its notice",
                """
                SELECT count(*) FROM help_requests r WHERE NOT EXISTS (SELECT 1 FROM consents c WHERE c.town_id = r.town_id
                  AND c.purpose = 'notice' AND c.subject = r.id)
                """
            ),
        ]
    }

    private static func places() -> [(String, SQL)] {
        [
            (
                "the cell of a request lies in the quartier that is said",
                """
                SELECT count(*) FROM help_requests r JOIN home_cells c ON c.town_id = r.town_id AND c.number = r.cell
                WHERE r.neighbourhood_id IS NULL OR c.neighbourhood_id <> r.neighbourhood_id
                """
            ),
            (
                "the cell of an offer is that of who offers, in the quartier that is said",
                """
                SELECT count(*) FROM offers o JOIN people p ON p.town_id = o.town_id AND p.id = o.person_id
                LEFT JOIN home_cells c ON c.town_id = o.town_id AND c.number = o.cell
                WHERE (o.cell IS NOT NULL AND (c.number IS NULL OR p.cell IS NULL OR o.cell <> p.cell))
                  OR (c.number IS NOT NULL AND (o.neighbourhood_id IS NULL OR c.neighbourhood_id <> o.neighbourhood_id))
                """
            ),
            ("no cell tells a few homes apart", "SELECT count(*) FROM home_cells WHERE homes < \(HomeCell.minimum)"),
            ("whoever has a place on the map has said where", "SELECT count(*) FROM people WHERE spot IS NOT NULL AND place IS NULL"),
        ]
    }

    /// An id as its canonical text.
    private static func text(_ column: SQL) -> SQL {
        """
        (SELECT substr(x, 1, 8) || '-' || substr(x, 9, 4) || '-' || substr(x, 13, 4) || '-' || substr(x, 17, 4) || '-' || substr(x, 21)
         FROM (SELECT \(sqlite: "lower(hex(", postgres: "encode(")\(column)\(sqlite: "))", postgres: ", 'hex')") AS x) AS hexadecimal)
        """
    }
}
