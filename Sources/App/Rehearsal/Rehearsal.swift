import Database
import Domain
import JobQueue
import Logging
import Mail
import Persistence
import Secrets
import Simulation
import UseCases

/// Plays a scenario through the house itself: simulated people ask, answer and withdraw by the use cases that real people use, and the
/// ladder's own jobs decide who is asked. The clock is the play's.
struct Rehearsal {
    let house: House
    let facts: TownFacts
    private(set) var play: Play
    let move: @Sendable (Moment) -> Void
    /// By volunteer.
    var people: [Int: ID<Person>] = [:]
    /// By errand.
    var requests: [Int: Requests.Created] = [:]
    var matches: [Int: ID<Match>] = [:]
    private var errands: [ID<HelpRequest>: Int] = [:]
    private var tokens: [Pair: Token] = [:]
    private let mailer = MemoryMailer()
    private var read = 0

    private struct Pair: Hashable {
        let volunteer: Int
        let errand: Int
    }

    /// - Parameters:
    ///   - play: of a town with the categories and quartiers of `facts`.
    ///   - move: sets the house's clock.
    init(_ house: House, in facts: TownFacts, _ play: Play, move: @escaping @Sendable (Moment) -> Void) {
        self.house = house
        self.facts = facts
        self.play = play
        self.move = move
    }

    mutating func run(until end: Moment) async throws {
        for volunteer in play.volunteers.indices { play.enrol(volunteer) }
        while let event = play.nextMoment {
            let job = try await nextJob()
            let moment = min(event, job ?? event)
            guard moment <= end else { break }
            move(moment)
            if job != moment, let event = play.advance() { try await happen(event) }
            await worker.drain()
            play.advance(to: moment)
            try await readMail()
        }
        move(end)
    }

    private func nextJob() async throws -> Moment? {
        try await house.database.read { try Jobs($0).nextDue() }.map { max(Moment(milliseconds: $0), house.world.now()) }
    }

    private var worker: Worker {
        var handlers = UseCaseJobs(house).handlers
        if let sender = MailAddress(parsing: "entraide@exercice.invalid", name: nil) {
            handlers.merge(UseCaseJobs.mail(house, mailer, sender)) { _, new in new }
        }
        let now = house.world.now
        return Worker(
            database: house.database, handlers: handlers, bell: house.bell, now: { now().milliseconds }, logger: Logger(label: "entraide"))
    }

    private mutating func happen(_ event: EventQueue.Event) async throws {
        switch event {
        case .join(let volunteer): people[volunteer] = try await enrol(volunteer)
        case .arrive(let errand):
            let created = try await ask(errand)
            requests[errand] = created
            errands[created.request.id] = errand
            play.expectPatience(errand)
        case .answer(let errand, let volunteer, let answer): try await hear(answer, of: volunteer, for: errand)
        case .givesUp(let errand):
            let wasOpen = play.errands[errand].isOpen
            play.giveUp(errand)
            if wasOpen { try await cancel(errand) }
        case .withdraws(let errand, let round): try await settle(errand) { $0.reopen(errand, round) }
        case .meets(let errand, let round): try await settle(errand) { $0.meet(errand, round) }
        case .crisis: try await switchOn()
        case .look, .step: break
        }
    }

    private mutating func hear(_ answer: SimulatedAnswer, of volunteer: Int, for errand: Int) async throws {
        let heard = play.hear(answer, of: volunteer, for: errand)
        if answer.leaves { try await leave(volunteer) }
        guard let reply = answer.reply, let token = tokens[Pair(volunteer: volunteer, errand: errand)] else { return }
        try await Answering(house).answer(token, reply.inTheHouse, in: facts)
        guard heard == .yes, let match = try await match(of: errand), match.helper == people[volunteer] else { return }
        matches[errand] = match.id
        play.match(errand, by: volunteer)
    }

    /// A match ends: others are asked, or somebody says how it went, or it is no longer wanted.
    private mutating func settle(_ errand: Int, _ end: (inout Play) -> Bool) async throws {
        let helper = play.errands[errand].match, wasOver = play.errands[errand].end != nil
        if end(&play) {
            try await withdraw(errand, helper)
        } else if !wasOver, let result = play.errands[errand].end {
            if result == .withdrawn { try await cancel(errand) } else { try await record(result, errand, helper) }
        }
    }

    /// Who was asked since, as they learn it: by their mail.
    private mutating func readMail() async throws {
        let mails = mailer.sent[read...]
        read = mailer.sent.count
        for mail in mails {
            guard let token = mail.askToken, let volunteer = Int(mail.to.address.prefix { $0 != "@" }.drop { !$0.isNumber }) else {
                continue
            }
            let ask = try await house.read(facts.town) { try Asks($0).find(token: token.hash) }
            guard let ask, let errand = errands[ask.request] else { continue }
            tokens[Pair(volunteer: volunteer, errand: errand)] = token
            play.ask(volunteer, for: errand)
        }
    }
}

extension SimulatedAnswer.Reply {
    fileprivate var inTheHouse: Answering.Reply {
        switch self {
        case .yes: .yes
        case .no: .no
        case .later: .later
        }
    }
}

extension MailMessage {
    /// The token of the ask in this mail.
    fileprivate var askToken: Token? { text.firstMatch(of: /\/reponse\/([A-Za-z0-9_-]{43})/).flatMap { Token(text: $0.output.1) } }
}
