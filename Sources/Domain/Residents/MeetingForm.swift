import Foundation

/// A referent met a helper: on which day, and how near the helper may come from now on.
public struct MeetingForm: Sendable {
    public var fields: [String: String]

    public init(_ fields: [String: String] = [:]) { self.fields = fields }

    /// - Returns: the tier, and the midnight of the day; not in the future, at most a year ago.
    public func read(_ helper: Helper, now: Moment, in zone: TimeZone) throws(Refusal) -> (tier: TrustTier, metOn: Moment) {
        var reader = FormReader()
        let tier = reader.required("tier", tier, else: "refusal.tier")
        if helper.isMinor { reader.refuse("tier", "refusal.minorTier") }
        let day = reader.required("metOn", CivilDay(PlainText.line(fields["metOn"] ?? ""))?.midnight(in: zone), else: "refusal.date")
        if let day, day > now || day < now - .days(366) { reader.refuse("metOn", "refusal.metOn") }
        if fields["seen"] != "yes" { reader.refuse("seen", "refusal.seen") }
        try reader.finish()
        return (tier ?? .remote, day ?? now)
    }

    private var tier: TrustTier? {
        Int(fields["tier"] ?? "").flatMap { TrustTier(rawValue: $0) }.flatMap { $0.needsMeeting ? $0 : nil }
    }
}
