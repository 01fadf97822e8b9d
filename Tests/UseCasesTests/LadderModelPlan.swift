import Domain
import Foundation
import Testing

@testable import UseCases

/// A small town of which every life is played, and what may happen in it.
struct LadderPlan: Sendable, CustomTestStringConvertible {
    var name: String
    /// How many asks a week each helper takes.
    var helpers: [Int]
    var requests = 1
    var organisations: [Organisation.Kind] = []
    /// The rung to which it climbed before, by the queue and the clock alone.
    var from = Rung.helpers
    /// After ten in the morning.
    var startsAfter = Duration.zero
    /// From so many open requests on, waves are planned together.
    var plannedFrom = 12
    var replies: [Answering.Reply] = [.yes, .no, .later]
    /// How often each may happen in one life.
    var luck = Luck()
    /// How many events after each other.
    var depth: Int
    /// Fewer states than that are no check.
    var least = 1
    /// A worker that dies costs a life none of its events, and its lease is over at once.
    var deathsAreFree = false

    /// What may happen only so often.
    struct Luck: Sendable, Hashable {
        var deaths = 1
        var losses = 0
        /// The clock is put back by an hour.
        var backs = 0
        /// The reserve is called out, or stood down.
        var calls = 0
        var cancels = 1
    }

    var testDescription: String { name }

    /// Further on than in every run of the tests.
    static let further = ProcessInfo.processInfo.environment["ENTRAIDE_MODEL_FURTHER"].flatMap(Int.init) ?? 0

    private static let bodies: [Organisation.Kind] = [.association, .communalReserve, .service]

    static let all = [
        LadderPlan(
            name: "one request and its neighbours", helpers: [2, 1], organisations: [.association],
            luck: Luck(losses: 1, backs: 1), depth: 5, least: 1_500),
        LadderPlan(
            name: "one request from its referent up", helpers: [2], organisations: bodies, from: .referent,
            luck: Luck(losses: 1, backs: 1, calls: 2), depth: 4, least: 150),
        LadderPlan(
            name: "one request at the top", helpers: [2], organisations: bodies, from: .duty, luck: Luck(losses: 1, calls: 3), depth: 4,
            least: 150),
        LadderPlan(
            name: "two requests, small budgets", helpers: [1, 2], requests: 2, luck: Luck(losses: 1), depth: 4, least: 300),
        LadderPlan(
            name: "two requests planned together", helpers: [1, 1, 1], requests: 2, plannedFrom: 2, replies: [.yes, .no], depth: 4,
            least: 500),
        LadderPlan(
            name: "an evening and a night", helpers: [1, 2], organisations: [.association, .association],
            startsAfter: .hours(9) + .minutes(40), replies: Answering.Reply.allCases, luck: Luck(backs: 1), depth: 4, least: 400),
    ]
}

/// One thing that happens. Requests, helpers and organisations by their number in the plan.
enum LadderEvent: Hashable, Sendable {
    /// A worker does the step of a request, which is due.
    case step(Int)
    /// It dies at the end of it, before the commit.
    case death(Int)
    /// The clock goes to the next moment at which something is due; what is due already still waits.
    case wait
    case back
    case loss(Int)
    case sweep
    case reply(Int, helper: Int, Answering.Reply)
    case cancel(Int)
    case withdrawal(Int)
    case call
    case answer(Int, organisation: Int, OrganisationAnswering.Reply)
}
