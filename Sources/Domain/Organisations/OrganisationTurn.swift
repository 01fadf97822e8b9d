/// Whose turn it is among a town's organisations, for one request.
public struct OrganisationTurn: Sendable {
    private let request: HelpRequest
    private let asked: Set<ID<Organisation>>
    private let isReserveCalledOut: Bool
    private let isStopped: Bool

    /// - Parameters:
    ///   - asked: for this request, whatever they said: nobody is asked twice.
    ///   - isReserveCalledOut: whether an activation by the mayor is open.
    ///   - isStopped: whoever asked meets nobody new: only the town itself answers.
    public init(_ request: HelpRequest, asked: Set<ID<Organisation>>, isReserveCalledOut: Bool, isStopped: Bool = false) {
        self.request = request
        self.asked = asked
        self.isReserveCalledOut = isReserveCalledOut
        self.isStopped = isStopped
    }

    /// Longest unasked first; ties fall by age, then by id.
    public func ordered(_ organisations: [Organisation], on rung: Rung) -> [Organisation] {
        organisations.filter { $0.kind.rung == rung && mayBeAsked($0) }.sorted { Rank($0) < Rank($1) }
    }

    /// The rungs on which somebody is left to ask.
    public func rungs(_ organisations: [Organisation]) -> Set<Rung> { Set(organisations.filter(mayBeAsked).map(\.kind.rung)) }

    private func mayBeAsked(_ organisation: Organisation) -> Bool {
        organisation.isActive && !asked.contains(organisation.id)
            && organisation.takes(request.category, in: request.neighbourhood)
            && (isReserveCalledOut || organisation.kind != .communalReserve)
            && (!isStopped || organisation.kind.isOfTheTown)
    }

    private struct Rank: Comparable {
        let lastAskedAt: Moment
        let createdAt: Moment
        let id: ID<Organisation>

        init(_ organisation: Organisation) {
            lastAskedAt = organisation.lastAskedAt ?? Moment(milliseconds: .min)
            createdAt = organisation.createdAt
            id = organisation.id
        }

        static func < (left: Self, right: Self) -> Bool {
            (left.lastAskedAt, left.createdAt, left.id) < (right.lastAskedAt, right.createdAt, right.id)
        }
    }
}
