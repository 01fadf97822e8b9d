import Domain
import Localization

/// The entries of the register of processing (GDPR 30).
extension Dossier {
    var register: [Part] {
        let social = settings.controllers.socialFollowUp.map { [entry("socialFollowUp", words($0), ["data"], ["recipients"], [])] } ?? []
        return [
            part("frame", sentences: 1, [officer, processors, services]),
            entry(
                "mutualAid", words(settings.controllers.mutualAid), ["data.1", "data.2", "data.3", "data.4"],
                ["recipients.1", "recipients.2", "recipients.3"], [terms]),
        ] + social + [
            entry(
                "statistics", words(settings.controllers.statistics ?? settings.controllers.mutualAid), ["data"], ["recipients"],
                [fact("retention", t("privacy.statistics.retention"))]),
            part(
                "rights", sentences: 2,
                [
                    controller, fact("retention", term(.answeredRights)), fact("basis", t("dossier.register.rights.basis")),
                ]),
            part(
                "journal", sentences: 2,
                [
                    controller, fact("retention", journalTerm), fact("basis", t("dossier.register.journal.basis")),
                ]),
            part("common", [fact("transfers", settings.privacy.processors == nil ? nil : t("dossier.transfers")), protection]),
        ]
    }

    /// In the words of the public notice, so that both say the same.
    private func entry(_ name: String, _ controller: String?, _ data: [String], _ recipients: [String], _ more: [Line]) -> Part {
        let key = "privacy.\(name)"
        return Part(
            title: t("\(key).title"),
            lines: [
                fact("controller", controller), fact("purpose", t("\(key).purpose")), fact("basis", t("\(key).basis")),
                fact("data", data.map { t("\(key).\($0)") }), fact("recipients", recipients.map { t("\(key).\($0)") }),
            ] + more)
    }

    private func term(_ subject: RetentionRule.Subject) -> String? { RetentionRule.of(subject)?.term(in: town).words(t) }
}
