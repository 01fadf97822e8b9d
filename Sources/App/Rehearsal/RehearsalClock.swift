import Domain
import Synchronization
import UseCases

/// The clock of a rehearsal: it stands where the play stands, and only goes forward.
final class RehearsalClock: Sendable {
    private let moment: Mutex<Moment>

    init(at start: Moment) { moment = Mutex(start) }

    var now: Moment { moment.withLock { $0 } }
    var world: World { World(now: { self.now }, random: Composition.clock.random) }

    func move(to later: Moment) { moment.withLock { $0 = max($0, later) } }
    /// Before the play begins: back to its first day.
    func set(to start: Moment) { moment.withLock { $0 = start } }
}
