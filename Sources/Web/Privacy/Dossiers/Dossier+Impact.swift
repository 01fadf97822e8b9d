import Domain
import Localization
import UseCases

/// The sheet of the impact assessment (GDPR 35).
extension Dossier {
    var impact: [Part] {
        [
            part("processing", sentences: 2, [controller, officer, host, processors, services]),
            part("people", sentences: 3),
            part("need", sentences: 4, [terms]),
            part("rights", sentences: 3),
            part("measures", [protection, staff, fact("journal", standing.journal.words(t))]),
            part("risks", sentences: 6),
            part("left", sentences: 3),
            part(
                "decision",
                [
                    fact("officerOpinion", nil as String?), fact("peopleOpinion", nil as String?), fact("decision", nil as String?),
                    fact("signature", nil as String?),
                ]),
        ]
    }
}
