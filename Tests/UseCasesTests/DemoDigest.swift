import Database
import Domain
import Persistence
import UseCases

/// Everything that a demo wrote, as one number per table; what is sealed is opened, since each sealing differs.
struct DemoDigest {
    /// Columns by table: `b` bytes, `i` integer, `r` real, `t` text. Ids of jobs are chance of the queue's own.
    private static let tables: [(name: String, columns: String)] = [
        ("towns", "id:i slug:t name:t insee:t parent_id:i settings:t outline:t created_at:i"),
        ("neighbourhoods", "town_id:i id:b slug:t name:t region:t anchor_longitude:r anchor_latitude:r"),
        ("address_streets", "town_id:i generation:i insee:t name:t postcode:t city:t longitude:r latitude:r houses:b"),
        ("home_cells", "town_id:i number:i neighbourhood_id:b longitude:r latitude:r homes:i"),
        ("barriers", "town_id:i position:i name:t lines:t"),
        ("categories", "town_id:i id:b key:t labels:t position:i"),
        ("people", "town_id:i id:b language:t channel:t neighbourhood_id:b cell:i birth_year:i has_account:i created_at:i last_seen_at:i"),
        (
            "helpers",
            "town_id:i person_id:b is_active:i neighbourhood_id:b days:i from_hour:i to_hour:i radius:i travel:t is_remote_only:i languages:t "
                + "paused_until:i weekly_asks:i tier:i charter_version:i is_minor:i joined_at:i last_asked_at:i"
        ),
        ("helper_categories", "town_id:i person_id:b category_id:b"),
        ("trust_grants", "town_id:i id:b person_id:b tier:i met_on:i granted_by:b granted_at:i"),
        ("roles", "town_id:i id:b person_id:b kind:t neighbourhood_id:b"),
        (
            "help_requests",
            "town_id:i id:b reference:t category_id:b neighbourhood_id:b cell:i asker_id:b beneficiary_id:b wanted_kind:t wanted_on:i rhythm:t "
                + "urgency:i door:t taken_by:b status:t rung:t rung_due:i owner_id:b review:t public_text:t is_public:i agreement_at:i "
                + "created_at:i matched_at:i closed_at:i outcome:t"
        ),
        ("tracking_links", "town_id:i token_hash:b request_id:b"),
        ("offers", "town_id:i id:b person_id:b category_id:b neighbourhood_id:b cell:i public_text:t review:t status:t created_at:i"),
        ("waves", "town_id:i id:b request_id:b number:i asked:i eligible:i started_at:i due_at:i"),
        ("asks", "town_id:i id:b request_id:b wave_id:b helper_id:b token_hash:b sent_at:i due_at:i answer:t answered_at:i"),
        ("matches", "town_id:i id:b request_id:b helper_id:b offer_id:b origin:t status:t created_at:i ended_at:i"),
        ("messages", "town_id:i id:b match_id:b author:t author_id:b sent_at:i"),
        ("outcomes", "town_id:i request_id:b side:t match_id:b result:t reason:t recorded_by:b recorded_at:i"),
        (
            "ring_backs",
            "town_id:i id:b request_id:b person_id:b reason:t created_at:i due_at:i attempts:i last_result:t done_at:i done_by:b"
        ),
        ("consents", "town_id:i id:b person_id:b purpose:t subject:b channel:t collected_by:b given_at:i"),
        ("journal", "town_id:i id:b at:i actor_id:b action:t subject_kind:t subject:b purpose:t"),
        ("mandates", "town_id:i id:b represented_id:b holder_id:b relation:t state:t confirmed_by:b starts_at:i ends_at:i"),
        ("organisations", "town_id:i id:b kind:t name:t owner_id:b is_whole_town:i takes_all:i created_at:i"),
        ("organisation_zones", "town_id:i organisation_id:b neighbourhood_id:b"),
        ("organisation_categories", "town_id:i organisation_id:b category_id:b"),
        ("time_proposals", "town_id:i id:b request_id:b helper_id:b first_at:i second_at:i state:t"),
        ("alarms", "town_id:i match_id:b request_id:b raised_at:i"),
        ("no_shows", "town_id:i id:b match_id:b state:t noted_at:i recorded_at:i answered_at:i"),
        ("local_services", "town_id:i id:b name:t topics:t phones:t hours:t tongues:t is_free:i checked_on:t"),
        ("local_service_zones", "town_id:i service_id:b neighbourhood_id:b"),
        ("local_service_categories", "town_id:i service_id:b category_id:b"),
        ("page_views", "town_id:i day:t page:t views:i"),
        ("jobs", "town_id:i kind:t payload:t due:i unique_key:t"),
    ]

    let house: House

    func all() async throws -> [String: UInt64] {
        var digests: [String: UInt64] = [:]
        for (name, columns) in Self.tables { digests[name] = try await plain(name, columns) }
        for facts in house.towns.all { digests["\(facts.town.slug), opened"] = try await opened(facts.town) }
        return digests
    }

    private func plain(_ table: String, _ columns: String) async throws -> UInt64 {
        let parts = columns.split(separator: " ").map { $0.split(separator: ":") }
        let query = SQL(stringLiteral: "SELECT \(parts.map { $0[0] }.joined(separator: ", ")) FROM \(table)")
        let kinds = parts.map { String($0[1]) }
        return try await house.database.read { sql in
            var lines: [String] = []
            try sql.run(query) { row in
                var cells: [String] = []
                for kind in kinds { cells.append(try Self.cell(kind, &row)) }
                lines.append(cells.joined(separator: "|"))
            }
            return Self.digest(lines.sorted())
        }
    }

    private static func cell(_ kind: String, _ row: inout Row) throws -> String {
        switch kind {
        case "b": "\(try row.next() as [UInt8]? ?? [])"
        case "i": "\(try row.next() as Int64? ?? -1)"
        case "r": "\(try row.next() as Double? ?? -1)"
        default: try row.next() as String? ?? "-"
        }
    }

    private func opened(_ town: Town) async throws -> UInt64 {
        try await house.read(town) { scope in
            var lines: [String] = []
            for id: ID<Person> in try scope.sql.values("SELECT id FROM people WHERE town_id = \(town.id) ORDER BY id") {
                lines.append("\(String(describing: try People(scope).find(id)))")
            }
            for id: ID<HelpRequest> in try scope.sql.values("SELECT id FROM help_requests WHERE town_id = \(town.id) ORDER BY id") {
                lines.append("\(String(describing: try HelpRequests(scope).find(id)))")
            }
            for id: ID<Offer> in try scope.sql.values("SELECT id FROM offers WHERE town_id = \(town.id) ORDER BY id") {
                lines.append("\(String(describing: try Offers(scope).find(id)))")
            }
            for id: ID<Match> in try scope.sql.values("SELECT id FROM matches WHERE town_id = \(town.id) ORDER BY id") {
                lines.append("\(try Messages(scope).of(id))")
            }
            return Self.digest(lines)
        }
    }

    /// FNV-1a.
    private static func digest(_ lines: [String]) -> UInt64 {
        lines.joined(separator: "\n").utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
