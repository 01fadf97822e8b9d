import Domain
import Persistence

extension ExportChapter {
    /// What somebody decided for their town, or ended.
    static let crises = ExportChapter(name: "crises") { subject, scope in
        try subject.selves.flatMap { try Crises(scope).by($0.id) }.map { one in
            [
                Fact("side", .word(subject.isSelf(one.decidedBy) ? "decider" : "ender")),
                Fact("reason", subject.isSelf(one.decidedBy) ? .text(one.reason) : nil), Fact("from", .moment(one.from)),
                Fact("until", .moment(one.until)), Fact("endedAt", one.endedAt.map { .moment($0) }),
            ]
        }
    }
}
