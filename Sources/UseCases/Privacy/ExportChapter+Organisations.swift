import Domain
import Persistence

extension ExportChapter {
    /// Organisations they answer for on the town's side, and the mayor's decisions that they wrote down.
    static let organisations = ExportChapter(name: "organisations") { subject, scope in
        let owned = try subject.selves.flatMap { try Organisations(scope).owned(by: $0.id) }
        let noted = try subject.selves.flatMap { try ReserveActivations(scope).about($0.id) }
        return owned.map {
            [Fact("organisation", .text($0.name)), Fact("frame", .word($0.kind.frame)), Fact("createdAt", .moment($0.createdAt))]
        }
            + noted.map { one in
                [
                    Fact("decision", .word("reserve_called_out")), Fact("from", .moment(one.from)), Fact("until", .moment(one.until)),
                    Fact("recordedAt", subject.isSelf(one.recordedBy) ? .moment(one.recordedAt) : nil),
                    Fact("endedAt", subject.isSelf(one.closedBy) ? one.closedAt.map { .moment($0) } : nil),
                ]
            }
    }
}
