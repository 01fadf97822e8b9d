import Database
import Domain

/// A town's own scripts.
public struct CallScripts {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func all() throws -> [CallScript] {
        var scripts: [CallScript] = []
        try scope.sql.run(
            """
            /* CallScripts.all */ SELECT id, standard, title, words, is_shown FROM call_scripts
            WHERE town_id = \(scope.town) ORDER BY title, id LIMIT 200
            """
        ) { row in
            scripts.append(
                CallScript(
                    id: try row.next(), standard: (try row.next() as String?).flatMap(CallScript.Standard.init), title: try row.next(),
                    words: try row.next(), isShown: try row.next()))
        }
        return scripts
    }

    public func save(_ script: CallScript) throws {
        try scope.sql.run(
            """
            /* CallScripts.save */ INSERT INTO call_scripts (town_id, id, standard, title, words, is_shown)
            VALUES (\(scope.town), \(script.id), \(script.standard?.rawValue), \(script.title), \(script.words), \(script.isShown))
            ON CONFLICT (town_id, id) DO UPDATE SET title = excluded.title, words = excluded.words, is_shown = excluded.is_shown
            """)
    }

    public func delete(_ id: ID<CallScript>) throws {
        try scope.sql.run("/* CallScripts.delete */ DELETE FROM call_scripts WHERE town_id = \(scope.town) AND id = \(id)")
    }
}
