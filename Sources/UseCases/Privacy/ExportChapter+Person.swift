import Domain
import Persistence

extension ExportChapter {
    static let account = ExportChapter(name: "account") { subject, _ in
        subject.selves.map { one in
            [
                Fact("firstName", .text(one.firstName)), Fact("lastName", one.lastName.map { .text($0) }),
                Fact("email", one.email.map { .text($0.text) }), Fact("phone", one.phone.map { .text($0.spoken) }),
                Fact("place", one.place.map { .text($0) }), Fact("neighbourhood", subject.place(one.neighbourhood).map { .text($0) }),
                Fact("language", .text(one.language)), Fact("channel", .word(one.channel)),
                Fact("birthYear", one.birthYear.map { .text(String($0)) }), Fact("hasAccount", .flag(one.hasAccount)),
                Fact("createdAt", .moment(one.createdAt)), Fact("lastSeenAt", one.lastSeenAt.map { .moment($0) }),
            ]
        }
    }

    static let availability = ExportChapter(name: "availability") { subject, scope in
        try subject.selves.compactMap { try Helpers(scope).find($0.id) }.map { one in
            let categories = one.categories.compactMap(subject.category).sorted().joined(separator: ", ")
            return [
                Fact("isActive", .flag(one.isActive)), Fact("categories", categories.isEmpty ? nil : .text(categories)),
                Fact("neighbourhood", subject.place(one.neighbourhood).map { .text($0) }),
                Fact("days", .text(one.days.sorted().map(String.init).joined(separator: ", "))),
                Fact("fromHour", .number(one.fromHour)), Fact("toHour", .number(one.toHour)), Fact("radius", .number(one.radius)),
                Fact("travel", .word(one.travel)), Fact("isRemoteOnly", .flag(one.isRemoteOnly)),
                Fact("languages", .text(one.languages.joined(separator: ", "))), Fact("weeklyAsks", .number(one.weeklyAsks)),
                Fact("acceptsNights", .flag(one.acceptsNights)),
                Fact("pausedUntil", one.pausedUntil.map { .moment($0) }), Fact("tier", .number(one.tier.rawValue)),
                Fact("charterVersion", one.charterVersion.map { .number($0) }),
                Fact("charterAcceptedAt", one.charterAcceptedAt.map { .moment($0) }), Fact("isMinor", .flag(one.isMinor)),
                Fact("joinedAt", .moment(one.joinedAt)), Fact("lastAskedAt", one.lastAskedAt.map { .moment($0) }),
                Fact("asleepSince", one.asleepSince.map { .moment($0) }), Fact("returnedAt", one.returnedAt.map { .moment($0) }),
            ]
        }
    }

    /// « Still available? », and what they said.
    static let checks = ExportChapter(name: "checks") { subject, scope in
        try subject.selves.flatMap { try ReserveChecks(scope).of($0.id) }.map { one in
            [
                Fact("channel", .word(one.isByVoice ? Person.Channel.phone : .email)), Fact("sentAt", .moment(one.sentAt)),
                Fact("verdict", one.answer.map { .word("available_\($0.rawValue)") }),
                Fact("answeredAt", one.answeredAt.map { .moment($0) }),
            ]
        }
    }

    static let consents = ExportChapter(name: "consents") { subject, scope in
        try subject.selves.flatMap { try Consents(scope).all(of: $0.id) }.map { one in
            [
                Fact("purpose", .word(one.purpose)), Fact("textVersion", .text(one.textVersion)),
                Fact("text", try ConsentTexts(scope).find(one.purpose, one.textVersion).map { .text($0.text) }),
                Fact("channel", .word(one.channel)),
                Fact("givenAt", .moment(one.givenAt)), Fact("withdrawnAt", one.withdrawnAt.map { .moment($0) }),
            ]
        }
    }

    static let roles = ExportChapter(name: "roles") { subject, scope in
        try subject.selves.flatMap { try Roles(scope).of($0.id) }.map { one in
            [Fact("role", .word(one.kind)), Fact("neighbourhood", subject.place(one.neighbourhood).map { .text($0) })]
        }
    }

    static let sessions = ExportChapter(name: "sessions") { subject, scope in
        // Ended ones are forgotten after thirty days; those that hold are shown whatever their age.
        try Sessions(scope).open(of: subject.person.id, now: Moment(milliseconds: 0)).map { one in
            [
                Fact("device", .text(one.device)), Fact("createdAt", .moment(one.createdAt)), Fact("lastSeenAt", .moment(one.lastSeenAt)),
                Fact("expiresAt", .moment(one.expiresAt)),
            ]
        }
    }

    /// Which service saw it, in what role, when and for what; by name only where the town's officer decided so.
    static let accesses = ExportChapter(name: "accesses") { subject, scope in
        let lines = try JournalListing(scope).about(subject.selves.map(\.id.bytes) + subject.requests.map(\.id.bytes))
        let isNamed = subject.facts.town.settings.privacy.namesAgents
        let agents = lines.filter { !$0.roles.isEmpty && !subject.isSelf($0.entry.actor) }.compactMap(\.entry.actor)
        let people = isNamed ? try People(scope).find(Array(Set(agents))) : [:]
        return lines.map { line in
            let entry = line.entry
            let agent = line.roles.isEmpty || subject.isSelf(entry.actor) ? nil : entry.actor.flatMap { people[$0]?.shownName }
            return [
                Fact("at", .moment(entry.at)), Fact("who", .word(who(line, subject))), Fact("agent", agent.map { .text($0) }),
                Fact("action", .word(entry.action)), Fact("forWhat", .word(purpose(entry.purpose))),
            ]
        }
    }

    private static func who(_ line: JournalLine, _ subject: ExportSubject) -> String {
        if subject.isSelf(line.entry.actor) { return "self" }
        return line.roles.first?.rawValue ?? (line.entry.actor == nil ? "service" : "neighbour")
    }

    /// The journal's purposes are codes; these have a word of their own.
    private static let purposes: Set<String> = [
        "ask", "relay", "ring_back", "trust", "agreement", "outcome", "export", "erasure", "organisation",
    ]

    private static func purpose(_ raw: String) -> String { "purpose_" + (purposes.contains(raw) ? raw : "service") }

    /// Whom they want nothing more to do with, by the name that they were shown. Who has blocked them is not theirs to know.
    static let blocks = ExportChapter(name: "blocks") { subject, scope in
        let blocks = try subject.selves.flatMap { try Blocks(scope).of($0.id) }
        let people = try People(scope).find(blocks.map(\.blocked))
        return blocks.map { [Fact("other", people[$0.blocked].map { .text($0.shownName) }), Fact("createdAt", .moment($0.createdAt))] }
    }
}
