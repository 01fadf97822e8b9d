import Domain
import TestSupport
import Testing
import UseCases

/// Lucie, who lives in another quartier, acts for Paulette; Martine heard Paulette say yes.
struct MandateScene {
    static let proposal = [
        "firstName": "Paulette", "lastName": "Vernet", "phone": "04 90 55 66 77", "neighbourhood": "les-tilleuls", "relation": "family",
        "months": "6", "ask": "yes", "follow": "yes", "converse": "yes",
    ]
    static let yes = ["answer": "yes", "channel": "phone", "noticeGiven": "yes"]

    let test: TestHouse
    let lucie: SiteClient
    let martine: SiteClient
    let mandate: ID<Mandate>
    var acting: String { "/t/clairval/mandats/\(mandate.text)" }

    init() async throws {
        test = try await TestHouse()
        lucie = try SiteClient(test)
        try await lucie.signIn(test.cast.lucie)
        martine = SiteClient(test, sharing: lucie.website)
        try await martine.signIn(test.cast.martine)
        let sent = try await lucie.post("/t/clairval/mon-compte/mandats/nouveau", Self.proposal)
        #expect(sent.location == "/t/clairval/mon-compte/mandats?fait=proposition")
        let desk = try await martine.get("/t/clairval/referent/mandats").body
        let hearing = try #require(desk.firstMatch(of: /\/t\/clairval\/referent\/mandats\/([0-9a-f-]{36})/)?.output)
        mandate = try #require(ID(text: hearing.1))
        let heard = try await martine.post(String(hearing.0), Self.yes)
        #expect(heard.location == "/t/clairval/referent/mandats?fait=reponse")
    }

    /// By the asking form, page after page.
    func ask() async throws -> String {
        let start = try await lucie.get("/t/clairval/demandes/nouvelle?mandat=\(mandate.text)")
        #expect(start.location == "/t/clairval/demandes/nouvelle/quoi")
        let answers: [(String, [String: String])] = [
            ("quoi", ["category": "groceries"]), ("quand", ["when": "now"]), ("ou", ["neighbourhood": "les-tilleuls"]),
            ("pour-qui", ["for": mandate.text]), ("precisions", [:]), ("verification", ["notice": "yes"]),
        ]
        var last: String?
        for (step, fields) in answers { last = try await lucie.post("/t/clairval/demandes/nouvelle/\(step)", fields).location }
        #expect(last == acting + "?fait=demande")
        let page = try await lucie.get(acting).body
        return String(try #require(page.firstMatch(of: /\/t\/clairval\/mandats\/[0-9a-f-]{36}\/demandes\/[0-9a-f-]{36}/)?.output))
    }
}
