import Domain
import Fetch

/// What is asked of the Géoplateforme, and all that it is told.
struct GeocoderQuestion: Hashable {
    enum Aim {
        /// Somebody is typing.
        case completing
        /// A form was sent.
        case finding
    }

    let communes: [String]
    /// Small letters, single blanks.
    let text: String
    let aim: Aim

    /// Nil for what the service would refuse (3 to 200 characters, of which the first is a letter or digit), and without a commune.
    init?(_ typed: String, in town: Town, _ aim: Aim) {
        let text = PlainText.line(typed).lowercased().drop { !$0.isLetter && !$0.isNumber }
        guard let insee = town.insee, (3...200).contains(text.count) else { return nil }
        communes = CommuneCode.all(of: insee)
        self.text = String(text)
        self.aim = aim
    }

    var beginsWithNumber: Bool { text.first?.isNumber ?? false }

    /// `completion` cannot be held to a commune (its `terr` takes départements and postcodes); `search` completes too, and can.
    func address(at service: FetchAddress) -> FetchAddress {
        service.appending(
            path: "/search",
            query: [
                ("q", text), ("index", "address"), ("citycode", communes.joined(separator: ",")), ("limit", "10"),
                ("autocomplete", aim == .completing ? "1" : "0"),
            ])
    }
}
