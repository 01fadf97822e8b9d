import Domain
import Foundation
import Testing

@Suite struct TimeProposalTests {
    /// Saturday 21 November 2026, 10 h in Paris.
    private let now = Moment(milliseconds: 1_795_251_600_000)

    private func read(_ fields: [String: String]) throws(Refusal) -> TimeProposalForm.Times {
        try TimeProposalForm(fields).read(now: now, in: .paris)
    }

    private func fields(_ fields: [String: String]) -> [String] {
        do {
            _ = try read(fields)
            return []
        } catch { return error.fields.map { "\($0.name) \($0.key)" } }
    }

    @Test func oneOrTwoMomentsOnTheWallClock() throws {
        let one = try read(["firstDay": "2026-11-21", "firstHour": "11"])
        #expect(one == .init(first: now + .hours(1)))
        let two = try read(["firstDay": "22/11/2026", "firstHour": "10", "secondDay": "2026-11-23", "secondHour": "22"])
        #expect(two == .init(first: now + .days(1), second: now + .hours(60)))
    }

    @Test func whatIsMissingOrImpossibleIsSaidBesideItsField() {
        #expect(fields([:]) == ["firstDay refusal.date", "firstHour refusal.hour"])
        #expect(fields(["firstDay": "2026-11-21", "firstHour": "10"]) == ["firstDay refusal.timePassed"])
        #expect(fields(["firstDay": "2026-11-22", "firstHour": "5"]) == ["firstHour refusal.hour"])
        #expect(fields(["firstDay": "2026-11-22", "firstHour": "23"]) == ["firstHour refusal.hour"])
        #expect(fields(["firstDay": "2027-02-01", "firstHour": "10"]) == ["firstDay refusal.tooFarAway"])
        let first = ["firstDay": "2026-11-22", "firstHour": "10"]
        #expect(fields(first.merging(["secondDay": "2026-11-23"]) { $1 }) == ["secondHour refusal.hour"])
        #expect(fields(first.merging(["secondDay": "2026-11-22", "secondHour": "10"]) { $1 }) == ["secondDay refusal.sameTime"])
    }

    @Test func onlyWhatIsAheadCanBeAccepted() {
        var proposal = TimeProposal(
            id: ID(high: 0, low: 1), request: ID(high: 0, low: 2), helper: ID(high: 0, low: 3),
            times: .init(first: now + .hours(1), second: now + .hours(5)), proposedAt: now)
        #expect(proposal.upcoming(now) == [now + .hours(1), now + .hours(5)])
        #expect(proposal.upcoming(now + .hours(1)) == [now + .hours(5)])
        proposal.state = .ended
        #expect(proposal.upcoming(now).isEmpty)
    }
}
