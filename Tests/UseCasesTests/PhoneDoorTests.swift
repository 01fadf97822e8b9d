import Database
import Domain
import Mail
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct PhoneDoorTests {
    static let call = [
        "category": "groceries", "when": "now", "neighbourhood": "les-tilleuls", "place": "3 place du Marché", "for": "me",
        "firstName": "Odette", "phone": "04 90 11 22 33", "notice": "yes", "sharePhone": "yes",
    ]

    @Test(arguments: Engine.all) func aCallBecomesARequestWithItsProofs(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let id = try await test.takeCall()
        let request = try #require(try await test.request(id))
        #expect(request.door == .phone && request.takenBy == test.cast.martine.id && request.status == .open)
        let (asker, consents) = try await test.house.read(test.town.town) { scope in
            (try People(scope).find(request.asker), try Consents(scope).inForce(of: request.asker))
        }
        #expect(asker?.email == nil && asker?.phone?.spoken == PhoneNumber("0490112233")?.spoken && asker?.place == "3 place du Marché")
        #expect(Set(consents.map(\.purpose)) == [.notice, .sharePhone])
        #expect(consents.allSatisfy { $0.channel == .phone && $0.collectedBy == test.cast.martine.id && $0.subject == id.bytes })
        await test.work()
        #expect(test.mailer.sent.allSatisfy { $0.to.address != "martine@clairval.test" || !$0.text.contains("Odette") })
    }

    @Test func whoeverHasTheNumberIsOfferedByFirstNameAndInitial() async throws {
        let test = try await TestHouse()
        let refusal = await #expect(throws: Refusal.self) { try await test.takeCall(["phone": "0490000001"]) }
        #expect(refusal?.fields.map(\.name) == ["known"])
        let phone = try #require(PhoneNumber("04 90 00 00 01"))
        let known = try await Desk(test.house).callers(with: phone, by: test.guide, in: test.town)
        #expect(known.map(\.name) == ["Jeanne D."])
        #expect(try await test.journal(.searched) == ["caller"])
        let id = try await test.takeCall(["phone": "0490000001", "known": test.cast.jeanne.id.text])
        #expect(try await test.request(id)?.asker == test.cast.jeanne.id)
        #expect(try await test.person(test.cast.jeanne.id)?.place == "3 place du Marché")
        // An id of somebody with another number is no answer to « who calls? ».
        let other = await #expect(throws: Refusal.self) {
            try await test.takeCall(["phone": "0490000001", "known": test.cast.karim.id.text])
        }
        #expect(other?.fields.map(\.name) == ["known"])
    }

    @Test(arguments: Engine.all) func theSameFormTwiceIsOneRequest(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let (desk, form) = (Desk(test.house), CallForm(Self.call))
        let call = try await desk.begin(number: nil, by: test.guide, in: test.town)
        let first = try await desk.take(form, of: call, seen: 1, by: test.guide, language: "fr", in: test.town)
        #expect(try await desk.take(form, of: call, seen: 1, by: test.guide, language: "fr", in: test.town) == first)
        #expect(try await Referents(test.house).todo(by: test.guide, in: test.town).asking.count == 1)
    }

    @Test func everythingMissingIsSaidAtOnce() async throws {
        let test = try await TestHouse()
        let call = try await Desk(test.house).begin(number: nil, by: test.guide, in: test.town)
        let refusal = await #expect(throws: Refusal.self) {
            let form = CallForm(["phone": "04 90 11 22 33"])
            return try await Desk(test.house).take(form, of: call, seen: 1, by: test.guide, language: "fr", in: test.town)
        }
        #expect(refusal?.fields.map(\.name) == ["category", "notice", "sharePhone"])
    }

    @Test func onlyWhoeverAnswersCallsHoldsThePen() async throws {
        let test = try await TestHouse()
        for actor in [Actor.visitor, Actor(person: test.cast.karim.id), Actor(person: test.cast.moderator.id, roles: [Role(.moderator)])] {
            await #expect(throws: Refusal.notFound) { try await test.takeCall(by: actor) }
            await #expect(throws: Refusal.notFound) { try await Callers(test.house).find("04 90 00 00 01", by: actor, in: test.town) }
        }
        #expect(try await test.journal(.searched).isEmpty)
    }

    @Test func aReferenceOpensOnlyOnesOwnQuartiers() async throws {
        let test = try await TestHouse()
        let reference = try #require(try await test.request(try await test.openRequest())?.reference)
        let referents = Referents(test.house)
        let spoken = try await referents.spoken(reference, by: test.guide, in: test.town)
        #expect(spoken.ownerName == "Martine M." && spoken.mayOpen && !spoken.isRung)
        await #expect(throws: Refusal.self) { try await referents.spoken(reference, by: test.otherGuide, in: test.town) }
        await #expect(throws: Refusal.self) {
            try await referents.spoken(reference, by: Actor(person: test.cast.olga.id, roles: [Role(.administrator)]), in: test.elsewhere)
        }
        #expect(try await test.journal(.searched) == ["reference", "reference"])
    }
}
