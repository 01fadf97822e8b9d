/// Needs against reserve in one quartier: where the missing requests may be (chasse aux demandes).
public struct QuartierDemand: Sendable, Equatable {
    /// Nil is everything for which no quartier was named.
    public var neighbourhood: ID<Neighbourhood>?
    /// Nil without any request.
    public var lastAskedAt: Moment?
    /// Active helpers who live there.
    public var helpers: Int
    /// People of 75 and over: what the town noted, else those whom the service knows.
    public var elders: Int
    /// By kind of help.
    public var rows: [DemandRow]

    public init(neighbourhood: ID<Neighbourhood>?, lastAskedAt: Moment?, helpers: Int, elders: Int, rows: [DemandRow]) {
        (self.neighbourhood, self.lastAskedAt) = (neighbourhood, lastAskedAt)
        (self.helpers, self.elders, self.rows) = (helpers, elders, rows)
    }

    /// No request for so long, while somebody lives there who could help or might need it.
    public func isSilent(_ weeks: Int, at now: Moment) -> Bool {
        guard neighbourhood != nil, helpers > 0 || elders > 0 else { return false }
        return lastAskedAt.map { now - $0 > .days(7 * weeks) } ?? true
    }

    /// What to do about the quartier as a whole: go and find its requests.
    public func actions(_ settings: CapacitySettings, at now: Moment) -> [DemandAction] {
        isSilent(settings.silentWeeks, at: now) ? [.poster, .referral] : []
    }
}

/// One kind of help in one quartier, over the last weeks.
public struct DemandRow: Sendable, Equatable {
    /// Requests are counted over so long a time.
    public static let memory = Duration.days(84)
    /// Helpers without a request to help with, from so many on: their neighbours do not know of them.
    static let idleHelpers = 5

    public var category: ID<Category>
    public var asked: Int
    /// Over without help.
    public var unmet: Int
    /// Without a yes for longer than the town bears.
    public var slow: Int
    /// Who may be asked for it here.
    public var reserve: Int
    /// Of the helpers' week; 1 is just enough.
    public var load: Double

    public init(category: ID<Category>, asked: Int, unmet: Int, slow: Int, reserve: Int, load: Double) {
        (self.category, self.asked, self.unmet, self.slow) = (category, asked, unmet, slow)
        (self.reserve, self.load) = (reserve, load)
    }

    /// What the figures ask for, the first thing to do first.
    /// - Parameter limit: percent of load.
    public func actions(limit: Int) -> [DemandAction] {
        var actions: [DemandAction] = []
        if unmet > 0 || slow > 0 || load * 100 > Double(limit) { actions.append(.load) }
        if asked == 0, reserve >= Self.idleHelpers { actions.append(.letter) }
        return actions
    }
}

/// What can be done about it, each behind a page.
public enum DemandAction: String, Sendable, CaseIterable {
    /// For the hall, the bakery, the bus stop.
    case poster
    /// For letter boxes.
    case letter
    /// For doctors, pharmacists, nurses.
    case referral
    /// Too much is asked of too few: the table of the load.
    case load

    /// To be printed.
    public static let printed: [DemandAction] = [.poster, .letter, .referral]
}
