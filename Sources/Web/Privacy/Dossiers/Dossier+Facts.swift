import Domain
import Localization
import UseCases

/// What several files say alike, each from the settings or the installation.
extension Dossier {
    func words(_ controller: Controller?) -> String? {
        controller.map { [$0.name, $0.address, $0.contact].filter { !$0.isEmpty }.joined(separator: ", ") }
    }

    var controller: Line { fact("controller", words(settings.controllers.mutualAid)) }
    var officer: Line { fact("officer", settings.controllers.dpoContact) }
    var host: Line { fact("host", settings.legal.host) }

    /// Those that the town names, and those that the settings show to be at work.
    var processors: Line {
        let named = settings.privacy.processors?.split(separator: "\n").map(String.init) ?? []
        let host = settings.legal.host.map { [t("dossier.processor.host", ["host": $0])] } ?? []
        return fact("processors", named + host)
    }

    /// Not processors, since nobody's data go to them by name; but said.
    var services: Line {
        let geocoder = facts.isGeocoded ? [t("privacy.mutualAid.recipients.geocoder")] : []
        let tiles = settings.tiles?.host.map { [t("privacy.tiles", ["host": $0])] } ?? []
        let all = geocoder + tiles
        return fact("services", all.isEmpty ? [t("dossier.noService")] : all)
    }

    /// Each rule with the term in force and the archives' approval.
    var terms: Line {
        let words = RetentionWords(t: t)
        let rules = RetentionRule.all.map { rule in
            t(
                "dossier.term",
                [
                    "subject": words.name(rule.subject), "term": rule.term(in: town).words(t), "fate": words.fate(rule.fate),
                    "approval": rule.approval(in: town) ?? t("retention.noApproval"),
                ])
        }
        return fact("terms", rules + [journalTerm])
    }

    var journalTerm: String {
        t("privacy.term.journal", ["term": RetentionTerm.months(settings.privacy.journalMonths).words(t)])
    }

    var protection: Line {
        fact(
            "protection",
            [
                t("dossier.protection.transit.\(standing.isEncryptedInTransit ? "on" : "off")", ["site": standing.site]),
                t("dossier.protection.fields"), t("dossier.protection.keys"), t("dossier.protection.index"),
                t("dossier.protection.database", ["database": standing.database]),
            ])
    }

    var staff: Line {
        fact(
            "staff",
            Role.Kind.allCases.map { kind in
                t("dossier.staff", ["role": t("role.\(kind.rawValue)"), "count": standing.staff[kind] ?? 0])
            })
    }
}
