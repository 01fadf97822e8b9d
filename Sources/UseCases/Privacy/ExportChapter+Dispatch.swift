import Domain
import Persistence

extension ExportChapter {
    /// When they were rung about somebody's need, and what they said; not by whom.
    static let dispatchCalls = ExportChapter(name: "dispatchCalls") { subject, scope in
        try subject.selves.flatMap { try DispatchCalls(scope).of(helper: $0.id) }.map { one in
            [
                Fact("createdAt", .moment(one.begunAt)), Fact("result", one.result.map { .word("dispatch_\($0.rawValue)") }),
                Fact("endedAt", one.endedAt.map { .moment($0) }),
            ]
        }
    }
}
