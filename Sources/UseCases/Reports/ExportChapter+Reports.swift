import Domain
import Persistence

extension ExportChapter {
    /// What they reported. Whom, and what was decided about those, is not theirs to know.
    static let reports = ExportChapter(name: "reports") { subject, scope in
        try subject.selves.flatMap { try Reports(scope).made(by: $0.id) }.map { one in
            [
                Fact("reported", .word("reported_\(one.kind.rawValue)")), Fact("reason", .word("report_\(one.reason.rawValue)")),
                Fact("words", one.words.map { .text($0) }), Fact("createdAt", .moment(one.createdAt)),
                Fact("decidedAt", one.decision.map { .moment($0.at) }),
            ]
        }
    }

    /// Stops on their own new contacts: why, and what came of their appeal; never who reported or decided.
    static let stops = ExportChapter(name: "stops") { subject, scope in
        try ContactStops(scope).of(subject.selves.map(\.id)).map { one in
            let answer = one.appeal?.answer
            return [
                Fact("reason", .word("report_\(one.reason.rawValue)")), Fact("since", .moment(one.since)),
                Fact("words", one.words.map { .text($0) }), Fact("appeal", one.appeal.map { .text($0.words) }),
                Fact("result", answer.map { .word($0.result) }), Fact("answer", answer.map { .text($0.words) }),
                Fact("endedAt", one.endedAt.map { .moment($0) }),
            ]
        }
    }
}
