import Domain
import Localization

/// The annex to the contract with whoever runs the service for the town (GDPR 28; P-08).
extension Dossier {
    var processing: [Part] {
        [
            part("parties", [controller, fact("holder", nil as String?), officer, fact("contract", nil as String?)]),
            part("object", sentences: 3, [terms]),
            part("duties", sentences: 6),
            part("others", sentences: 2, [processors, services]),
            part("breach", sentences: 3, [fact("alert", nil as String?)]),
            part("security", [protection, host, fact("place", nil as String?)]),
            part("help", sentences: 2),
            part("end", sentences: 3),
            part("signatures", [fact("signature", nil as String?), fact("holderSignature", nil as String?)]),
        ]
    }
}
