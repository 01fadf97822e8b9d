import Domain
import Persistence
import Secrets

/// The live board of the desk, for whoever runs it: once, or as it changes.
public struct LiveBoards: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    public var now: Moment { house.world.now() }

    public func read(by actor: Actor, in facts: TownFacts) async throws -> LiveBoard {
        guard actor.runsDesk else { throw Refusal.notFound }
        return try await Self.compute(facts, house)
    }

    /// What changes from now on, beginning with how it stands. Ends when the house closes, or when this person opens too many.
    public func watch(by actor: Actor, in facts: TownFacts) throws -> AsyncStream<BoardWatch.Event> {
        guard actor.runsDesk, let person = actor.person else { throw Refusal.notFound }
        return house.boards.watch(by: person, of: facts.town.id, house)
    }

    /// Whether a session still opens the board: nobody watches on after signing out, or without the role. It leaves no trace of a visit.
    public func isOpen(to token: Token, in facts: TownFacts) async throws -> Bool {
        let now = house.world.now()
        return try await house.read(facts.town) { scope in
            guard let session = try Sessions(scope).find(token.hash, now: now), let person = session.person else { return false }
            let actor = Actor(person: person, roles: try Roles(scope).acting(person, at: now))
            return actor.runsDesk && session.holds(isStaff: actor.isStaff, now: now)
        }
    }

    static func compute(_ facts: TownFacts, _ house: House) async throws -> LiveBoard {
        let now = house.world.now()
        return try await house.read(facts.town) { scope in
            var board = try LiveBoardListing(scope).read(at: now)
            let people = try People(scope).find(Array(Set(board.calls.map(\.holder))))
            for line in board.calls.indices { board.calls[line].holderName = people[board.calls[line].holder]?.shownName ?? "" }
            return board
        }
    }
}
