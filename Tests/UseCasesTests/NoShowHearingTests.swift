import Database
import Domain
import Mail
import Persistence
import Secrets
import TestSupport
import Testing
@testable import UseCases

/// A helper did not come: said by one side, confirmed by a named person, heard from the other, decided.
@Suite struct NoShowHearingTests {
    typealias Scene = ConversationTests.Scene

    private func report(_ scene: Scene, _ words: String = "J’ai attendu deux heures") async throws {
        try await RequestClosing(scene.test.house).record(
            OutcomeForm(["result": "not_helped", "reason": "nobody_came", "words": words]), through: scene.link, in: scene.test.town)
    }

    private func opened(_ scene: Scene) async throws -> NoShow? {
        try await Referents(scene.test.house).open(scene.request, by: scene.test.guide, in: scene.test.town).noShow
    }

    private func todo(_ scene: Scene) async throws -> Int {
        try await Referents(scene.test.house).todo(by: scene.test.guide, in: scene.test.town).noShows.count
    }

    private func record(_ scene: Scene) async throws {
        try await Referents(scene.test.house).recordNoShow(on: scene.request, by: scene.test.guide, in: scene.test.town)
    }

    private func decide(_ scene: Scene, keeps: Bool) async throws {
        try await Referents(scene.test.house).decideNoShow(on: scene.request, keeps: keeps, by: scene.test.guide, in: scene.test.town)
    }

    private func token(_ scene: Scene) async throws -> Token {
        await scene.test.work()
        let mails = scene.test.mailer.sent.filter { $0.to.address == "karim@clairval.test" }
        let found = mails.compactMap { $0.text.firstMatch(of: /\/rendez-vous-manque\/([A-Za-z0-9_-]{43})/)?.output.1 }
        return try #require(found.last.flatMap { Token(text: $0) })
    }

    private func subjects(_ scene: Scene) -> [String] {
        scene.test.mailer.sent.filter { $0.to.address == "karim@clairval.test" }.map(\.subject)
    }

    @Test(arguments: Engine.all) func bothSidesAreHeardAndANamedPersonDecides(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        for _ in 0..<2 { try await report(scene) }
        #expect(try await opened(scene)?.state == .reported)
        #expect(try await opened(scene)?.askerWords == "J’ai attendu deux heures")
        #expect(try await todo(scene) == 1)
        await scene.test.work()
        #expect(!subjects(scene).contains { $0.hasPrefix("Que s’est-il passé") }, "one word is not enough")
        for _ in 0..<2 { try await record(scene) }
        #expect(try await todo(scene) == 0, "the helper has the word")
        let (hearing, token) = (NoShowHearing(scene.test.house), try await token(scene))
        #expect(subjects(scene).filter { $0.hasPrefix("Que s’est-il passé") }.count == 1)
        await #expect(throws: Refusal(.conflict, "refusal.noShowHearing")) { try await decide(scene, keeps: true) }
        await #expect(throws: Refusal.invalid("words", "refusal.noShowWords")) {
            try await hearing.answer(token, "  ", in: scene.test.town)
        }
        for words in ["Mon train", "Mon train était en retard"] { try await hearing.answer(token, words, in: scene.test.town) }
        #expect(try await todo(scene) == 1)
        #expect(try await opened(scene)?.answer?.words == "Mon train était en retard")
        try await decide(scene, keeps: true)
        try await decide(scene, keeps: false)
        #expect(try await opened(scene)?.state == .kept)
        #expect(try await todo(scene) == 0)
        await scene.test.work()
        #expect(subjects(scene).filter { $0.hasPrefix("Un rendez-vous manqué a été noté") }.count == 1)
        try await hearing.answer(token, "trop tard", in: scene.test.town)
        #expect(try await opened(scene)?.answer?.words == "Mon train était en retard")
    }

    @Test(arguments: Engine.all) func theWordsLieSealed(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        try await report(scene, "mot secret")
        let stored: [UInt8]? = try await scene.test.house.read(scene.test.town.town) { scope in
            try scope.sql.value("/* test */ SELECT asker_words FROM no_shows WHERE town_id = \(scope.town)")
        }
        #expect(try #require(stored).count > 0 && !String(decoding: stored ?? [], as: UTF8.self).contains("secret"))
    }

    @Test func silenceForAWeekMayBeDecidedOn() async throws {
        let scene = try await Scene()
        try await report(scene, "")
        try await record(scene)
        scene.test.clock.move(NoShow.hearing)
        #expect(try await todo(scene) == 1)
        try await decide(scene, keeps: true)
        #expect(try await opened(scene)?.state == .kept)
    }

    @Test func whatIsStruckOutBeforeTheHelperKnewIsNotTold() async throws {
        let scene = try await Scene()
        try await report(scene)
        try await decide(scene, keeps: false)
        await scene.test.work()
        #expect(!subjects(scene).contains { $0.hasPrefix("Rien n’est retenu") })
        #expect(try await todo(scene) == 0)
    }

    @Test func theReferentsOwnOutcomeRecordsIt() async throws {
        let scene = try await Scene()
        try await Referents(scene.test.house).record(
            OutcomeForm(["result": "not_helped", "reason": "nobody_came"]), of: scene.request, by: scene.test.guide, in: scene.test.town)
        #expect(try await opened(scene)?.state == .recorded)
        try await report(scene)
        #expect(try await opened(scene)?.askerWords == "J’ai attendu deux heures", "the asker’s words join it")
        _ = try await token(scene)
    }

    @Test func otherOutcomesReportNobody() async throws {
        let scene = try await Scene()
        try await RequestClosing(scene.test.house).record(
            OutcomeForm(["result": "not_helped", "reason": "other", "words": "x"]), through: scene.link, in: scene.test.town)
        #expect(try await opened(scene) == nil)
    }

    @Test(arguments: Engine.all) func nobodyElseMayKnowOrDecide(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        try await report(scene)
        let referents = Referents(scene.test.house)
        for nobody in [Actor(person: scene.test.cast.karim.id), scene.test.otherGuide] {
            await #expect(throws: Refusal.notFound) { try await referents.recordNoShow(on: scene.request, by: nobody, in: scene.test.town) }
            await #expect(throws: Refusal.notFound) {
                try await referents.decideNoShow(on: scene.request, keeps: false, by: nobody, in: scene.test.town)
            }
        }
        await #expect(throws: Refusal.notFound) {
            try await referents.recordNoShow(on: scene.request, by: scene.test.guide, in: scene.test.elsewhere)
        }
        try await record(scene)
        let (hearing, token) = (NoShowHearing(scene.test.house), try await token(scene))
        #expect(try await hearing.noShow(token, in: scene.test.elsewhere) == nil)
        await #expect(throws: Refusal.notFound) { try await hearing.answer(token, "x", in: scene.test.elsewhere) }
        await #expect(throws: Refusal.notFound) { try await hearing.answer(Token(), "x", in: scene.test.town) }
    }

    /// Karim did not come `count` times, as was decided so long ago.
    private func keep(_ count: Int, in test: TestHouse, ago: Duration = .days(1)) async throws {
        for _ in 0..<count {
            let match = try await test.sayYes(test.cast.karim, to: try await test.openRequest())
            let (id, at, by) = (test.house.world.id(NoShow.self), test.clock.now - ago, test.cast.martine.id)
            try await test.house.write(test.town.town) { scope in
                var noShow = NoShow(id: id, match: match, notedAt: at)
                _ = try NoShows(scope).insert(noShow)
                noShow.record(by: by, at: at)
                noShow.answer = .init(words: "pardon", at: at)
                try noShow.decide(keeps: true, by: by, at: at)
                try NoShows(scope).save(noShow)
            }
        }
    }

    @Test(arguments: Engine.all) func theOwnerSeesItBeforeAssigningAndItFades(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        try await keep(1, in: test)
        try await keep(1, in: test, ago: NoShow.memory)
        let request = try await test.openRequest()
        let found = try await Dispatch(test.house).board(
            for: request, contact: "karim@clairval.test", by: test.guide, in: test.town)
        #expect(found.found?.map(\.noShows) == [1])
        let candidate = try await test.house.read(test.town.town) { [test] scope in
            try HelpRequests(scope).find(request).flatMap {
                try HelperPool(scope).candidate(test.cast.karim.id, for: $0, now: test.clock.now)
            }
        }
        #expect(candidate?.noShows == 1 && candidate?.isAskedLater == false)
    }

    @Test(arguments: Engine.all) func erasureTakesEachSidesPart(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        try await report(scene, "mot secret")
        try await record(scene)
        let (test, token) = (scene.test, try await token(scene))
        try await NoShowHearing(test.house).answer(token, "mot de Karim", in: test.town)
        let file = try await Exporting(test.house).file(of: try await test.viewer(test.cast.karim), in: test.town)
        let chapter = "\(file.chapters.first { $0.name == "noShows" }?.entries ?? [])"
        #expect(chapter.contains("mot de Karim") && !chapter.contains("mot secret"))
        try await Erasing(test.house).erase(try await test.viewer(test.cast.karim), in: test.town)
        #expect(try await opened(scene) == nil)
    }
}
