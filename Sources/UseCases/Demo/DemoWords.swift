/// What the people of the demo write, in one language: pieces that are put together, with holes such as `{jour}`.
struct DemoWords: Sendable, Decodable {
    struct Offers: Sendable, Decodable {
        var starts: [String]
        var youngStarts: [String]
        var adultStarts: [String]
        var elderStarts: [String]
        var ends: [String]
        /// Texts that a moderator stops.
        var refused: [String]
        /// By category key.
        var kinds: [String: [String]]
    }

    struct Requests: Sendable, Decodable {
        var starts: [String]
        var elderStarts: [String]
        /// Private: why somebody needs help.
        var circumstances: [String]
        var ends: [String]
        var elderEnds: [String]
        var constraints: [String]
        var refused: [String]
        var kinds: [String: [String]]
    }

    /// A conversation, stage by stage.
    struct Messages: Sendable, Decodable {
        var hello: [String]
        var reply: [String]
        /// `groceries`, `remote` or `other`.
        var plan: [String: [String]]
        var fine: [String]
        var underway: [String]
        var thanks: [String]
        var welcome: [String]
        var referent: [String]
    }

    /// An appointment that was missed, as both sides tell it.
    struct NoShow: Sendable, Decodable {
        var asker: String
        var helper: String
    }

    var days: [String]
    var hours: [String]
    var moments: [String]
    var shops: [String]
    var offers: Offers
    var requests: Requests
    var messages: Messages
    var noShow: NoShow
}

extension DemoWords.Offers {
    /// What somebody of this age may say of themselves.
    func starts(at age: Int) -> [String] { starts + (age < 28 ? youngStarts : age < 58 ? adultStarts : elderStarts) }
}

extension DemoWords {
    /// Everyday values for the holes; one set for a whole conversation, so that people keep to the day they said.
    func holes(in quartier: String?, _ chance: inout SeededChance) -> [String: String] {
        [
            "jour": chance.pick(days) ?? "", "heure": chance.pick(hours) ?? "", "moment": chance.pick(moments) ?? "",
            "commerce": chance.pick(shops) ?? "", "quartier": quartier ?? "",
        ]
    }

    func kinds(of offers: Bool, _ key: String) -> [String] {
        let kinds = offers ? self.offers.kinds : requests.kinds
        return kinds[key] ?? kinds["other"] ?? []
    }
}
