import Domain
import JobQueue
import Persistence

/// The daily job that forgets what no longer opens anything: sign-ins, ended sessions, drafts.
struct ResidentsSweep: Sendable {
    static let job = "residents.sweep"
    /// Ended sessions stay a while, so that a doubtful sign-in can still be looked into.
    static let kept: Duration = .days(30)
    let house: House

    var handler: JobHandler {
        { [house] _ in
            let now = house.world.now()
            for facts in house.towns.all {
                try await house.write(facts.town) { scope in
                    try SignIns(scope).deleteExpired(now: now)
                    try Sessions(scope).deleteEnded(before: now - Self.kept)
                    try Drafts(scope).deleteExpired(now: now)
                }
            }
            return { _ in }
        }
    }
}
