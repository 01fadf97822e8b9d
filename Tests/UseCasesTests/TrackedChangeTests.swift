import Domain
import Mail
import Persistence
import Secrets
import TestSupport
import Testing

@testable import UseCases

@Suite struct TrackedChangeTests {
    private func form(_ changes: [String: String] = [:]) -> ChangeForm {
        ChangeForm(["when": "now", "email": "jeanne@clairval.test"].merging(changes) { _, new in new })
    }

    @Test(arguments: Engine.all) func newWordsAreUnreadAgain(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let created = try await test.ask(["details": "Du pain"])
        try await test.house.write(test.town.town) { scope in
            var request = created.request
            request.review = .approved
            request.publicText = "Du pain"
            try HelpRequests(scope).save(request, mayBePublic: true)
        }
        let requests = Requests(test.house)
        try await requests.change(form(["details": "Du pain", "constraints": "Le matin"]), through: .link(created.tracking), in: test.town)
        let changed = try #require(try await test.request(created.request.id))
        #expect(changed.review == .unread)
        #expect(changed.publicText == nil)
        #expect(changed.constraints == "Le matin")
        #expect(changed.rungDue == created.request.rungDue)
    }

    @Test(arguments: Engine.all) func aLaterDayGivesTheHelpersMoreTime(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let created = try await test.ask()
        try await Requests(test.house).change(
            form(["when": "date", "date": "2026-12-24"]), through: .link(created.tracking), in: test.town)
        let changed = try #require(try await test.request(created.request.id))
        #expect(changed.urgency == .ordinary)
        #expect(changed.promise == TestClock.start + .hours(24))
    }

    @Test func aDayThatHasComeMayStayButNotBeChosen() async throws {
        let test = try await TestHouse()
        let created = try await test.ask(["when": "date", "date": "2026-11-23"])
        test.clock.move(.days(4))
        let requests = Requests(test.house)
        try await requests.change(
            form(["when": "date", "date": "2026-11-23", "details": "Le chat"]), through: .link(created.tracking), in: test.town)
        #expect(try await test.request(created.request.id)?.details == "Le chat")
        await #expect(throws: Refusal.invalid("date", "refusal.datePast")) {
            try await requests.change(form(["when": "date", "date": "2026-11-24"]), through: .link(created.tracking), in: test.town)
        }
    }

    @Test(arguments: Engine.all) func anotherAddressGetsALinkAndTheOldOneHearsOfIt(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let created = try await test.ask()
        try await Requests(test.house).change(form(["email": "j.durand@clairval.test"]), through: .link(created.tracking), in: test.town)
        await test.work()
        let mails = test.mailer.sent.filter { $0.to.address.hasPrefix("j") && !$0.subject.contains("reçu") }
        #expect(mails.map(\.to.address).sorted() == ["j.durand@clairval.test", "jeanne@clairval.test"])
        let old = try #require(mails.first { $0.to.address == "jeanne@clairval.test" })
        #expect(!old.text.contains("/suivi/"))
        #expect(try await test.tracked(created.tracking.text)?.asker.email?.text == "j.durand@clairval.test")
    }

    /// Otherwise whoever holds a link could take over the account.
    @Test func theAddressOfAnAccountIsNotChangedByALink() async throws {
        let test = try await TestHouse()
        let lucie = test.cast.lucie
        var form = AskingTests.form
        form["email"] = "lucie@clairval.test"
        let created = try await Requests(test.house).ask(form, in: test.town, by: Actor(person: lucie.id), language: "fr", door: .web)
        try await Requests(test.house).change(
            ChangeForm(["when": "now", "email": "voleur@ailleurs.test"]), through: .link(created.tracking), in: test.town)
        #expect(try await test.tracked(created.tracking.text)?.asker.email == lucie.email)
    }

    @Test func aRequestThatIsOverNoLongerChanges() async throws {
        let test = try await TestHouse()
        let created = try await test.ask()
        try await RequestClosing(test.house).cancel(through: .link(created.tracking), reason: nil, in: test.town)
        await #expect(throws: Refusal(.conflict, "refusal.requestOver")) {
            try await Requests(test.house).change(form(), through: .link(created.tracking), in: test.town)
        }
    }

    @Test func theHelperHearsOfAChange() async throws {
        let scene = try await ConversationTests.Scene()
        try await Requests(scene.test.house).change(form(["constraints": "Le matin"]), through: scene.link, in: scene.test.town)
        await scene.test.work()
        #expect(scene.test.mailer.sent.filter { $0.subject == "La demande a changé" }.map(\.to.address) == ["karim@clairval.test"])
    }
}
