import Domain
import Localization
import UseCases

/// The security file that comes before the opening of a public service on line (RGS homologation, décret 2010-112; P-10).
extension Dossier {
    var security: [Part] {
        [
            part("scope", sentences: 2, [fact("site", standing.site), host, fact("database", standing.database), services]),
            part("needs", sentences: 4),
            part("measures", sentences: 5, [protection]),
            part("access", sentences: 3, [staff, fact("journal", standing.journal.words(t)), fact("retention", journalTerm)]),
            part("backups", sentences: 3, [fact("backups", nil as String?), fact("restored", nil as String?)]),
            part("incidents", sentences: 2, [officer, fact("alert", nil as String?)]),
            part("left", sentences: 3),
            part(
                "decision",
                [
                    fact("authority", nil as String?), fact("homologation", nil as String?), fact("until", nil as String?),
                    fact("signature", nil as String?),
                ]),
        ]
    }
}
