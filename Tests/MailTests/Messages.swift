import Foundation
import Mail
import Testing

extension MailMessage {
    static let hardText = """
        Bonjour Zoé,
        .
        .. deux points, et un égal = ici 🔑 \("très ".repeated(40))longue ligne\u{20}
        From la mairie\tde Saint-Étienne\t

        --
        Entraide

        """

    /// A message with everything that is hard to carry.
    static func sample(to recipient: String = "anne@exemple.fr", text: String = hardText) throws -> MailMessage {
        let page = try #require(URL(string: "https://entraide.test/desabonnement/abc?ville=saint-étienne"))
        return MailMessage(
            from: try #require(MailAddress(parsing: "entraide@ville.test", name: "Entraide Saint-Étienne, \"Loire\"")),
            to: try #require(MailAddress(parsing: recipient, name: "Anne (3e)")),
            replyTo: MailAddress(parsing: "relais@ville.test"),
            subject: "Une personne près de chez vous a besoin d'aide : « courses à la pharmacie, rue de la République » 🛒",
            text: text, html: "<p>Bonjour Zoé, <a href=\"https://entraide.test/?a=1&amp;b=2\">répondre</a></p>",
            messageID: try #require(MessageID("0198c0de", domain: "ville.test")), date: 1_795_225_522_999, language: "fr",
            headers: [.listUnsubscribe(page), .autoSubmitted])
    }
}

extension String {
    func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
