import Database
import Domain
import Secrets

/// Appointments to which a helper did not come, one per match; the words of both sides lie sealed.
public struct NoShows {
    private static let columns: SQL = """
        id, match_id, request_id, helper_id, state, noted_at, asker_words, recorded_at, recorded_by, helper_words, answered_at, decided_at,
        decided_by
        """
    private let scope: TownTransaction
    private let sealer: Sealer

    public init(_ scope: TownTransaction) throws {
        self.scope = scope
        sealer = try scope.sealer(.requests)
    }

    /// False when the match has one already.
    public func insert(_ noShow: NoShow) throws -> Bool {
        try scope.sql.run(
            """
            /* NoShows.insert */ INSERT INTO no_shows (town_id, id, match_id, request_id, helper_id, state, noted_at, asker_words)
            VALUES (\(scope.town), \(noShow.id), \(noShow.match), \(noShow.request), \(noShow.helper), \(noShow.state), \(noShow.notedAt),
                    \(try seal(noShow.askerWords, "asker_words", noShow.id)))
            ON CONFLICT (town_id, match_id) DO NOTHING
            """) == 1
    }

    public func save(_ noShow: NoShow) throws {
        try scope.sql.run(
            """
            /* NoShows.save */ UPDATE no_shows SET state = \(noShow.state), recorded_at = \(noShow.recording?.at),
              recorded_by = \(noShow.recording?.by), asker_words = \(try seal(noShow.askerWords, "asker_words", noShow.id)),
              helper_words = \(try seal(noShow.answer?.words, "helper_words", noShow.id)), answered_at = \(noShow.answer?.at),
              decided_at = \(noShow.decision?.at), decided_by = \(noShow.decision?.by)
            WHERE town_id = \(scope.town) AND id = \(noShow.id)
            """)
    }

    /// The link by which the helper says what happened.
    public func setToken(_ hash: [UInt8], of id: ID<NoShow>) throws {
        try scope.sql.run(
            "/* NoShows.setToken */ UPDATE no_shows SET token_hash = \(hash) WHERE town_id = \(scope.town) AND id = \(id)")
    }

    public func find(token hash: [UInt8]) throws -> NoShow? { try list("token_hash = \(hash)").first }
    public func of(_ match: ID<Match>) throws -> NoShow? { try list("match_id = \(match)").first }
    /// Newest first.
    public func about(_ request: ID<HelpRequest>) throws -> [NoShow] { try list("request_id = \(request)") }
    public func of(helper: ID<Person>) throws -> [NoShow] { try list("helper_id = \(helper)") }

    /// How many were kept that still count.
    public func countKept(of helper: ID<Person>, now: Moment) throws -> Int {
        try scope.sql.value(
            "/* NoShows.countKept */ SELECT count(*) FROM no_shows WHERE \(Self.kept(now)) AND town_id = \(scope.town) AND helper_id = \(helper)"
        ) ?? 0
    }

    static func kept(_ now: Moment) -> SQL { "no_shows.state = 'kept' AND no_shows.noted_at > \(now - NoShow.memory)" }

    private func seal(_ words: String?, _ column: StaticString, _ id: ID<NoShow>) throws -> [UInt8]? {
        try sealer.seal(words, "no_shows", column, id.bytes)
    }

    private func list(_ condition: SQL) throws -> [NoShow] {
        var noShows: [NoShow] = []
        try scope.sql.run(
            """
            /* NoShows.list */ SELECT \(Self.columns) FROM no_shows WHERE town_id = \(scope.town) AND \(condition)
            ORDER BY noted_at DESC, id DESC
            """
        ) { noShows.append(try noShow(&$0)) }
        return noShows
    }

    private func noShow(_ row: inout Row) throws -> NoShow {
        let id: ID<NoShow> = try row.next()
        let match = Match(
            id: try row.next(), request: try row.next(), helper: try row.next(), origin: .ask, insuranceVersion: 0,
            createdAt: Moment(milliseconds: 0))
        let state: NoShow.State = try row.next()
        var noShow = NoShow(id: id, match: match, notedAt: try row.next())
        noShow.state = state
        noShow.askerWords = try sealer.open(try row.next(), "no_shows", "asker_words", id.bytes)
        noShow.recording = try act(&row)
        let (words, at): ([UInt8]?, Moment?) = (try row.next(), try row.next())
        if let words = try sealer.open(words, "no_shows", "helper_words", id.bytes), let at { noShow.answer = .init(words: words, at: at) }
        noShow.decision = try act(&row)
        return noShow
    }

    private func act(_ row: inout Row) throws -> NoShow.Act? {
        let (at, by): (Moment?, ID<Person>?) = (try row.next(), try row.next())
        guard let at, let by else { return nil }
        return NoShow.Act(by: by, at: at)
    }
}
