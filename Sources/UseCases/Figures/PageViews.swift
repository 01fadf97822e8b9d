import Domain
import Localization
import Persistence
import Synchronization

/// Page views without cookies or addresses: counted in memory by town, day and kind of page, and written down now and then.
public final class PageViews: Sendable {
    private struct Kind: Hashable {
        let town: Int
        /// Since 1970, on the town's calendar.
        let day: Int
        let page: String
    }

    private struct State {
        var counts: [Kind: Int] = [:]
        /// Whether a name is a robot's; forgotten when there are too many, since anybody can make them up.
        var robots: [String: Bool] = [:]
    }

    private static let names = 2_000
    private let house: House
    private let state = Mutex(State())

    public init(_ house: House) { self.house = house }

    /// - Parameter page: the route, such as `/demandes/{id}`.
    public func count(_ page: String, of town: Town, userAgent: String?) {
        guard let userAgent, !userAgent.isEmpty else { return }
        let kind = Kind(town: town.id, day: town.zone.day(house.world.now()), page: page)
        state.withLock { state in
            let isRobot = state.robots[userAgent] ?? Robot.isOne(userAgent)
            if state.robots.count >= Self.names { state.robots = [:] }
            state.robots[userAgent] = isRobot
            if !isRobot { state.counts[kind, default: 0] += 1 }
        }
    }

    /// Writes down what was gathered. What cannot be written is kept for the next time.
    public func flush() async throws {
        let counts = state.withLock { state in
            defer { state.counts = [:] }
            return state.counts
        }
        for (id, kinds) in Dictionary(grouping: counts.keys, by: \.town) {
            guard let town = house.towns.town(id: id)?.town else { continue }
            do {
                try await house.write(town) { scope in
                    for kind in kinds {
                        try PageViewCounts(scope).add(counts[kind] ?? 0, of: kind.page, on: CivilDate(dayNumber: kind.day).iso)
                    }
                }
            } catch {
                state.withLock { state in
                    for kind in kinds { state.counts[kind, default: 0] += counts[kind] ?? 0 }
                }
                throw error
            }
        }
    }
}

extension Town {
    /// The town's clock as a table, quicker than Foundation's.
    public var zone: Zone { Zone.named(settings.timeZone) ?? .paris }
}

extension Zone {
    /// Days since 1970 on the calendar of the place.
    public func day(_ moment: Moment) -> Int { local(moment.milliseconds).date.dayNumber }
}
