import Domain
import Persistence

extension ExportChapter {
    static let requests = ExportChapter(name: "requests") { subject, _ in
        subject.requests.map { one in
            [
                Fact("reference", .text(one.reference.text)), Fact("category", subject.category(one.category).map { .text($0) }),
                Fact("neighbourhood", subject.place(one.neighbourhood).map { .text($0) }),
                Fact("askedBy", .word(subject.isSelf(one.asker) ? "self" : "neighbour")),
                Fact("askedFor", .word(subject.isSelf(one.beneficiary) ? "self" : "neighbour")),
                Fact("door", .word(one.door)), Fact("details", one.details.map { .text($0) }),
                Fact("constraints", one.constraints.map { .text($0) }), Fact("publicText", one.publicText.map { .text($0) }),
                Fact("status", .word(one.status)), Fact("createdAt", .moment(one.createdAt)),
                Fact("matchedAt", one.matchedAt.map { .moment($0) }), Fact("closedAt", one.closedAt.map { .moment($0) }),
                Fact("result", one.outcome.map { .word($0) }),
            ]
        }
    }

    static let offers = ExportChapter(name: "offers") { subject, scope in
        try subject.selves.flatMap { try Offers(scope).all(of: $0.id) }.map { one in
            [
                Fact("category", subject.category(one.category).map { .text($0) }),
                Fact("neighbourhood", subject.place(one.neighbourhood).map { .text($0) }),
                Fact("details", one.details.map { .text($0) }), Fact("publicText", one.publicText.map { .text($0) }),
                Fact("status", .word(one.status)), Fact("createdAt", .moment(one.createdAt)), Fact("updatedAt", .moment(one.updatedAt)),
            ]
        }
    }

    static let asks = ExportChapter(name: "asks") { subject, scope in
        try subject.selves.flatMap { try Asks(scope).of(helper: $0.id) }.map { one in
            [
                Fact("sentAt", .moment(one.sentAt)), Fact("answer", one.answer.map { .word($0) }),
                Fact("answeredAt", one.answeredAt.map { .moment($0) }),
            ]
        }
    }

    static let otherTimes = ExportChapter(name: "otherTimes") { subject, scope in
        try subject.selves.flatMap { try TimeProposals(scope).of(helper: $0.id) }.map { one in
            [
                Fact("createdAt", .moment(one.proposedAt)), Fact("firstTime", .moment(one.first)),
                Fact("secondTime", one.second.map { .moment($0) }), Fact("status", .word(one.state)),
                Fact("decidedAt", one.decidedAt.map { .moment($0) }),
            ]
        }
    }

    /// Reminders of what they promised, and what they answered.
    static let appointments = ExportChapter(name: "appointments") { subject, scope in
        let matches = try subject.selves.flatMap { try Matches(scope).about($0.id) }.filter { subject.isSelf($0.helper) }
        return try matches.flatMap { match in
            try Reminders(scope).of(match.id).map { one in
                [
                    Fact("forDay", .moment(one.day)), Fact("sentAt", .moment(one.sentAt)), Fact("answer", one.answer.map { .word($0) }),
                    Fact("answeredAt", one.answeredAt.map { .moment($0) }),
                ]
            }
        }
    }

    /// Each side's own words only, and what was decided.
    static let noShows = ExportChapter(name: "noShows") { subject, scope in
        let matches = try subject.selves.flatMap { try Matches(scope).about($0.id) }
        return try matches.compactMap { match in
            guard let one = try NoShows(scope).of(match.id) else { return nil }
            let isHelper = subject.isSelf(one.helper)
            if isHelper, one.recording == nil { return nil }
            return [
                Fact("side", .word(isHelper ? "helper" : "asker")), Fact("createdAt", .moment(one.notedAt)),
                Fact("words", (isHelper ? one.answer?.words : one.askerWords).map { .text($0) }),
                Fact("status", .word("no_show_\(one.state.rawValue)")),
                Fact("decidedAt", one.decision.map { .moment($0.at) }),
            ]
        }
    }

    /// The other side by the name that a match shows, and nothing else of theirs.
    static let matches = ExportChapter(name: "matches") { subject, scope in
        let matches = try subject.selves.flatMap { try Matches(scope).about($0.id) }
        return try matches.compactMap { one in
            guard let request = try HelpRequests(scope).find(one.request) else { return nil }
            let isHelper = subject.isSelf(one.helper)
            let person = try People(scope).find(isHelper ? request.asker : one.helper)
            let other = isHelper ? person?.shownName : try MatchedName(scope: scope).of(one, person)
            return [
                Fact("reference", .text(request.reference.text)), Fact("category", subject.category(request.category).map { .text($0) }),
                Fact("side", .word(isHelper ? "helper" : "asker")), Fact("other", other.flatMap { $0.isEmpty ? nil : .text($0) }),
                Fact("frame", .word(one.frame)), Fact("status", .word(one.status)), Fact("createdAt", .moment(one.createdAt)),
                Fact("endedAt", one.endedAt.map { .moment($0) }), Fact("appointmentAt", one.appointmentAt.map { .moment($0) }),
            ]
        }
    }

    static let messages = ExportChapter(name: "messages") { subject, scope in
        try subject.selves.flatMap { try Messages(scope).written(by: $0.id) }.map { one in
            [Fact("sentAt", .moment(one.sentAt)), Fact("body", .text(one.body))]
        }
    }

    static let outcomes = ExportChapter(name: "outcomes") { subject, scope in
        let helped = try subject.selves.flatMap { try Matches(scope).about($0.id) }.map(\.request)
        let requests = Set(subject.requests.map(\.id) + helped).sorted()
        return try requests.flatMap { try Outcomes(scope).of($0) }.filter { subject.isSelf($0.recordedBy) }.map { one in
            [
                Fact("side", .word(one.side)), Fact("result", .word(one.result)), Fact("reason", one.reason.map { .word($0) }),
                Fact("recordedAt", .moment(one.recordedAt)),
            ]
        }
    }

    /// Kinds of help they missed, and the town's answer; never by whom.
    static let proposals = ExportChapter(name: "proposals") { subject, scope in
        try subject.selves.flatMap { try CategoryProposals(scope).of($0.id) }.map { one in
            [
                Fact("category", .text(one.label)), Fact("details", one.words.map { .text($0) }), Fact("createdAt", .moment(one.createdAt)),
                Fact("verdict", one.answer.map { .word($0.verdict) }), Fact("words", one.answer?.words.map { .text($0) }),
                Fact("decidedAt", one.answer.map { .moment($0.at) }),
            ]
        }
    }

    /// What was decided about their words, why, and what came of their appeal; never by whom.
    static let decisions = ExportChapter(name: "decisions") { subject, scope in
        let offers = try subject.selves.flatMap { try Offers(scope).all(of: $0.id) }.map(\.id.bytes)
        let own = subject.requests.filter { subject.isSelf($0.asker) }.map(\.id.bytes)
        let messages = try subject.selves.flatMap { try Messages(scope).written(by: $0.id) }.map(\.id.bytes)
        return try (own + offers + messages).flatMap { try TextDecisions(scope).about($0) }.map { one in
            let answer = one.appeal?.answer
            return [
                Fact("details", .text(one.text)), Fact("publicText", one.publicText.map { .text($0) }),
                Fact("verdict", .word(one.verdict)), Fact("reason", one.reason.map { .word("reason_\($0.rawValue)") }),
                Fact("words", one.words.map { .text($0) }), Fact("decidedAt", .moment(one.decidedAt)),
                Fact("appeal", one.appeal.map { .text($0.words) }), Fact("result", answer.map { .word($0.result) }),
                Fact("answer", answer.map { .text($0.words) }),
            ]
        }
    }
}
