import Domain
import Testing

@Suite struct RiskyTextTests {
    @Test(arguments: [
        "4111 1111 1111 1111", "4111-1111-1111-1111", "Ma carte : 4111111111111111 12/28 123", "5500 0000 0000 0004 12 28 123",
        "3782 822463 10005", "４１１１ １１１１ １１１１ １１１１", "4111\u{A0}1111\u{A0}1111\u{A0}1111",
    ]) func aCardIsSeen(_ text: String) { #expect(RiskyText.kinds(in: text).contains(.card)) }

    @Test(arguments: [
        "06 12 34 56 78 ou 07 98 76 54 32", "0612345678 0798765432", "4111 1111 1111 1112", "Le colis 1234567890123456 est là",
        "SIRET 732 829 320 00074", "Rendez-vous le 24/12/2026 à 10 h 30, 3 kg de pommes et 12 œufs",
    ]) func noCardIsSeen(_ text: String) { #expect(!RiskyText.kinds(in: text).contains(.card)) }

    @Test(arguments: [
        ("Appelez-moi au 06 12 34 56 78", RiskyText.Kind.phone), ("0612345678", .phone), ("+33 6 12 34 56 78", .phone),
        ("06.12.34.56.78", .phone), ("Appelez le 06 12 34 56 78 12 h", .phone), ("+33 (0)6 12 34 56 78", .phone), ("0033612345678", .phone),
        ("le soir:0612345678.", .phone), ("Voyez https://exemple.test/x", .link), ("www.exemple.fr", .link),
        ("allez sur banque-secure.com", .link),
        ("BIT.LY/abc", .link), ("FR76 3000 6000 0112 3456 7890 189", .account), ("fr7630006000011234567890189 merci", .account),
        ("jeanne@exemple.fr", .email),
    ]) func whatSwindlersAskForIsSeen(_ text: String, _ kind: RiskyText.Kind) { #expect(RiskyText.kinds(in: text) == [kind]) }

    @Test(arguments: [
        "Bonjour Jeanne, je vais au marché demain vers 10 heures.", "Je viens demain.merci beaucoup", "2 kg de pommes, 6 œufs, 1 l de lait",
        "FR76 3000 6000 0112 3456 7890 188", "Bâtiment B12, code 4567A, 3e étage", "Dossier 06123456789", "Merci !",
    ]) func everydayWordsPass(_ text: String) { #expect(RiskyText.kinds(in: text).isEmpty) }

    @Test func sureOpensEverythingButCards() throws {
        let link = #expect(throws: TextConcern.self) { try MessageForm(["message": "https://exemple.test"]).read() }
        #expect(link == TextConcern(field: "message", findings: [.init(kind: .link, quote: "https://exemple.test")]))
        #expect(try MessageForm(["message": "https://exemple.test", "sure": "yes"]).read().heldFor == "link")
        #expect(try MessageForm(["message": "Bonjour", "sure": "yes"]).read().heldFor == nil)
        #expect(throws: Refusal.invalid("message", "refusal.cardNumber")) {
            try MessageForm(["message": "4111 1111 1111 1111", "sure": "yes"]).read()
        }
        #expect(throws: Refusal.invalid("message", "refusal.message")) { try MessageForm(["message": " \n "]).read() }
        #expect(throws: Refusal.invalid("message", "refusal.tooLong", ["limit": "2000"])) {
            try MessageForm(["message": String(repeating: "é", count: 2_001)]).read()
        }
    }

    @Test func nothingIsSeenUntilBothAgree() {
        #expect(ContactSharing(mine: [], theirs: [.phone, .email], otherIsRung: false).seen == [])
        #expect(ContactSharing(mine: [.email], theirs: [.phone], otherIsRung: false).seen == [.phone])
        #expect(ContactSharing(mine: [.phone], theirs: [], otherIsRung: false).seen == [])
        #expect(ContactSharing(mine: [], theirs: [.phone], otherIsRung: true).seen == [.phone])
    }
}
