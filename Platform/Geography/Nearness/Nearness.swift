/// Who and what is near, in memory and exact: entries with a place, a category and a time, asked for nearest first or newest first.
///
/// Many threads read at once and do not slow each other; a change is seen whole by every question asked after it. At a million entries
/// one takes less than 100 bytes.
///
/// `@unchecked Sendable`: `shelves` is memory of its own, read and changed only under `lock`.
public final class Nearness: @unchecked Sendable {
    public let metric: Metric
    private let lock = ReadersLock()
    private var shelves: Shelves

    /// `capacity`: how many entries to make room for at once.
    public init(_ metric: Metric, capacity: Int = 0) {
        self.metric = metric
        shelves = Shelves(capacity: capacity)
    }

    deinit { shelves.deallocate() }

    public var count: Int { read { $0.slots.count } }

    public func entry(_ id: UInt128) -> Entry? { read { $0.entry(id) } }

    @inline(__always)
    func read<Answer>(_ body: (borrowing Shelves) -> Answer) -> Answer { lock.read { body(shelves) } }

    func change<Answer>(_ body: (inout Shelves) -> Answer) -> Answer { lock.write { body(&shelves) } }
}
