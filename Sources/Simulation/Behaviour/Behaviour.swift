/// How people behave. One value for every scenario and policy; see `Behaviour.calibrated` for where each number comes from.
public struct Behaviour: Sendable, Equatable, Codable {
    /// Chance that an average helper who reads of a request next door says yes.
    public var willingness: Double
    /// Of the average helper's list of requests, on the first day.
    public var looksPerDay: Double
    /// Days after which somebody looks half as often.
    public var lookHalfLife: Double
    /// Of the gamma distribution of keenness.
    public var keennessShape: Double
    /// Metres at which the wish has fallen to 37 %, on foot; twice as far by bicycle, four times by car.
    public var reach: Double
    /// Share of asks that are ever read.
    public var reads: Double
    /// Hours awake until an ask is read: median, and spread of its logarithm.
    public var readingHours: Double
    public var readingSpread: Double
    /// Of those who read and do not say yes: who says no, and « not for a while ».
    public var saysNo: Double
    public var saysLater: Double
    /// What an ask adds to fatigue, helping, and a yes that came too late; a fatigue of 1 leaves 37 % of the wish.
    public var tiringAsk: Double
    public var tiringHelp: Double
    public var tiringTooLate: Double
    /// Days in which fatigue halves.
    public var recovery: Double
    /// Chance, at a fatigue of 1, that one more ask makes somebody leave.
    public var leaving: Double
    /// Of those who said yes: who withdraws, who does not come.
    public var withdraws: Double
    public var failsToCome: Double
    /// Days that whoever asks waits on average, by urgency: ordinary, soon, urgent.
    public var patience: [Double]

    public init(
        willingness: Double, looksPerDay: Double, lookHalfLife: Double, keennessShape: Double, reach: Double, reads: Double,
        readingHours: Double, readingSpread: Double, saysNo: Double, saysLater: Double, tiringAsk: Double, tiringHelp: Double,
        tiringTooLate: Double,
        recovery: Double, leaving: Double, withdraws: Double, failsToCome: Double, patience: [Double]
    ) {
        self.willingness = willingness
        self.looksPerDay = looksPerDay
        self.lookHalfLife = lookHalfLife
        self.keennessShape = keennessShape
        self.reach = reach
        self.reads = reads
        self.readingHours = readingHours
        self.readingSpread = readingSpread
        self.saysNo = saysNo
        self.saysLater = saysLater
        self.tiringAsk = tiringAsk
        self.tiringHelp = tiringHelp
        self.tiringTooLate = tiringTooLate
        self.recovery = recovery
        self.leaving = leaving
        self.withdraws = withdraws
        self.failsToCome = failsToCome
        self.patience = patience
    }
}
