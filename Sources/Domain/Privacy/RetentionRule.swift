import Foundation

/// How long: calendar months, else days.
public struct RetentionTerm: Sendable, Hashable, Codable {
    public var months: Int
    public var days: Int

    public init(months: Int, days: Int) {
        self.months = months
        self.days = days
    }

    public static func months(_ count: Int) -> Self { Self(months: count, days: 0) }
    public static func days(_ count: Int) -> Self { Self(months: 0, days: count) }

    /// What began before this moment is over its term.
    public func limit(_ now: Moment, in zone: TimeZone) -> Moment { now.adding(months: -months, in: zone) - .days(days) }

    /// When what begins now is over its term.
    public func end(of began: Moment, in zone: TimeZone) -> Moment { began.adding(months: months, in: zone) + .days(days) }

    /// For comparing terms, in days.
    var length: Int { months * 30 + days }
}

/// One line of the purge table (regulation §1.6): what is kept, how long, what becomes of it and by which basis.
public struct RetentionRule: Sendable, Equatable {
    public enum Subject: String, Sendable, CaseIterable, Codable {
        case unansweredRequests = "unanswered_requests"
        case unansweredOffers = "unanswered_offers"
        case endedUnanswered = "ended_unanswered"
        case withdrawnOffers = "withdrawn_offers"
        case fulfilledRequests = "fulfilled_requests"
        case messages
        case inactiveAccounts = "inactive_accounts"
        case peopleWithoutRequest = "people_without_request"
        case sentMails = "sent_mails"
        case consentProofs = "consent_proofs"
        case answeredRights = "answered_rights"
        case decidedReports = "decided_reports"
        case noShows = "no_shows"
        case stoppedOrganisations = "stopped_organisations"
        case endedActivations = "ended_activations"
        case calls
        case concerns
        case duties
    }
    public enum Fate: String, Sendable, CaseIterable { case closed, anonymised, deleted }

    public let subject: Subject
    public let term: RetentionTerm
    /// Within which a town may choose.
    public let bounds: ClosedRange<Int>
    public let fate: Fate
    /// How long before the end people are told; nil where nobody is.
    public let notice: RetentionTerm?

    private init(
        _ subject: Subject, _ term: RetentionTerm, from: RetentionTerm, to: RetentionTerm, _ fate: Fate, notice: RetentionTerm? = nil
    ) {
        self.subject = subject
        self.term = term
        bounds = from.length...to.length
        self.fate = fate
        self.notice = notice
    }

    public static let all: [RetentionRule] = [
        .init(.unansweredRequests, .days(60), from: .days(30), to: .days(90), .closed, notice: .days(7)),
        .init(.unansweredOffers, .days(60), from: .days(30), to: .days(90), .closed, notice: .days(7)),
        .init(.endedUnanswered, .months(6), from: .months(1), to: .months(12), .anonymised),
        .init(.withdrawnOffers, .months(6), from: .months(1), to: .months(12), .deleted),
        .init(.fulfilledRequests, .months(12), from: .months(3), to: .months(24), .anonymised),
        .init(.messages, .months(6), from: .months(1), to: .months(12), .deleted),
        .init(.inactiveAccounts, .months(24), from: .months(12), to: .months(24), .deleted, notice: .months(1)),
        .init(.peopleWithoutRequest, .days(30), from: .days(30), to: .days(90), .deleted),
        .init(.sentMails, .days(30), from: .days(7), to: .days(90), .deleted),
        .init(.consentProofs, .months(60), from: .months(12), to: .months(60), .deleted),
        .init(.answeredRights, .months(36), from: .months(12), to: .months(60), .deleted),
        .init(.decidedReports, .months(12), from: .months(6), to: .months(36), .anonymised),
        .init(.noShows, .months(6), from: .months(1), to: .months(12), .deleted),
        .init(.stoppedOrganisations, .months(12), from: .months(1), to: .months(36), .deleted),
        // Claims on a public body lapse after four full calendar years (loi n° 68-1250, article 1).
        .init(.endedActivations, .months(60), from: .months(12), to: .months(120), .deleted),
        .init(.calls, .months(6), from: .months(1), to: .months(12), .deleted),
        .init(.concerns, .months(12), from: .months(6), to: .months(24), .deleted),
        .init(.duties, .months(12), from: .months(3), to: .months(60), .deleted),
    ]

    public static func of(_ subject: Subject) -> RetentionRule? { all.first { $0.subject == subject } }

    /// The town's own term where it stays within the bounds, else the rule's.
    public func term(in town: Town) -> RetentionTerm {
        guard let own = town.settings.privacy.retention[subject.rawValue]?.term, allows(own) else { return term }
        return own
    }

    public func allows(_ term: RetentionTerm) -> Bool { term.months >= 0 && term.days >= 0 && bounds.contains(term.length) }

    /// What a town types: a number of months, or of days, as the rule counts.
    public enum Unit: String, Sendable { case months, days }
    public var unit: Unit { term.months > 0 ? .months : .days }
    public var choices: ClosedRange<Int> { unit == .days ? bounds : bounds.lowerBound / 30...bounds.upperBound / 30 }
    public func term(of count: Int) -> RetentionTerm { unit == .days ? .days(count) : .months(count) }

    public func approval(in town: Town) -> String? { town.settings.privacy.retention[subject.rawValue]?.approval }

    /// What began before is over its term in this town.
    public func limit(_ now: Moment, in town: Town) -> Moment { term(in: town).limit(now, in: town.timeZone) }

    /// Who was warned before has had the time that the notice gives.
    public func warnedBefore(_ now: Moment, in town: Town) -> Moment? { notice?.limit(now, in: town.timeZone) }

    /// What began before is to be warned of.
    public func noticeLimit(_ now: Moment, in town: Town) -> Moment? {
        notice.map { limit(now.adding(months: $0.months, in: town.timeZone) + .days($0.days), in: town) }
    }
}
