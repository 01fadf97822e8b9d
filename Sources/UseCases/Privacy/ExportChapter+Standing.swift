import Domain
import Persistence

extension ExportChapter {
    /// Recurring help for which somebody was to be the second person, and what each said once a month.
    static let standing = ExportChapter(name: "standing") { subject, scope in
        let seconds = try subject.selves.flatMap { try StandingSeconds(scope).about($0.id) }.map { one in
            [
                Fact("role", .word("second")),
                Fact("reference", try HelpRequests(scope).find(one.request).map { .text($0.reference.text) }),
                Fact("createdAt", .moment(one.proposedAt)), Fact("givenAt", one.helperAgreedAt.map { .moment($0) }),
                Fact("withdrawnAt", one.declinedAt.map { .moment($0) }),
            ]
        }
        let checks = try subject.selves.flatMap { try StandingChecks(scope).about($0.id) }.map { one in
            [
                Fact("reference", try HelpRequests(scope).find(one.request).map { .text($0.reference.text) }),
                Fact("sentAt", .moment(one.sentAt)), Fact("verdict", one.answer.map { .word($0) }),
                Fact("answeredAt", one.answeredAt.map { .moment($0) }),
            ]
        }
        return seconds + checks
    }
}
