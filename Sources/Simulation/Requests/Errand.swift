import Domain
import Geography

/// A request of a run: what the house knows of it, and what becomes of it.
public struct Errand: Sendable {
    public enum End: String, Sendable { case helped, notHelped, withdrawn, unserved }

    public var request: HelpRequest
    /// When it was made; what is open again later may be more urgent.
    public let urgency: Urgency
    public var category: Int
    public var point: Point
    /// When whoever asked finds another way, if nobody said yes until then.
    public var patience: Duration
    public internal(set) var asked: [Int: Moment] = [:]
    public internal(set) var waiting: Set<Int> = []
    public internal(set) var firstAskedAt: Moment?
    public internal(set) var firstMatchedAt: Moment?
    /// The helper of the match that holds, or -1 for somebody of the town.
    public internal(set) var match: Int?
    /// How often it was matched.
    public internal(set) var round = 0
    public internal(set) var isByStaff = false
    public internal(set) var end: End?

    init(request: HelpRequest, category: Int, point: Point, patience: Duration) {
        self.request = request
        urgency = request.urgency
        self.category = category
        self.point = point
        self.patience = patience
    }

    public var createdAt: Moment { request.createdAt }
    public var isOpen: Bool { request.status == .open && end == nil }
    public var asks: Int { asked.count }
}
