import Database
import Domain

// How values of the domain lie in the four column types.

extension ID: Bindable, Readable {
    public var sqlValue: SQL.Value { .bytes(bytes) }

    public init(column: Int, of columns: any Columns) throws {
        guard let (high, low) = columns.pair(column) else { throw DatabaseError(.unexpectedValue, "column \(column) is no id") }
        self.init(high: high, low: low)
    }
}

extension Moment: Bindable, Readable {
    public var sqlValue: SQL.Value { .integer(milliseconds) }

    public init(column: Int, of columns: any Columns) throws { self.init(milliseconds: columns.integer(column)) }
}

extension Reference: Bindable, Readable {
    public var sqlValue: SQL.Value { .text(text) }

    public init(column: Int, of columns: any Columns) throws {
        guard let reference = Self(columns.text(column)) else {
            throw DatabaseError(.unexpectedValue, "column \(column) is no reference")
        }
        self = reference
    }
}

extension Category.Mode: Bindable, Readable {}
extension TrustTier: Bindable, Readable {}
extension Role.Kind: Bindable, Readable {}
extension Invitation.Kind: Bindable, Readable {}
extension Person.Channel: Bindable, Readable {}
extension Helper.Travel: Bindable, Readable {}
extension WhenWanted.Rhythm: Bindable, Readable {}
extension Urgency: Bindable, Readable {}
extension HelpRequest.Status: Bindable, Readable {}
extension HelpRequest.Door: Bindable, Readable {}
extension HelpRequest.Review: Bindable, Readable {}
extension HelpRequest.Agreement.Channel: Bindable, Readable {}
extension Rung: Bindable, Readable {}
extension AnswerRates.DayPart: Bindable, Readable {}
extension Ask.Answer: Bindable, Readable {}
extension TimeProposal.State: Bindable, Readable {}
extension Reminder.Answer: Bindable, Readable {}
extension NoShow.State: Bindable, Readable {}
extension Offer.Status: Bindable, Readable {}
extension ReserveCheck.Answer: Bindable, Readable {}
extension StandingCheck.Answer: Bindable, Readable {}
extension Match.Status: Bindable, Readable {}
extension Match.Origin: Bindable, Readable {}
extension InterventionFrame: Bindable, Readable {}
extension Message.Author: Bindable, Readable {}
extension Outcome.Result: Bindable, Readable {}
extension Outcome.Side: Bindable, Readable {}
extension Outcome.Reason: Bindable, Readable {}
extension Call.State: Bindable, Readable {}
extension Concern.Kind: Bindable, Readable {}
extension Concern.Result: Bindable, Readable {}
extension CallBack.Reason: Bindable, Readable {}
extension CallAttempt.Result: Bindable, Readable {}
extension Call.Ending: Bindable, Readable {}
extension PaperResult: Bindable, Readable {}
extension DispatchCall.Result: Bindable, Readable {}
extension RingBack.Reason: Bindable, Readable {}
extension RingBack.Result: Bindable, Readable {}
extension CategoryProposal.Verdict: Bindable, Readable {}
extension PendingText.Kind: Bindable, Readable {}
extension DecidedText.Verdict: Bindable, Readable {}
extension TextDecision.Reason: Bindable, Readable {}
extension TextAppeal.Result: Bindable, Readable {}
extension Report.Kind: Bindable, Readable {}
extension Report.Reason: Bindable, Readable {}
extension Report.Decision.Verdict: Bindable, Readable {}
extension Consent.Purpose: Bindable, Readable {}
extension Greeting.Kind: Bindable, Readable {}
extension Consent.Channel: Bindable, Readable {}
extension PlaceScope: Bindable, Readable {}
extension JournalEntry.Action: Bindable, Readable {}
extension RetentionRule.Subject: Bindable, Readable {}
extension RetentionRule.Fate: Bindable, Readable {}
extension RightsRequest.Kind: Bindable, Readable {}
extension RightsRequest.Door: Bindable, Readable {}
extension RightsRequest.AnswerBy: Bindable, Readable {}
extension RightsRequest.Identity: Bindable, Readable {}
extension RightsRequest.Result: Bindable, Readable {}
extension Organisation.Kind: Bindable, Readable {}
extension OrganisationAsk.Answer: Bindable, Readable {}
extension Mandate.Relation: Bindable, Readable {}
extension Mandate.State: Bindable, Readable {}
extension Mandate.Confirmation.Channel: Bindable, Readable {}
extension Mandate.Deed: Bindable, Readable {}
