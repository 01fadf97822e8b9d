import Domain
import Persistence

/// The daily job that forgets what no longer opens anything: sign-ins, ended sessions, drafts, unfinished calls, codes and words of long ago;
/// and lets those who came of age be adults.
struct ResidentsSweep: TownSweep {
    static let job = "residents.sweep"
    /// Ended sessions stay a while, so that a doubtful sign-in can still be looked into.
    static let kept: Duration = .days(30)
    let house: House

    func turn(in facts: TownFacts) async throws {
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            try SignIns(scope).deleteExpired(now: now)
            try Sessions(scope).deleteEnded(before: now - Self.kept)
            try Invitations(scope).deleteExpired(now: now)
            try EmailChanges(scope).deleteExpired(now: now)
            try Drafts(scope).deleteExpired(now: now)
            try Calls(scope).dropUnfinished(before: now - Call.unfinished, now: now)
            try CallBacks(scope).drop(before: now - Call.unfinished)
            try CallAttempts(scope).drop(before: now - CallAttempt.kept)
            try PaperCodes(scope).deleteExpired(now: now)
            try HandOvers(scope).forgetNotes(before: now - HandOver.noteKept)
            try Helpers(scope).releaseAdults(bornUntil: AgeGroup.lastAdultYear(now: now, in: facts.town.timeZone))
        }
    }
}
