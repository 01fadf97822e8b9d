import Domain
import Persistence

extension ExportChapter {
    /// Those they hold and those they gave; the other side by the name that is shown.
    static let mandates = ExportChapter(name: "mandates") { subject, scope in
        let all = try subject.selves.flatMap { try Mandates(scope).about($0.id) }
        let people = try People(scope).find(Array(Set(all.flatMap { [$0.represented, $0.holder].compactMap(\.self) })))
        return try all.map { one in
            let isOwn = subject.isSelf(one.represented)
            let other = isOwn ? one.holder.flatMap { people[$0] } : people[one.represented]
            let reader = isOwn ? try MandateLinks(scope).reader(of: one.id) : nil
            return [
                Fact("side", .word(isOwn ? "represented" : "holder")), Fact("other", other.map { .text($0.shownName) }),
                Fact("mayAsk", .flag(one.powers.contains(.ask))), Fact("mayFollow", .flag(one.powers.contains(.follow))),
                Fact("mayConverse", .flag(one.powers.contains(.converse))), Fact("status", .word(one.state)),
                Fact("createdAt", .moment(one.proposedAt)), Fact("givenAt", one.confirmation.map { .moment($0.at) }),
                Fact("channel", one.confirmation.map { .word($0.channel) }), Fact("expiresAt", one.endsAt.map { .moment($0) }),
                Fact("closedAt", one.closedAt.map { .moment($0) }), Fact("reader", reader.map { .text($0.name) }),
            ]
        }
    }

    /// What they did in somebody's name, and what was done in theirs.
    static let acts = ExportChapter(name: "acts") { subject, scope in
        let given = try Mandates(scope).given(by: subject.selves.map(\.id)).flatMap { try MandateActs(scope).of($0.id) }
        let done = try MandateActs(scope).by(subject.person.id)
        let people = try People(scope).find(Array(Set((given + done).map(\.actor))))
        return try (given + done).map { one in
            [
                Fact("at", .moment(one.at)), Fact("action", .word("deed_\(one.deed.rawValue)")),
                Fact("who", .text(people[one.actor]?.shownName ?? "")),
                Fact("reference", try one.request.flatMap { try HelpRequests(scope).find($0) }.map { .text($0.reference.text) }),
            ]
        }
    }
}
