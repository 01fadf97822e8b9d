import Domain
import Persistence

extension ExportChapter {
    /// When they were on duty at the desk, and the words that they left to whoever followed.
    static let duty = ExportChapter(name: "duty") { subject, scope in
        try subject.selves.flatMap { one in
            try Duties(scope).of(one.id).map { duty in
                let word = try HandOvers(scope).of(duty.id)
                return [
                    Fact("from", .moment(duty.from)), Fact("until", .moment(duty.until)),
                    Fact("endedAt", duty.handedAt.map { .moment($0) }), Fact("words", word?.note.map { .text($0) }),
                ]
            }
        }
    }
}
