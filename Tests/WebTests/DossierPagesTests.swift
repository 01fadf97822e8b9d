import Domain
import Foundation
import HTTPTypes
import Persistence
import TestSupport
import Testing
import UseCases
@testable import Web

@Suite struct DossierPagesTests {
    private static let base = "/t/clairval/dpo/dossiers"

    private func scene() async throws -> (TestHouse, SiteClient) {
        let test = try await TestHouse()
        var town = test.town.town
        town.settings.controllers.mutualAid = Controller(
            name: "Ville de Clairval", address: "1 place de la Mairie", contact: "mairie@clairval.test")
        town.settings.controllers.socialFollowUp = Controller(name: "CCAS de Clairval", address: "", contact: "")
        town.settings.controllers.dpoContact = "dpo@clairval.test"
        town.settings.legal.host = "Hébergeur Exemple, Lyon"
        town.settings.privacy.journalMonths = 9
        town.settings.privacy.retention["messages"] = RetentionChoice(term: .months(4), approval: "visa 2026-77")
        let changed = town
        try await test.house.write(changed) { scope in
            try Towns(scope.sql).save(changed)
            try TownVersions(scope.sql).raiseSettings(of: changed.id)
        }
        try await test.house.towns.refresh()
        let officer = try SiteClient(test)
        try await officer.signIn(test.cast.officer)
        return (test, officer)
    }

    @Test(arguments: Dossier.Kind.allCases) func eachFileSaysWhatTheSettingsSay(_ kind: Dossier.Kind) async throws {
        let (_, officer) = try await scene()
        let saved = try await officer.post(Self.base, ["processors": "Prestataire Alpha, Nantes\nPrestataire Bêta, Lille"])
        #expect(saved.status == 303)
        #expect(try await officer.get("/t/clairval/vos-donnees").body.contains("Prestataire Alpha, Nantes"), "said to the public too")
        let page = try await officer.get("\(Self.base)/\(kind.rawValue)")
        #expect(page.status == 200 && !page.body.contains("⟦") && page.body.contains("Clairval"))
        let expected: [Dossier.Kind: [String]] = [
            .impact: [
                "Ville de Clairval, 1 place de la Mairie", "dpo@clairval.test", "Hébergeur Exemple, Lyon", "Prestataire Alpha", "4 mois",
                "visa 2026-77", "9 mois", "AES-256", "SQLite",
            ],
            .register: [
                "Ville de Clairval", "CCAS de Clairval", "dpo@clairval.test", "Prestataire Bêta", "4 mois", "9 mois", "36 mois",
                "Trouver quelqu’un qui vous aide",
            ],
            .processor: ["Ville de Clairval", "Prestataire Alpha", "Prestataire Bêta", "Hébergeur Exemple", "4 mois", "72 heures"],
            .security: ["http://entraide.test/t/clairval", "Hébergeur Exemple", "SQLite", "dpo@clairval.test", "9 mois"],
        ]
        for word in expected[kind] ?? [] { #expect(page.body.contains(word), "\(word)") }
        if kind != .register { #expect(page.body.contains("À compléter par la ville")) }
        officer.headers = [.acceptLanguage: "en"]
        #expect(try await !officer.get("\(Self.base)/\(kind.rawValue)").body.contains("⟦"))
    }

    @Test func whatTheTownHasNotSaidIsABlankAndNothingIsInvented() async throws {
        let test = try await TestHouse()
        let officer = try SiteClient(test)
        try await officer.signIn(test.cast.officer)
        let blanks = { (body: String) in body.components(separatedBy: "À compléter par la ville").count - 1 }
        let empty = blanks(try await officer.get(Self.base + "/analyse-d-impact").body)
        let (_, full) = try await scene()
        #expect(empty > blanks(try await full.get(Self.base + "/analyse-d-impact").body))
        let page = try await officer.get(Self.base + "/securite")
        #expect(page.body.contains("n’est pas chiffrée"), "an installation without https does not say that it has it")
    }

    @Test func onlyTheOfficerOpensThem() async throws {
        let (test, officer) = try await scene()
        #expect(try await officer.get(Self.base + "/autre").status == 404)
        let administrator = try SiteClient(test)
        try await administrator.signIn(test.cast.administrator)
        for kind in Dossier.Kind.allCases { #expect(try await administrator.get("\(Self.base)/\(kind.rawValue)").status == 404) }
        #expect(try await administrator.post(Self.base, ["processors": "x"]).status == 404)
        #expect(try await officer.post(Self.base, ["processors": String(repeating: "x", count: 2_001)]).status == 422)
    }
}
