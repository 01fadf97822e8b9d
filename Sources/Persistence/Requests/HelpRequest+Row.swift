import Database
import Domain
import Secrets

extension HelpRequest {
    init(row: inout Row, sealer: Sealer) throws {
        let id: ID<HelpRequest> = try row.next()
        self.init(
            id: id, reference: try row.next(), category: try row.next(), neighbourhood: try row.next(), asker: try row.next(),
            beneficiary: try row.next(), wanted: try WhenWanted(row: &row), urgency: try row.next(), door: try row.next(),
            takenBy: try row.next(), details: try sealer.open(try row.next(), "help_requests", "details", id.bytes),
            constraints: try sealer.open(try row.next(), "help_requests", "constraints", id.bytes), status: try row.next(),
            rung: try row.next(), rungDue: try row.next(), owner: try row.next(), createdAt: Moment(milliseconds: 0))
        review = try row.next()
        publicText = try row.next()
        agreement = try Agreement(row: &row)
        createdAt = try row.next()
        matchedAt = try row.next()
        closedAt = try row.next()
        outcome = try row.next()
        offer = try row.next()
        cell = try row.next()
        askedFirst = try row.next()
        heldFor = try row.next()
        climbed = Rung.list(try row.next())
        promisedBy = try row.next()
        criteria = Criterion.list(try row.next())
    }
}

extension HelpRequest.Agreement {
    fileprivate init?(row: inout Row) throws {
        let at: Moment? = try row.next()
        let channel: Channel? = try row.next()
        let heardBy: ID<Person>? = try row.next()
        guard let at, let channel, let heardBy else { return nil }
        self.init(at: at, channel: channel, heardBy: heardBy)
    }
}

extension WhenWanted {
    var columns: (kind: String, day: Moment?, rhythm: Rhythm?) {
        switch self {
        case .now: ("now", nil, nil)
        case .on(let day): ("on", day, nil)
        case .every(let rhythm): ("every", nil, rhythm)
        }
    }

    init(row: inout Row) throws {
        let kind: String = try row.next()
        let day: Moment? = try row.next()
        let rhythm: Rhythm? = try row.next()
        switch (kind, day, rhythm) {
        case ("now", _, _): self = .now
        case ("on", let day?, _): self = .on(day)
        case ("every", _, let rhythm?): self = .every(rhythm)
        default: throw DatabaseError(.unexpectedValue, "wanted_kind \(kind) without its value")
        }
    }
}
