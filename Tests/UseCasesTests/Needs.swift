import Domain
import Persistence
import Secrets
import TestSupport
import UseCases

extension TestHouse {
    /// A need as the database holds it, with as little as a list wants.
    func need(
        _ category: String = "groceries", in neighbourhood: String? = "les-tilleuls", _ wanted: WhenWanted = .now, at moment: Moment? = nil,
        change: (inout HelpRequest) -> Void = { _ in }
    ) async throws -> HelpRequest {
        guard let kind = self.category(category) else { throw Refusal.notFound }
        let moment = moment ?? clock.now
        var request = HelpRequest(
            id: house.world.id(), reference: Reference(random: house.world.random), category: kind.id,
            neighbourhood: neighbourhood.flatMap { self.neighbourhood($0)?.id }, asker: cast.jeanne.id, beneficiary: cast.jeanne.id,
            wanted: wanted, urgency: .ordinary, door: .phone, status: .open, rung: .helpers, rungDue: nil, owner: cast.martine.id,
            createdAt: moment)
        change(&request)
        let made = request
        try await house.write(town.town, listings: true) {
            try HelpRequests($0).insert(made, trackingHash: Token().hash, mayBePublic: kind.mayBePublic)
        }
        return made
    }

    func close(_ request: HelpRequest) async throws {
        var closed = request
        closed.status = .cancelled
        let made = closed
        try await house.write(town.town, listings: true) { try HelpRequests($0).save(made, mayBePublic: true) }
    }
}
