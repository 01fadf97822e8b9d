import Domain

/// What happens next, in simulated time; at one moment, in the order in which it was announced.
public struct EventQueue: Sendable {
    public enum Event: Sendable {
        case join(volunteer: Int)
        case arrive(errand: Int)
        case look(volunteer: Int)
        /// The mayor switches the crisis on.
        case crisis
        /// The policy's own clock for a request; an older ticket is void.
        case step(errand: Int, ticket: Int)
        case answer(errand: Int, volunteer: Int, SimulatedAnswer)
        case givesUp(errand: Int)
        /// Of the match with this number.
        case withdraws(errand: Int, round: Int)
        case meets(errand: Int, round: Int)
    }

    private struct Entry: Sendable {
        let at: Moment
        let order: Int
        let event: Event

        static func < (left: Self, right: Self) -> Bool { left.at != right.at ? left.at < right.at : left.order < right.order }
    }

    private var heap: [Entry] = []
    private var count = 0

    var next: Moment? { heap.first?.at }

    mutating func add(_ event: Event, at moment: Moment) {
        heap.append(Entry(at: moment, order: count, event: event))
        count += 1
        var child = heap.count - 1
        while child > 0, heap[child] < heap[(child - 1) / 2] {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func take() -> (at: Moment, event: Event)? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return (first.at, first.event) }
        heap[0] = last
        sink()
        return (first.at, first.event)
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child] < heap[least] { least = child }
            guard least != parent else { return }
            heap.swapAt(least, parent)
            parent = least
        }
    }
}
