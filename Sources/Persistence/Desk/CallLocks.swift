import Database
import Domain

/// Who is ringing whom just now; the primary key allows one lock per caller.
public struct CallLocks {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func inForce(_ now: Moment) throws -> [CallLock] {
        try list("/* CallLocks.inForce */ SELECT caller, is_person, holder_id, until_at FROM call_locks", "until_at > \(now)")
    }

    public func find(_ caller: CallerKey, now: Moment) throws -> CallLock? {
        try list(
            "/* CallLocks.find */ SELECT caller, is_person, holder_id, until_at FROM call_locks",
            "caller = \(caller.bytes) AND until_at > \(now)"
        ).first
    }

    /// Whom somebody has on the telephone; a long call is still theirs while nobody else took it.
    public func held(by holder: ID<Person>, now: Moment) throws -> CallerKey? {
        try list(
            "/* CallLocks.held */ SELECT caller, is_person, holder_id, until_at FROM call_locks",
            "holder_id = \(holder) AND until_at > \(now - CallLock.longCall)"
        ).first?.caller
    }

    /// Takes or keeps it. Whoever holds one lets go of those before.
    public func take(_ lock: CallLock) throws {
        try release(holder: lock.holder)
        try scope.sql.run(
            """
            /* CallLocks.take */ INSERT INTO call_locks (town_id, caller, is_person, holder_id, until_at)
            VALUES (\(scope.town), \(lock.caller.bytes), \(lock.caller.person != nil), \(lock.holder), \(lock.until))
            ON CONFLICT (town_id, caller) DO UPDATE SET holder_id = excluded.holder_id, until_at = excluded.until_at
            """)
    }

    public func release(holder: ID<Person>) throws {
        try scope.sql.run("/* CallLocks.release */ DELETE FROM call_locks WHERE town_id = \(scope.town) AND holder_id = \(holder)")
    }

    /// Of somebody who is erased.
    public func forget(_ person: ID<Person>) throws {
        try scope.sql.run(
            """
            /* CallLocks.forget */ DELETE FROM call_locks
            WHERE town_id = \(scope.town) AND (caller = \(person.bytes) OR holder_id = \(person))
            """)
    }

    private func list(_ select: SQL, _ condition: SQL) throws -> [CallLock] {
        var locks: [CallLock] = []
        try scope.sql.run("\(select) WHERE town_id = \(scope.town) AND \(condition)") { row in
            let caller: [UInt8] = try row.next()
            let isPerson: Bool = try row.next()
            let key = isPerson ? ID<Person>(bytes: caller).map { CallerKey.person($0) } : ID<CallBack>(bytes: caller).map { .promise($0) }
            guard let key else { throw DatabaseError(.unexpectedValue, "a lock of nobody") }
            locks.append(CallLock(caller: key, holder: try row.next(), until: try row.next()))
        }
        return locks
    }
}
