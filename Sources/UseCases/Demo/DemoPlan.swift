import Domain

/// What makes one demo differ from another.
public struct DemoPlan: Sendable {
    public var seed: UInt64
    /// Everything is dated backwards from here.
    public var now: Moment
    /// 1 is about 2,100 offers and 300 requests.
    public var scale: Double

    public init(seed: UInt64 = 2020, now: Moment, scale: Double = 1) {
        self.seed = seed
        self.now = now
        self.scale = scale
    }

    /// The towns opened nineteen days ago, the time in which Grenoble gathered as many offers.
    public static let days = 19
    var opening: Moment { now - .days(Self.days) }

    static let helpers = 1_650
    static let requests = 300

    /// A town's part of a number of the whole demo.
    func share(of total: Int, _ sheet: DemoPlaces.Sheet) -> Int { Int((Double(total) * scale * sheet.share).rounded()) }

    public var world: World { DemoClockwork(seed: seed, opening: opening).world }

    func chance(_ purpose: String) -> SeededChance { SeededChance(seed: seed, purpose: purpose) }
}
