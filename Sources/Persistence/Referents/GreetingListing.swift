import Database
import Domain

/// New accounts that nobody of the quartier has greeted, and volunteers whom nobody has asked for anything.
public struct GreetingListing {
    public struct Line: Sendable {
        public var person: ID<Person>
        public var neighbourhood: ID<Neighbourhood>?
        public var since: Moment
        public var isHelper: Bool
    }

    private let scope: TownTransaction
    private let actor: Actor
    private let now: Moment
    private let place: SQL = "coalesce(h.neighbourhood_id, p.neighbourhood_id)"

    public init(_ scope: TownTransaction, for actor: Actor, now: Moment) {
        self.scope = scope
        self.actor = actor
        self.now = now
    }

    /// Longest waiting first.
    public func list(_ kind: Greeting.Kind, limit: Int) throws -> [Line] {
        var lines: [Line] = []
        try scope.sql.run(
            """
            /* GreetingListing.list */ SELECT p.id, \(place), \(since(kind)) AS since, \(isHelper)
            \(source(kind)) ORDER BY since, p.id LIMIT \(limit)
            """
        ) { row in
            let (person, place): (ID<Person>, ID<Neighbourhood>?) = (try row.next(), try row.next())
            lines.append(Line(person: person, neighbourhood: place, since: try row.next(), isHelper: try row.next()))
        }
        return lines
    }

    public func count(_ kind: Greeting.Kind) throws -> Int {
        try scope.sql.value("/* GreetingListing.count */ SELECT count(*) \(source(kind))") ?? 0
    }

    /// Somebody who may be asked, and whose sheet this person may open.
    private var isHelper: SQL { "CASE WHEN h.is_active = 1 AND \(actor.guidance.covers("h.neighbourhood_id")) THEN 1 ELSE 0 END" }

    private func source(_ kind: Greeting.Kind) -> SQL {
        let chosen: SQL =
            switch kind {
            case .welcome: welcome
            case .news: unasked
            }
        return """
            FROM people p LEFT JOIN helpers h ON h.town_id = p.town_id AND h.person_id = p.id
            WHERE p.town_id = \(scope.town) AND p.id <> \(actor.person) AND \(actor.guidance.covers(place)) AND \(chosen)
            """
    }

    /// An account is opened, and an invitation taken up, with a notice about no request in particular.
    private var welcome: SQL {
        """
        p.id IN (SELECT id FROM people WHERE town_id = \(scope.town) AND has_account = 1 AND created_at > \(now - Greeting.welcomeTime)
                 UNION SELECT person_id FROM consents WHERE town_id = \(scope.town) AND purpose = 'notice' AND subject IS NULL
                   AND given_at > \(now - Greeting.welcomeTime))
          AND NOT EXISTS (SELECT 1 FROM greetings g WHERE g.town_id = p.town_id AND g.person_id = p.id AND g.kind = 'welcome')
        """
    }

    private var unasked: SQL {
        """
        h.is_active = 1 AND h.asleep_since IS NULL AND coalesce(h.returned_at, h.joined_at) <= \(now - Greeting.patience)
          AND (h.last_asked_at IS NULL OR h.last_asked_at < h.returned_at)
          AND (h.paused_until IS NULL OR h.paused_until <= \(now))
          AND NOT EXISTS (SELECT 1 FROM matches m WHERE m.town_id = h.town_id AND m.helper_id = h.person_id)
          AND NOT EXISTS (SELECT 1 FROM greetings g WHERE g.town_id = h.town_id AND g.person_id = h.person_id AND g.kind = 'news'
            AND g.at > \(now - Greeting.newsHold))
        """
    }

    private func since(_ kind: Greeting.Kind) -> SQL {
        switch kind {
        case .welcome:
            """
            coalesce((SELECT max(c.given_at) FROM consents c WHERE c.town_id = p.town_id AND c.person_id = p.id AND c.purpose = 'notice'
                      AND c.subject IS NULL), p.created_at)
            """
        case .news: "coalesce(h.returned_at, h.joined_at)"
        }
    }
}

extension Guidance {
    /// `true`, or a condition on the quartier in a column.
    func covers(_ place: SQL) -> SQL {
        switch self {
        case .everywhere: "1 = 1"
        case .quartiers(let places): "\(place) IN \(list: places)"
        }
    }
}
