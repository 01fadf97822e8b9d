import Domain
import Localization
import UseCases

/// Why somebody is suggested: « à 6 min à pied, a déjà aidé cette personne, sollicité il y a 3 semaines, 1 demande en cours, à la porte ».
struct SuggestionWords {
    let site: Site
    let now: Moment

    private var t: Localizer { site.t }

    func reasons(_ one: SuggestedHelper) -> [String] {
        [
            RequestWords(site: site).place(one.neighbourhood),
            one.minutes.map { t("dispatch.minutes.\(one.travel.rawValue)", ["minutes": String($0)]) },
            one.isKnown ? t("dispatch.known") : nil, asked(one.lastAskedAt), load(one.load), t("dispatch.tier.\(one.tier.rawValue)"),
            one.isAsleep ? t("dispatch.asleep") : nil, one.noShows == 0 ? nil : t("assign.noShows", count: one.noShows),
            one.isMailed ? nil : t("dispatch.phoneOnly"),
        ].compactMap(\.self)
    }

    /// What this very request has brought them.
    func soFar(_ one: SuggestedHelper) -> [String] {
        [
            one.refusal.map { t("assign.obstacle.\($0.key)") },
            one.refusal == nil ? one.obstacle.map { t("dispatch.obstacle.\($0.rawValue)") } : nil,
            one.isBusy ? t("dispatch.busy") : nil, one.ask.map(soFar),
            one.call?.result.flatMap { result in
                result == .lapsed ? nil : t("dispatch.rung.\(result.rawValue)", ["ago": ago(one.call?.begunAt ?? now)])
            },
        ].compactMap(\.self)
    }

    func reasons(_ one: SuggestedOrganisation) -> [String] {
        [t("organisation.kind.\(one.kind.rawValue)"), asked(one.lastAskedAt), load(one.load)]
    }

    func soFar(_ ask: OrganisationAsk) -> String {
        guard let answer = ask.answer else {
            return t("dispatch.organisation.awaited", ["deadline": t.deadline(ask.dueAt.milliseconds, now: now.milliseconds)])
        }
        return t("dispatch.organisation.\(answer.rawValue)")
    }

    private func soFar(_ ask: Ask) -> String {
        ask.answer.map { t("dispatch.mailed.\($0.rawValue)") } ?? t("dispatch.mailed", ["ago": ago(ask.sentAt)])
    }

    private func asked(_ moment: Moment?) -> String { moment.map { t("assign.asked", ["ago": ago($0)]) } ?? t("assign.neverAsked") }
    private func load(_ count: Int) -> String { count == 0 ? t("dispatch.load.none") : t("dispatch.load", count: count) }
    private func ago(_ moment: Moment) -> String { t.ago(moment.milliseconds, now: now.milliseconds) }
}
