/// Several lanes as one line, read from their heads only as far as somebody asks.
struct HelperQueue {
    private struct Lane {
        let lane: HelperLane
        /// Of a lane of the town, the quartiers that are meant; nil for all.
        var among: Set<ID<Neighbourhood>?>?
        var ahead: ArraySlice<HelperKey> = []
        var last: HelperKey?
        var chunk: Int
        var wasted = 0
        var isOver = false
    }

    private var lanes: [Lane]
    private let limits: HelperWalk.Limits
    private let isOfNewcomers: Bool
    private let read: HelperWalk.Keys
    /// How many keys were read.
    private(set) var passed = 0

    /// - Parameters:
    ///   - quartiers: how many the town has. Where most of them are meant, the town's lane is read instead of theirs.
    ///   - isOfNewcomers: the line ends before the first who was asked.
    init(
        _ lanes: [HelperLane], ofQuartiers quartiers: Int, isOfNewcomers: Bool = false, limits: HelperWalk.Limits,
        read: @escaping HelperWalk.Keys
    ) {
        self.limits = limits
        self.isOfNewcomers = isOfNewcomers
        self.read = read
        let near = lanes.filter { $0.place != .town && !$0.isRemoteOnly }
        self.lanes = lanes.filter { $0.place == .town || $0.isRemoteOnly }.map { Lane(lane: $0, chunk: limits.chunk * 2) }
        for travel in Helper.Travel.allCases {
            let same = near.filter { $0.travel == travel }
            if same.count > limits.lanes, same.count * 4 > quartiers {
                self.lanes.append(Lane(lane: HelperLane(.town, travel), among: Set(same.compactMap(\.quartier)), chunk: limits.chunk * 4))
            } else {
                self.lanes += same.map { Lane(lane: $0, chunk: limits.chunk) }
            }
        }
    }

    /// The next so many, or fewer at the end.
    mutating func next(_ count: Int) throws -> [HelperKey] {
        var keys: [HelperKey] = []
        try fill()
        while keys.count < count {
            guard let first = nextLane else { break }
            keys.append(lanes[first].ahead.removeFirst())
            if lanes[first].ahead.isEmpty { try fill() }
        }
        return keys
    }

    /// The lane with whoever's turn is first.
    private var nextLane: Int? {
        var best: (lane: Int, head: HelperKey)?
        for index in lanes.indices {
            guard let head = lanes[index].ahead.first else { continue }
            if best.map({ head < $0.head }) ?? true { best = (index, head) }
        }
        return best?.lane
    }

    private mutating func fill() throws {
        var index = 0
        while index < lanes.count {
            while lanes[index].ahead.isEmpty, !lanes[index].isOver { try readOn(index) }
            index += 1
        }
    }

    private mutating func readOn(_ index: Int) throws {
        let lane = lanes[index]
        let keys = try read(lane.lane, lane.last, lane.chunk)
        passed += keys.count
        lanes[index].isOver = keys.count < lane.chunk
        lanes[index].last = keys.last ?? lane.last
        lanes[index].chunk = min(lane.chunk * 2, 256)
        lanes[index].ahead = keys[...]
        if isOfNewcomers, let end = keys.firstIndex(where: { $0.turn != nil }) {
            lanes[index].ahead = keys[..<end]
            lanes[index].isOver = true
        }
        if let among = lane.among { narrow(index, to: among) }
    }

    /// Leaves out who lives elsewhere. When too many do, each quartier's own lane is read on from the same turn.
    private mutating func narrow(_ index: Int, to among: Set<ID<Neighbourhood>?>) {
        let lane = lanes[index]
        let meant = lane.ahead.filter { among.contains($0.neighbourhood) }
        lanes[index].ahead = meant[...]
        lanes[index].wasted += lane.ahead.count - meant.count
        guard lanes[index].wasted > limits.waste, !lane.isOver else { return }
        lanes[index].isOver = true
        lanes += among.map { Lane(lane: HelperLane(.quartier($0), lane.lane.travel), last: lane.last, chunk: limits.chunk) }
    }
}
