import Database
import Domain

/// The batches in which helpers were asked.
public struct Waves {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func latest(for request: ID<HelpRequest>) throws -> Wave? {
        var wave: Wave?
        try scope.sql.run(
            """
            /* Waves.latest */ SELECT id, request_id, number, asked, eligible, started_at, due_at, rung, reasoning FROM waves
            WHERE town_id = \(scope.town) AND request_id = \(request) ORDER BY number DESC LIMIT 1
            """
        ) { row in
            wave = Wave(
                id: try row.next(), request: try row.next(), number: try row.next(), asked: try row.next(), eligible: try row.next(),
                startedAt: try row.next(), dueAt: try row.next())
            wave?.rung = try row.next()
            wave?.reasoning = try (row.next() as String?).map { try JSONColumn.read($0) }
        }
        return wave
    }

    public func insert(_ wave: Wave) throws {
        try scope.sql.run(
            """
            /* Waves.insert */ INSERT INTO waves (town_id, id, request_id, number, asked, eligible, started_at, due_at, rung, reasoning)
            VALUES (\(scope.town), \(wave.id), \(wave.request), \(wave.number), \(wave.asked), \(wave.eligible), \(wave.startedAt),
                    \(wave.dueAt), \(wave.rung), \(try wave.reasoning.map { try JSONColumn.write($0) }))
            """)
    }
}
