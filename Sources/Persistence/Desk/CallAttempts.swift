import Database
import Domain

/// When the town tried to reach somebody, and what came of it.
public struct CallAttempts {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func insert(_ attempt: CallAttempt, id: ID<CallAttempt>) throws {
        let (person, promise): (ID<Person>?, ID<CallBack>?) =
            switch attempt.caller {
            case .person(let id): (id, nil)
            case .promise(let id): (nil, id)
            }
        try scope.sql.run(
            """
            /* CallAttempts.insert */ INSERT INTO call_attempts (town_id, id, person_id, call_back_id, at, by_id, result)
            VALUES (\(scope.town), \(id), \(person), \(promise), \(attempt.at), \(attempt.by), \(attempt.result))
            """)
    }

    /// The latest, in the order in which they were made.
    public func of(_ caller: CallerKey, since moment: Moment) throws -> [CallAttempt] {
        let theirs: SQL =
            switch caller {
            case .person(let id): "person_id = \(id)"
            case .promise(let id): "call_back_id = \(id)"
            }
        var attempts: [CallAttempt] = []
        try scope.sql.run(
            """
            /* CallAttempts.of */ SELECT at, by_id, result FROM call_attempts
            WHERE town_id = \(scope.town) AND \(theirs) AND at >= \(moment) ORDER BY at DESC, id DESC LIMIT 12
            """
        ) { attempts.append(CallAttempt(caller: caller, at: try $0.next(), by: try $0.next(), result: try $0.next())) }
        return attempts.reversed()
    }

    public func drop(before moment: Moment) throws {
        try scope.sql.run("/* CallAttempts.drop */ DELETE FROM call_attempts WHERE town_id = \(scope.town) AND at < \(moment)")
    }

    /// Whoever was rung goes with their row; whoever rang is nobody.
    public func forget(_ person: ID<Person>) throws {
        try scope.sql.run("/* CallAttempts.forget */ DELETE FROM call_attempts WHERE town_id = \(scope.town) AND person_id = \(person)")
        try scope.sql.run(
            """
            /* CallAttempts.forgetAgent */ UPDATE call_attempts SET by_id = \(Person.nobody.id)
            WHERE town_id = \(scope.town) AND by_id = \(person)
            """)
    }
}
