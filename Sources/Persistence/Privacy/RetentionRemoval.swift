import Database
import Domain

/// Rows that are deleted when their time is over.
public struct RetentionRemoval {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// - Parameter id: of a row of the rule's subject; subjects that need more than a deletion are not handled here.
    public func delete(_ subject: RetentionRule.Subject, _ id: [UInt8]) throws {
        switch subject {
        case .withdrawnOffers:
            try TextDecisions(scope).forgetWords(about: id)
            try delete(from: "offers", id)
        case .messages:
            try TextDecisions(scope).forgetWords(about: id)
            try delete(from: "messages", id)
        case .sentMails: try delete(from: "outbound_mails", id)
        case .consentProofs: try delete(from: "consent_proofs", id)
        case .answeredRights: try delete(from: "rights_requests", id)
        case .decidedReports: try emptyReport(id)
        case .noShows: try delete(from: "no_shows", id)
        case .stoppedOrganisations: try delete(from: "organisations", id)
        case .calls: try delete(from: "calls", id)
        case .concerns: try delete(from: "concerns", id)
        case .duties: try delete(from: "duties", id)
        case .endedActivations: try delete(from: "reserve_activations", id)
        case .unansweredRequests, .unansweredOffers, .endedUnanswered, .fulfilledRequests, .inactiveAccounts, .peopleWithoutRequest: break
        }
    }

    /// What is counted stays: the kind, the reason, the verdict.
    private func emptyReport(_ id: [UInt8]) throws {
        try scope.sql.run(
            """
            /* RetentionRemoval.report */ UPDATE reports SET read_text = NULL, words = NULL, email = NULL, email_index = NULL,
              reporter_id = NULL, decision_words = NULL WHERE town_id = \(scope.town) AND id = \(id)
            """)
        try scope.sql.run(
            """
            /* RetentionRemoval.stops */ UPDATE contact_stops SET words = NULL, appeal_words = NULL, answer_words = NULL
            WHERE town_id = \(scope.town) AND report_id = \(id)
            """)
    }

    private func delete(from table: SQL, _ id: [UInt8]) throws {
        try scope.sql.run("/* RetentionRemoval.delete */ DELETE FROM \(table) WHERE town_id = \(scope.town) AND id = \(id)")
    }
}
