import Domain
import Synchronization

/// Everybody who watches a town's board in this process. One look serves them all: soon after a change of this process's own, every second
/// for those of others; and nobody looks where nobody watches.
public final class BoardWatch: Sendable {
    public enum Event: Sendable {
        case board(Shown)
        /// Nothing new; the line is alive.
        case beat
        /// This person opened another one too many.
        case replaced
    }

    /// A board as it was found; the number rises with each change.
    public struct Shown: Sendable {
        public var number: Int
        public var board: LiveBoard
        public var at: Moment
    }

    private struct Watcher {
        let person: ID<Person>
        let feed: AsyncStream<Event>.Continuation
    }

    private struct Watched {
        /// By order of their coming.
        var watchers: [Int: Watcher] = [:]
        var shown: Shown?
        /// Rung when there may be something new.
        var bell: AsyncStream<Void>.Continuation?
        var looking: [Task<Void, Never>] = []
    }

    private struct State {
        var towns: [Int: Watched] = [:]
        var count = 0
        var isClosed = false
    }

    /// Streams of one person: a few screens of one desk.
    public static let mostEach = 4
    /// Between two looks, however much changes.
    private static let pause = Duration.milliseconds(250)
    /// Between two looks at what other processes did; and how many of these make a beat.
    private static let (others, beat) = (Duration.seconds(1), 10)
    private let state = Mutex(State())

    public init() {}

    /// Something of this town was written by this process.
    func changed(_ town: Int) { state.withLock { $0.towns[town]?.bell }?.yield() }

    /// - Parameter looks: false in tests, which look by themselves.
    func watch(by person: ID<Person>, of town: Int, _ house: House, looks: Bool = true) -> AsyncStream<Event> {
        let (stream, feed) = AsyncStream.makeStream(of: Event.self, bufferingPolicy: .bufferingNewest(2))
        let (number, crowded) = state.withLock { state -> (Int?, Watcher?) in
            guard !state.isClosed else { return (nil, nil) }
            state.count += 1
            let number = state.count
            var watched = state.towns[town] ?? Watched()
            let own = watched.watchers.filter { $0.value.person == person }.keys.sorted()
            let crowded = own.count >= Self.mostEach ? own.first.flatMap { watched.watchers.removeValue(forKey: $0) } : nil
            watched.watchers[number] = Watcher(person: person, feed: feed)
            if let shown = watched.shown { feed.yield(.board(shown)) }
            if looks, watched.bell == nil { keepLooking(town, house, &watched) }
            state.towns[town] = watched
            return (number, crowded)
        }
        crowded?.feed.yield(.replaced)
        crowded?.feed.finish()
        guard let number else {
            feed.finish()
            return stream
        }
        feed.onTermination = { [weak self] _ in self?.leave(number, town) }
        return stream
    }

    /// The process ends: streams end at once, browsers come back by themselves.
    public func close() {
        let feeds = state.withLock { state in
            defer { state.towns = [:] }
            state.isClosed = true
            for task in state.towns.values.flatMap(\.looking) { task.cancel() }
            return state.towns.values.flatMap { $0.watchers.values.map(\.feed) }
        }
        for feed in feeds { feed.finish() }
    }

    /// Looks once, and tells everybody if it is not as before.
    func look(_ town: Int, _ house: House) async throws {
        guard let facts = house.towns.town(id: town) else { return }
        let board = try await LiveBoards.compute(facts, house)
        let at = house.world.now()
        state.withLock { state in
            guard state.towns[town] != nil, state.towns[town]?.shown?.board != board else { return }
            state.count += 1
            let shown = Shown(number: state.count, board: board, at: at)
            state.towns[town]?.shown = shown
            state.towns[town]?.watchers.values.forEach { $0.feed.yield(.board(shown)) }
        }
    }

    /// How many watch a town.
    func count(of town: Int) -> Int { state.withLock { $0.towns[town]?.watchers.count ?? 0 } }

    private func leave(_ number: Int, _ town: Int) {
        state.withLock { state in
            guard var watched = state.towns[town], watched.watchers.removeValue(forKey: number) != nil else { return }
            guard watched.watchers.isEmpty else { return state.towns[town] = watched }
            for task in watched.looking { task.cancel() }
            state.towns[town] = nil
        }
    }

    private func keepLooking(_ town: Int, _ house: House, _ watched: inout Watched) {
        let (rings, bell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        watched.bell = bell
        watched.looking = [
            Task {
                for await _ in rings {
                    // A database that is away is back at one of the next looks; until then the board stands as it was.
                    try? await look(town, house)
                    try? await Task.sleep(for: Self.pause)
                }
            },
            Task { await ring(bell, town) },
        ]
    }

    /// For what this process did not do itself, what the clock alone makes late, and for lines that nothing travels on.
    private func ring(_ bell: AsyncStream<Void>.Continuation, _ town: Int) async {
        var count = 0
        while !Task.isCancelled {
            bell.yield()
            try? await Task.sleep(for: Self.others)
            count += 1
            guard count % Self.beat == 0 else { continue }
            state.withLock { state in state.towns[town]?.watchers.values.forEach { $0.feed.yield(.beat) } }
        }
    }
}
