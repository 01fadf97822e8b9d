import Database
import Domain
import Foundation
import Hummingbird
import Persistence
import TestSupport
import UseCases
@testable import Web

/// A town with one of each thing, full of markers that nobody but those concerned may ever read.
struct AccessWorld {
    static let secrets = [
        "SecretPrenom", "SecretNom", "secret.adresse@exemple.fr", "39980077", "39 98 00 77", "12 rue du Secret", "texte secret",
    ]

    let test: TestHouse
    let created: Requests.Created
    let match: ID<Match>

    init() async throws {
        test = try await TestHouse()
        let form = AskForm([
            "category": "groceries", "when": "now", "neighbourhood": "les-tilleuls", "place": "12 rue du Secret", "for": "me",
            "firstName": "SecretPrenom", "lastName": "SecretNom", "email": "secret.adresse@exemple.fr", "phone": "06 39 98 00 77",
            "details": "texte secret", "notice": "yes",
        ])
        created = try await Requests(test.house).ask(form, in: test.town, by: .visitor, language: "fr", door: .web)
        let ids = (created.request.id, test.cast.karim.id)
        let house = test.house
        match = try await house.write(test.town.town) { scope in
            let match = Match(
                id: house.world.id(), request: ids.0, helper: ids.1, origin: .ask, insuranceVersion: 1, createdAt: house.world.now())
            try Matches(scope).insert(match)
            return match.id
        }
    }

    var routes: [(method: String, path: String)] {
        let settings = SiteSettings(publicURL: test.house.publicURL, publicFolder: "")
        let routes = TownRoutes(house: test.house, settings: settings, throttle: Throttle(isOn: false, now: test.house.world.now))
        return routes.router().routes.map { ($0.method.rawValue, $0.path.description) }
    }

    /// The addresses that a route stands for: each parameter filled with everything it might be.
    func addresses(of path: String) -> [String] {
        let ids = [created.request.id.text, match.text, test.cast.karim.id.text, test.cast.martine.id.text, "x", "0"]
        guard let start = path.firstIndex(of: ":") else { return ["/t/clairval" + path] }
        let name = path[start...].prefix { $0 != "/" }
        let values =
            name == ":token" ? [String(repeating: "A", count: 43), "x"] : name == ":step" ? AskForm.Step.allCases.map(\.path) : ids
        return values.flatMap { addresses(of: path.replacingCharacters(in: start..<name.endIndex, with: $0)) }
    }

    /// What is sealed in the open: how the request and its match stand, who has which power, how many people there are.
    func standing() async throws -> [String] {
        try await test.house.database.read { sql in
            [
                "\(try sql.values("SELECT status FROM help_requests ORDER BY id") as [String])",
                "\(try sql.values("SELECT status FROM matches ORDER BY id") as [String])",
                "\(try sql.values("SELECT kind FROM roles WHERE revoked_at IS NULL ORDER BY id") as [String])",
                "\(try sql.values("SELECT tier FROM helpers ORDER BY person_id") as [Int])",
                "\(try sql.values("SELECT key FROM categories WHERE is_active = 1 ORDER BY id") as [String])",
                "\(try sql.values("SELECT state FROM mandates ORDER BY id") as [String])",
                "\(try sql.value("SELECT count(*) FROM messages") as Int? ?? -1)",
                "\(try sql.value("SELECT count(*) FROM outcomes") as Int? ?? -1)",
            ]
        }
    }
}
