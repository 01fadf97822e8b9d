import Domain
import Persistence

extension ExportChapter {
    /// When they rang the desk, and how that ended; nothing was recorded of what was said.
    static let calls = ExportChapter(name: "calls") { subject, scope in
        try subject.selves.flatMap { try Calls(scope).of(caller: $0.id) }.map { one in
            [
                Fact("createdAt", .moment(one.begunAt)), Fact("phone", one.phone.map { .text($0.spoken) }),
                Fact("noticeReadAt", one.noticeReadAt.map { .moment($0) }), Fact("status", one.ending.map { .word("call_\($0.rawValue)") }),
                Fact("endedAt", one.endedAt.map { .moment($0) }),
            ]
        }
    }

    /// When the desk said that it would ring them, and what about.
    static let callBacks = ExportChapter(name: "callBacks") { subject, scope in
        try subject.selves.flatMap { try CallBacks(scope).of(caller: $0.id) }.map { one in
            [
                Fact("createdAt", .moment(one.createdAt)), Fact("phone", .text(one.phone.spoken)),
                Fact("lastName", one.name.map { .text($0) }),
                Fact("words", one.words.map { .text($0) }), Fact("dueAt", .moment(one.dueAt)),
                Fact("endedAt", one.doneAt.map { .moment($0) }),
            ]
        }
    }
}
