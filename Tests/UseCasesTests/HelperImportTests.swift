import Domain
import Mail
import Persistence
import Secrets
import Synchronization
import TestSupport
import Testing
import UseCases

/// Keeps the letters of an import, or fails like a full disk.
private final class LetterBox: Sendable {
    private let letters = Mutex<[String]>([])
    let isFull: Bool

    init(isFull: Bool = false) { self.isFull = isFull }

    var all: [String] { letters.withLock { $0 } }

    func keep(_ html: String) throws {
        guard !isFull else { throw Full() }
        letters.withLock { $0.append(html) }
    }

    struct Full: Error {}
}

@Suite struct HelperImportTests {
    private static let table = """
        prenom;nom;email;telephone;quartier;categories
        Nadia;Benali;nadia@clairval.test;;La Gare;Des courses | conversation
        René;Petit;;06 11 22 33 44;Les Tilleuls;
        Zoé;;pas une adresse;;;
        Karim;Rahmani;karim@clairval.test;;;groceries
        Nadia;Benali;NADIA@clairval.test;;;
        Paul;Roux;paul@clairval.test;;Atlantide;
        """

    private func run(_ test: TestHouse, _ text: String = table, _ box: LetterBox = LetterBox()) async throws -> HelperImport.Report {
        try await HelperImport(test.house).run(Array(text.utf8), into: test.town) { try box.keep($0) }
    }

    private func person(_ test: TestHouse, _ email: String) async throws -> (Person, Helper)? {
        guard let address = EmailAddress(email) else { return nil }
        return try await test.house.read(test.town.town) { scope in
            let people = try People(scope)
            guard let person = try (people.residents(with: address) + people.visitors(with: address)).first,
                let helper = try Helpers(scope).find(person.id)
            else { return nil }
            return (person, helper)
        }
    }

    private func door(_ test: TestHouse, to address: String) async throws -> InvitationDoor {
        await test.work()
        let text = try #require(await test.mailer.sent.last { $0.to.address == address }).text
        let start = try #require(text.split(separator: "/invitation/").dropFirst().first)
        return try #require(InvitationDoor(String(start.prefix(43))))
    }

    @Test(arguments: Engine.all) func eachIsInvitedAndAskedForNothingYet(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let box = LetterBox()
        let report = try await run(test, Self.table, box)
        #expect(report.mailed == 2 && report.letters == 1 && report.unchanged == 0)
        #expect(report.refused.map(\.line) == [4, 6, 7])
        #expect(report.refused.flatMap(\.refusal.fields).map(\.key) == ["refusal.email", "refusal.sheetTwice", "refusal.sheetPlace"])
        let (nadia, helper) = try #require(try await person(test, "nadia@clairval.test"))
        #expect(!nadia.hasAccount && !helper.isActive && helper.tier == .remote)
        #expect(helper.neighbourhood == test.neighbourhood("la-gare")?.id)
        #expect(helper.categories == Set([test.category("groceries"), test.category("conversation")].compactMap { $0?.id }))
        let (karim, known) = try #require(try await person(test, "karim@clairval.test"))
        #expect(karim.id == test.cast.karim.id && !known.isActive, "who has an account keeps it")
        await test.work()
        #expect(Set(await test.mailer.sent.map(\.to.address)) == ["nadia@clairval.test", "karim@clairval.test"])
        #expect(box.all.count == 1 && box.all[0].contains("René Petit") && box.all[0].contains("entraide.test/t/clairval/invitation"))
    }

    @Test(arguments: Engine.all) func twiceIsAsGoodAsOnce(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        _ = try await run(test)
        let again = try await run(test)
        #expect(again.mailed == 0 && again.letters == 0 && again.unchanged == 3)
        await test.work()
        #expect(await test.mailer.sent.count == 2)
    }

    @Test(arguments: Engine.all) func nothingIsHalfDone(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        await #expect(throws: LetterBox.Full.self) { try await run(test, Self.table, LetterBox(isFull: true)) }
        #expect(try await person(test, "nadia@clairval.test") == nil)
        await test.work()
        #expect(await test.mailer.sent.isEmpty)
    }

    @Test(arguments: Engine.all) func aYesByMailSignsInAndWakesTheHelper(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        _ = try await run(test)
        let door = try await door(test, to: "nadia@clairval.test")
        let accepting = Accepting(test.house)
        let browser = Browser(device: "")
        for year in ["", "2015"] {
            await #expect(throws: Refusal.self) {
                _ = try await accepting.joinHelpers(door, ["birthYear": year, "notice": "yes"], from: browser, in: test.town.town)
            }
        }
        let answer = try await accepting.joinHelpers(door, ["birthYear": "1980", "notice": "yes"], from: browser, in: test.town.town)
        guard case .inside(let entry) = answer else { return #expect(Bool(false), "a yes answered \(String(describing: answer))") }
        #expect(try await SignedIn(test.house).viewer(entry.session, in: test.town.town)?.person.firstName == "Nadia")
        #expect(try await person(test, "nadia@clairval.test")?.1.isActive == true)
        #expect(try await accepting.show(door, in: test.town.town) == nil)
    }

    @Test func aYesByLetterSignsNobodyIn() async throws {
        let test = try await TestHouse()
        let box = LetterBox()
        _ = try await run(test, Self.table, box)
        let code = try #require(box.all.first?.firstMatch(of: /[A-Z0-9]{4}-[A-Z0-9]{4}/)).output
        let door = try #require(InvitationDoor(code.lowercased()))
        let fields = ["birthYear": "1950", "notice": "yes"]
        let answer = try await Accepting(test.house).joinHelpers(door, fields, from: Browser(device: ""), in: test.town.town)
        guard case .noted = answer else { return #expect(Bool(false), "a letter answered \(String(describing: answer))") }
        let phone = try #require(PhoneNumber("06 11 22 33 44"))
        let rene = try await test.house.read(test.town.town) { try People($0).withPhone(phone).first }
        let found = try #require(rene)
        #expect(!found.hasAccount)
        #expect(try await test.helper(found)?.isActive == true)
    }

    @Test(arguments: Engine.all) func aNoErasesWhatTheTableSaid(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        _ = try await run(test)
        try await Accepting(test.house).declineHelping(try await door(test, to: "nadia@clairval.test"), in: test.town.town)
        #expect(try await person(test, "nadia@clairval.test") == nil)
        try await Accepting(test.house).declineHelping(try await door(test, to: "karim@clairval.test"), in: test.town.town)
        #expect(try await person(test, "karim@clairval.test")?.0.id == test.cast.karim.id, "an account stays")
    }
}
