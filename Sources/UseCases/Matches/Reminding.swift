import Domain
import Persistence
import Secrets

/// How a reminder stands when its link is opened.
public enum ReminderStanding: Sendable, Equatable {
    case open
    /// They will be there; may still say that they cannot.
    case yes
    /// They withdrew.
    case cannot
    /// The appointment was moved, ended or is past.
    case over
}

/// What a helper sees behind the link of a reminder: what, where, when; never who.
public struct RemindedAppointment: Sendable {
    public var standing: ReminderStanding
    public var category: Category
    public var neighbourhood: Neighbourhood?
    public var appointment: Appointment
}

/// « Will you be there tomorrow? » Answered by the token of its mail, without signing in. GET shows, POST answers, and may be repeated.
public struct Reminding: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// Nil when no reminder of this town has the token.
    public func appointment(_ token: Token, in facts: TownFacts) async throws -> RemindedAppointment? {
        try await house.read(facts.town) { scope in
            guard let opened = try find(token, in: scope, facts.town), let category = try Categories(scope).find(opened.request.category)
            else {
                return nil
            }
            return RemindedAppointment(
                standing: opened.standing, category: category, neighbourhood: facts.neighbourhood(opened.request.neighbourhood),
                appointment: Appointment(opened.match, opened.request, in: facts.town.timeZone) ?? .on(opened.reminder.day, at: nil))
        }
    }

    /// « I cannot » is a withdrawal. An answer that comes too late or twice changes nothing.
    /// - Throws: `notFound` for a wrong token.
    public func answer(_ token: Token, _ answer: Reminder.Answer, in facts: TownFacts) async throws {
        let now = house.world.now()
        try await house.write(facts.town, listings: answer == .cannot ? true : []) { scope in
            guard var opened = try find(token, in: scope, facts.town) else { throw Refusal.notFound }
            guard opened.standing == .open || (opened.standing == .yes && answer == .cannot) else { return }
            try Reminders(scope).answer(opened.reminder, answer, now: now)
            try People(scope).noteSeen(opened.match.helper, now: now)
            switch answer {
            case .yes: try confirmed(opened.match, opened.request, facts.town, in: scope, now: now)
            case .cannot: try Matching(house).withdraw(opened.match, of: &opened.request, town: facts.town, in: scope, now: now)
            }
        }
    }

    /// Whoever asked is told that the helper comes.
    func confirmed(_ match: Match, _ request: HelpRequest, _ town: Town, in scope: TownTransaction, now: Moment) throws {
        guard let category = try Categories(scope).find(request.category) else { return }
        try MatchNews(house: house, town: town, request: request, category: category).confirmed(match, in: scope, now: now)
    }

    private struct Opened {
        var reminder: Reminder
        var match: Match
        var request: HelpRequest
        var standing: ReminderStanding
    }

    private func find(_ token: Token, in scope: TownTransaction, _ town: Town) throws -> Opened? {
        guard let reminder = try Reminders(scope).find(token: token.hash), let match = try Matches(scope).find(reminder.match),
            let request = try HelpRequests(scope).find(match.request)
        else { return nil }
        let standing = standing(reminder, match, request, town)
        return Opened(reminder: reminder, match: match, request: request, standing: standing)
    }

    private func standing(_ reminder: Reminder, _ match: Match, _ request: HelpRequest, _ town: Town) -> ReminderStanding {
        if reminder.answer == .cannot { return .cannot }
        let today = LocalTime(house.world.now(), in: town.timeZone).midnight
        guard match.status == .active, request.status == .matched, reminder.day >= today,
            Appointment(match, request, in: town.timeZone)?.day == reminder.day
        else { return .over }
        return reminder.answer == .yes ? .yes : .open
    }
}
