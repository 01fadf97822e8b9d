import Domain
import Testing

@Suite struct ReportTests {
    private static let start = Moment(milliseconds: 1_795_251_600_000)
    private static func id<Subject>(_ number: UInt64) -> ID<Subject> { ID(high: 0, low: number) }

    private func report(_ kind: Report.Kind = .offer) -> Report {
        Report(
            id: Self.id(1), kind: kind, subject: [1], text: "Vingt euros", accused: Self.id(2), form: ReportForm(reason: .paid),
            reporter: nil, language: "fr", createdAt: Self.start)
    }

    private func stop() -> ContactStop {
        ContactStop(id: Self.id(1), person: Self.id(2), report: Self.id(1), reason: .theft, since: Self.start)
    }

    @Test func aReasonIsEnoughAndWhatIsWrongIsSaidAtOnce() throws {
        #expect(try ReportForm(["reason": "theft"]) == ReportForm(reason: .theft))
        let refusal = #expect(throws: Refusal.self) { try ReportForm(["reason": "ennui", "email": "pas-une-adresse"]) }
        #expect(refusal?.fields.map(\.name) == ["reason", "email"])
    }

    @Test func onlyWhoIsKnownStopsAtOnceAndOnlyForWhatIsSevere() {
        for reason in Report.Reason.allCases {
            for tie in ReporterStanding.Tie.allCases {
                let effect = ReportEffect(reason, from: ReporterStanding(tie: tie))
                #expect(effect == (!reason.isSevere ? .queue : tie == .visitor ? .urgent : .stop), "\(reason) \(tie)")
            }
        }
    }

    @Test func whoStoppedSomebodyLatelyOrIsStoppedIsReadFirst() {
        let most = ReporterStanding.townMost
        for standing in [
            ReporterStanding(tie: .met, isStopped: true), ReporterStanding(tie: .met, ownStops: 1),
            ReporterStanding(tie: .signedIn, townStops: most),
        ] {
            #expect(ReportEffect(.violence, from: standing) == .urgent)
            #expect(ReportEffect(.spam, from: standing) == .queue)
        }
        #expect(ReportEffect(.violence, from: ReporterStanding(tie: .met, townStops: most - 1)) == .stop)
    }

    @Test func aDecisionHasItsReason() throws {
        let withdrawn = try ReportDecision.read(["decision": "withdraw", "textReason": "paid", "words": "Merci"], of: report())
        #expect(withdrawn.decision == .withdraw(.paid) && withdrawn.words == "Merci" && withdrawn.decision.verdict == .withdrawn)
        #expect(try ReportDecision.read(["decision": "stop", "stopReason": "theft"], of: report()).decision == .stop(.theft))
        #expect(try ReportDecision.read(["decision": "dismiss"], of: report()).decision == .dismiss)
        for (fields, name) in [
            (["decision": "withdraw"], "textReason"), (["decision": "stop"], "stopReason"), ([:], "decision"),
        ] as [([String: String], String)] {
            let refusal = #expect(throws: Refusal.self) { try ReportDecision.read(fields, of: report()) }
            #expect(refusal?.fields.map(\.name) == [name])
        }
    }

    @Test(arguments: [Report.Kind.message, .person]) func whatIsNotPublicCannotBeWithdrawn(_ kind: Report.Kind) {
        let refusal = #expect(throws: Refusal.self) {
            try ReportDecision.read(["decision": "withdraw", "textReason": "paid"], of: report(kind))
        }
        #expect(refusal?.fields.map(\.name) == ["decision"])
    }

    @Test func oneAppealWhileItStandsAndOverturnedItEnds() throws {
        var upheld = stop()
        try upheld.appeal("Ce n’était pas moi", at: Self.start)
        #expect(upheld.awaitsAnswer && !upheld.mayBeAppealed)
        #expect(throws: Refusal(.conflict, "refusal.appealDone")) { try upheld.appeal("Si", at: Self.start) }
        var lifted = upheld
        upheld.answerAppeal(.upheld, "Deux personnes l’ont vu", by: Self.id(3), at: Self.start)
        #expect(upheld.isStanding && !upheld.awaitsAnswer)
        lifted.answerAppeal(.overturned, "En effet", by: Self.id(3), at: Self.start + .days(1))
        #expect(lifted.endedAt == Self.start + .days(1) && lifted.endedBy == Self.id(3))
        #expect(throws: Refusal.notFound) { try lifted.appeal("Merci", at: Self.start) }
    }

    @Test func aConfirmedStopIsSomebodysDecisionAndStaysAutomatic() {
        var stop = stop()
        #expect(stop.isAutomatic && stop.decidedBy == nil)
        stop.confirm(.violence, words: "Une menace", by: Self.id(4))
        #expect(stop.isAutomatic && stop.decidedBy == Self.id(4) && stop.reason == .violence)
        stop.end(at: Self.start, by: Self.id(5))
        stop.end(at: Self.start + .days(1), by: Self.id(6))
        #expect(stop.endedAt == Self.start && stop.endedBy == Self.id(5), "it ends once")
    }
}
