import Domain
import Persistence
import TestSupport
import Testing
@testable import UseCases

@Suite struct ExportingTests {
    private func text(_ file: PersonalFile, _ chapter: String) -> String {
        "\(file.chapters.first { $0.name == chapter }?.entries ?? [])"
    }

    @Test(arguments: Engine.all) func aHelperGetsTheirOwnAndOfTheOtherSideTheShownNameOnly(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let request = try await test.openRequest(["details": "texte de la voisine", "lastName": "Secretnom"])
        let match = try await test.sayYes(test.cast.karim, to: request)
        let asker = try #require(try await test.request(request)?.asker)
        let (now, karim, house) = (test.clock.now, test.cast.karim.id, test.house)
        try await house.write(test.town.town) { scope in
            let messages = try Messages(scope)
            for (author, id, body) in [(Message.Author.helper, karim, "mot de Karim"), (.asker, asker, "mot de l'autre")] {
                _ = try messages.insert(
                    Message(id: house.world.id(), match: match.id, author: author, authorID: id, body: body, sentAt: now))
            }
        }
        let file = try await Exporting(house).file(of: try await test.viewer(test.cast.karim), in: test.town)
        #expect(text(file, "account").contains("karim@clairval.test"))
        #expect(text(file, "messages").contains("mot de Karim"))
        #expect(file.chapters.map(\.name) == ExportChapter.all.map(\.name))
        for theirs in ["mot de l'autre", "texte de la voisine", "Secretnom"] { #expect(!"\(file)".contains(theirs), "\(theirs)") }
    }

    @Test func itSaysWhoLookedInWhatRoleAndNamesThemOnlyIfTheOfficerDecidedSo() async throws {
        let test = try await TestHouse()
        let (karim, martine, now, house) = (test.cast.karim, test.cast.martine, test.clock.now, test.house)
        try await house.write(test.town.town) { scope in
            try Journal(scope).append(
                JournalEntry(
                    at: now, actor: martine.id, action: .readContact, subjectKind: "people", subject: karim.id.bytes, purpose: "trust"),
                id: house.world.id())
        }
        let viewer = try await test.viewer(karim)
        let file = try await Exporting(house).file(of: viewer, in: test.town)
        #expect(text(file, "accesses").contains("word(\"referent\")") && text(file, "accesses").contains("purpose_trust"))
        #expect(!"\(file)".contains("Martine"))
        var town = test.town.town
        town.settings.privacy.namesAgents = true
        let changed = town
        try await house.write(changed) { scope in
            try Towns(scope.sql).save(changed)
            try TownVersions(scope.sql).raiseSettings(of: changed.id)
        }
        try await house.towns.refresh()
        let named = try #require(house.towns.town(id: changed.id))
        let second = try await Exporting(house).file(of: viewer, in: named)
        #expect(text(second, "accesses").contains("Martine M."))
        #expect(text(second, "accesses").contains("exported"), "the first export is in the second")
    }

    @Test func whomTheyBlockedAndWhatWasDecidedAboutTheirWordsIsTheirs() async throws {
        let test = try await TestHouse()
        let (karim, lucie, house, now) = (test.cast.karim, test.cast.lucie, test.house, test.clock.now)
        _ = try await test.refusedRequest(of: karim)
        _ = try await house.write(test.town.town) { scope in
            try Blocks(scope).insert(Block(id: house.world.id(), blocker: karim.id, blocked: lucie.id, createdAt: now))
        }
        let file = try await Exporting(house).file(of: try await test.viewer(karim), in: test.town)
        #expect(text(file, "blocks").contains("Lucie P."))
        for theirs in ["mot secret", "word(\"refused\")", "reason_paid", "mot du modérateur"] {
            #expect(text(file, "decisions").contains(theirs), "\(theirs)")
        }
        #expect(!"\(file)".contains("Mona"), "the moderator is not named")
        let other = try await Exporting(house).file(of: try await test.viewer(lucie), in: test.town)
        #expect(!"\(other)".contains("Karim"), "whoever is blocked does not learn it")
    }

    @Test func whatTheyReportedIsTheirsAndAStopSaysWhyAndNeverByWhom() async throws {
        let test = try await TestHouse()
        let (karim, lucie) = (test.cast.karim, test.cast.lucie)
        try await test.makeHelper(karim)
        try await test.report(.offer(try await test.offer(of: karim), Actor(person: lucie.id)), .theft)
        let made = try await Exporting(test.house).file(of: try await test.viewer(lucie), in: test.town)
        #expect(text(made, "reports").contains("mot du témoin") && text(made, "reports").contains("report_theft"))
        #expect(!"\(made)".contains("Karim"), "whom they reported is not told")
        let suffered = try await Exporting(test.house).file(of: try await test.viewer(karim), in: test.town)
        #expect(text(suffered, "stops").contains("report_theft") && text(suffered, "reports") == "[]")
        for theirs in ["mot du témoin", "Lucie", lucie.id.text] { #expect(!"\(suffered)".contains(theirs), "\(theirs)") }
    }

    @Test func anOldSessionGetsNothing() async throws {
        let test = try await TestHouse()
        let viewer = try await test.viewer(test.cast.karim)
        test.clock.move(.minutes(11))
        await #expect(throws: Refusal(.forbidden, "refusal.freshSignIn")) {
            try await Exporting(test.house).file(of: viewer, in: test.town)
        }
        #expect(try await test.journal(about: test.cast.karim).isEmpty)
    }

    @Test func anOutsiderIsNobodyHere() async throws {
        let test = try await TestHouse()
        let olga = try await test.viewer(test.cast.olga, in: test.elsewhere)
        await #expect(throws: Refusal.notFound) { try await Exporting(test.house).file(of: olga, in: test.town) }
    }

    @Test func theOfficerAloneDecidesWhetherAgentsAreNamed() async throws {
        let test = try await TestHouse()
        let retention = Retention(test.house)
        let administrator = Actor(person: test.cast.administrator.id, roles: [Role(.administrator)])
        await #expect(throws: Refusal.notFound) { try await retention.nameAgents(true, by: administrator, in: test.town.town) }
        #expect(try !test.facts().town.settings.privacy.namesAgents)
        for _ in 1...2 { try await retention.nameAgents(true, by: test.officer, in: test.town.town) }
        #expect(try test.facts().town.settings.privacy.namesAgents)
        try await retention.nameAgents(false, by: test.officer, in: test.town.town)
        #expect(try !test.facts().town.settings.privacy.namesAgents)
        #expect(try await test.journal(.changedSettings).filter { $0.hasPrefix("agents_") } == ["agents_named", "agents_unnamed"])
    }
}
