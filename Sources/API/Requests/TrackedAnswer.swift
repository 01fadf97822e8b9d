import Domain
import Foundation
import UseCases

/// A request as the holder of its tracking link sees it.
struct TrackedAnswer: Encodable {
    var reference: String
    var status: String
    var category: String
    var createdAt: String
    var promisedBy: String?
    var ownerName: String?
    var helperName: String?
    var outcome: String?
    var ownOutcome: String?

    init(_ tracked: TrackedRequest, _ facts: TownFacts) {
        let request = tracked.request
        reference = request.reference.text
        status = request.status.rawValue
        category = facts.category(request.category)?.key ?? ""
        createdAt = request.createdAt.iso
        let isWaiting = request.status == .open || request.status == .awaitingAgreement
        promisedBy = isWaiting ? request.promise?.iso : nil
        ownerName = tracked.ownerName
        helperName = tracked.helperName
        outcome = request.outcome?.rawValue
        ownOutcome = tracked.ownOutcome?.result.rawValue
    }
}

extension Moment {
    /// `2026-11-21T09:00:00.000Z`
    var iso: String {
        Date(timeIntervalSince1970: Double(milliseconds) / 1_000).formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
