import Domain
import JobQueue
import Localization
import Persistence

/// « Vous avez un message » : by mail without its words, at most once in ten minutes for each side of a match; by voice to those without mail.
///
/// The job bears one key for match and side. After a mail it waits under the same key for ten minutes, so that messages of that time
/// enqueue nothing and are told together when it wakes; what it wakes to tell is counted, never timed.
struct MessageNews {
    static let job = "message.news"
    static let pause = Duration.minutes(10)
    let house: House

    func tell(
        of message: Message, to recipient: ID<Person>, about request: HelpRequest, _ town: Town, in scope: TownTransaction
    ) throws {
        guard let person = try People(scope).find(recipient) else { return }
        guard !person.isMailed else {
            let told = try Messages(scope).count(in: message.match, by: message.author) - 1
            return try enqueue(message.match, message.author, told: told, due: message.sentAt, in: scope)
        }
        guard try !RingBacks(scope).isOpen(.message, about: request.id) else { return }
        let clock = RungClock(town, at: message.sentAt)
        try RingBacks(scope).insert(
            RingBack(
                id: house.world.id(), request: request.id, person: recipient, neighbourhood: request.neighbourhood, reason: .message,
                createdAt: message.sentAt, dueAt: clock.waking(atOrAfter: message.sentAt + .hours(4))))
        if message.author == .helper {
            try MandateNews(house: house, town: town).tell(of: request, .converse, in: scope, now: message.sentAt)
        }
    }

    var handler: JobHandler {
        { job in
            let parts = job.payload.split(separator: " ")
            guard parts.count == 3, let match = ID<Match>(text: parts[0]), let author = Message.Author(rawValue: String(parts[1])),
                let told = Int(parts[2])
            else { throw JobGaveUp("news of no message") }
            let town = try await house.town(of: job)
            return { sql in
                try announce(match, author, told: told, town, in: TownTransaction(sql, town: town.id, keys: house.keys))
            }
        }
    }

    private func announce(_ id: ID<Match>, _ author: Message.Author, told: Int, _ town: Town, in scope: TownTransaction) throws {
        let now = house.world.now()
        let messages = try Messages(scope)
        let written = try messages.count(in: id, by: author)
        // Who has answered since has read it.
        guard written > told, try messages.lastAuthor(in: id) == author, let match = try Matches(scope).find(id),
            match.status != .withdrawn, let request = try HelpRequests(scope).find(match.request),
            try !Blocks(scope).between(match.helper, request.asker)
        else { return }
        let recipient = author == .helper ? request.asker : match.helper
        guard let person = try People(scope).find(recipient) else { return }
        let post = Post(house: house, town: town)
        let url =
            author == .helper
            ? try post.trackingURL(of: request, in: scope, now: now) + "/conversation"
            : "\(house.base(of: town))/conversations/\(id.text)"
        try post.send(letter(to: person, url, about: request, post), to: person, in: scope)
        if author == .helper { try MandateNews(house: house, town: town).tell(of: request, .converse, in: scope, now: now) }
        if author != .helper { try OrganisationNews(house: house, town: town).tell(.message, of: match, about: request, in: scope) }
        try enqueue(id, author, told: written, due: now + Self.pause, in: scope)
    }

    private func letter(to person: Person, _ url: String, about request: HelpRequest, _ post: Post) -> Letter {
        let t = post.localizer(person.language)
        return Letter(
            kind: "message", subject: t("mail.message.subject", ["reference": request.reference.text]),
            paragraphs: [t("mail.greeting", ["name": person.firstName]), t("mail.message.body")],
            actions: [.init(label: t("mail.message.button"), url: url)], afterwards: [t("mail.message.safety")])
    }

    private func enqueue(_ match: ID<Match>, _ author: Message.Author, told: Int, due: Moment, in scope: TownTransaction) throws {
        try Jobs(scope.sql).enqueue(
            Self.job, town: scope.town, payload: "\(match.text) \(author.rawValue) \(told)", due: due.milliseconds,
            key: "\(Self.job):\(match.text):\(author.rawValue)")
    }
}
