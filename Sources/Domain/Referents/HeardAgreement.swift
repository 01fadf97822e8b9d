import Foundation

/// What the person for whom somebody else asks said of it (G-06): heard by a named person, with the information notice.
public enum HeardAgreement: Sendable, Equatable {
    case yes(HelpRequest.Agreement.Channel, at: Moment, sharesPhone: Bool)
    case no(HelpRequest.Agreement.Channel)
    case unreachable
}

/// The form of it: field names and raw values.
public struct AgreementForm: Sendable, Equatable {
    public static let names = ["answer", "channel", "heardOn", "noticeGiven", "sharePhone"]
    public var fields: [String: String]

    public init(_ fields: [String: String]) { self.fields = fields }

    /// - Parameter hasPhone: whether there is a number that the helper could be given.
    public func read(since created: Moment, now: Moment, zone: TimeZone, hasPhone: Bool) throws(Refusal) -> HeardAgreement {
        var reader = FormReader()
        if fields["answer"] == "unreachable" { return .unreachable }
        if fields["answer"] != "yes", fields["answer"] != "no" { reader.refuse("answer", "refusal.agreementAnswer") }
        let channel = reader.required(
            "channel", fields["channel"].flatMap(HelpRequest.Agreement.Channel.init), else: "refusal.agreementChannel")
        let at = moment(&reader, since: created, now: now, zone: zone)
        if fields["answer"] == "yes" {
            if fields["noticeGiven"] != "yes" { reader.refuse("noticeGiven", "refusal.noticeGiven") }
            if hasPhone, !["yes", "no"].contains(fields["sharePhone"]) { reader.refuse("sharePhone", "refusal.sharePhone") }
        }
        try reader.finish()
        guard let channel else { throw Refusal(.invalid, "refusal.form") }
        guard fields["answer"] == "yes" else { return .no(channel) }
        return .yes(channel, at: at, sharesPhone: hasPhone && fields["sharePhone"] == "yes")
    }

    /// Today unless a day is given: a letter may have come before it was written down here.
    private func moment(_ reader: inout FormReader, since created: Moment, now: Moment, zone: TimeZone) -> Moment {
        guard let typed = fields["heardOn"], !typed.isEmpty else { return now }
        guard let day = CivilDay(typed)?.midnight(in: zone) else {
            reader.refuse("heardOn", "refusal.date")
            return now
        }
        if day > now { reader.refuse("heardOn", "refusal.dateToCome") }
        return min(now, max(day, created))
    }
}
