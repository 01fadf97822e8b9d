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
extension Ask.Answer: Bindable, Readable {}
extension Offer.Status: Bindable, Readable {}
extension Match.Status: Bindable, Readable {}
extension Match.Origin: Bindable, Readable {}
extension InterventionFrame: Bindable, Readable {}
extension Message.Author: Bindable, Readable {}
extension Outcome.Result: Bindable, Readable {}
extension Outcome.Side: Bindable, Readable {}
extension Outcome.Reason: Bindable, Readable {}
extension RingBack.Reason: Bindable, Readable {}
extension RingBack.Result: Bindable, Readable {}
extension PendingText.Kind: Bindable, Readable {}
extension Consent.Purpose: Bindable, Readable {}
extension Consent.Channel: Bindable, Readable {}
extension PlaceScope: Bindable, Readable {}
extension JournalEntry.Action: Bindable, Readable {}
