import Domain
import JobQueue
import Persistence

/// The daily job that tells the officer what the law wants answered within a week.
struct RightsReminder: Sendable {
    static let job = "rights.reminder"
    static let ahead: Duration = .days(7)
    let house: House

    var handler: JobHandler {
        { [house] _ in
            let now = house.world.now()
            let towns = house.towns.all.map(\.town)
            return { sql in
                for town in towns {
                    let scope = TownTransaction(sql, town: town.id, keys: house.keys)
                    let counts = try RightsRequests(scope).counts(dueBefore: now + Self.ahead, overdueAt: now)
                    guard counts.soon > 0 else { continue }
                    try RightsLetters(house: house, town: town).reminder(soon: counts.soon, overdue: counts.overdue, in: scope)
                }
            }
        }
    }
}
