import Domain
import Persistence

extension ExportChapter {
    /// Their holidays, and those of colleagues for whom they stood in.
    static let absences = ExportChapter(name: "absences") { subject, scope in
        try subject.selves.flatMap { try Absences(scope).about($0.id) }.map { one in
            let isAway = subject.isSelf(one.person)
            let other = try (isAway ? one.colleague : one.person).flatMap { try People(scope).find($0)?.shownName }
            return [
                Fact("side", .word(isAway ? "away" : "standIn")), Fact("other", other.flatMap { $0.isEmpty ? nil : .text($0) }),
                Fact("from", .moment(one.from)), Fact("until", .moment(one.until)), Fact("createdAt", .moment(one.saidAt)),
                Fact("endedAt", one.endedAt.map { .moment($0) }),
            ]
        }
    }

    /// When a referent of the quartier had a word with them, and whether they want the mail of the day.
    static let quartier = ExportChapter(name: "quartier") { subject, scope in
        try subject.selves.map { one in
            let isReferent = try Roles(scope).of(one.id).contains { $0.kind == .referent }
            return [
                Fact("welcomedAt", try Greetings(scope).last(.welcome, of: one.id).map { .moment($0) }),
                Fact("newsAt", try Greetings(scope).last(.news, of: one.id).map { .moment($0) }),
                Fact("dayMail", isReferent ? .flag(try DayMails(scope).isOn(for: one.id)) : nil),
            ]
        }
    }
}
