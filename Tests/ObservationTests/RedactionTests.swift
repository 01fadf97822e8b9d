import Observation
import Testing

@Suite struct RedactionTests {
    @Test(arguments: [
        "jeanne@exemple.fr", "jeanne.martin+entraide@mairie.exemple.fr", "<jeanne@exemple.fr>", "mailto:jeanne@exemple.fr",
        "hélène@exemple.fr",
        "jeanne@épicerie.fr", "jeanne%40exemple.fr", "to=jeanne@exemple.fr;", "bounce+jeanne=exemple.fr@liste.fr", "jeanne@localhost",
        "jeanne@[127.0.0.1]", "550 <jeanne@exemple.fr>: no such user", "/suivi?mail=jeanne@exemple.fr&x=1", "a@b, jeanne@exemple.fr",
        "postgres://entraide:jeanne@db/entraide",
    ]) func addressesGo(text: String) {
        let clean = Redaction.clean(text)
        #expect(clean.contains(Redaction.mark) && !clean.contains("jeanne") && !clean.contains("hélène") && !clean.contains("@"))
    }

    @Test(arguments: [
        "0612345678", "06 12 34 56 78", "06.12.34.56.78", "06-12-34-56-78", "06/12/34/56/78", "06\u{A0}12\u{A0}34\u{A0}56\u{A0}78",
        "06\u{202F}12\u{202F}34\u{202F}56\u{202F}78", "06‑12‑34‑56‑78", "0612 345 678", "06 - 12 - 34 - 56 - 78", "+33612345678",
        "+33 6 12 34 56 78",
        "+33 (0)6 12 34 56 78", "+33(0)612345678", "0033612345678", "0033 6 12 34 56 78", "33612345678", "%2B33612345678",
        "tel:+33612345678",
        "tel0612345678", "06+12+34+56+78", "06%2012%2034%2056%2078", "+262 692 12 34 56", "+590690123456", "+687 12 34 56",
        "+689 87 12 34 56",
        "(06) 12 34 56 78", "appelé au 0612345678.", "phone=0612345678&x=1", "0612345678,0712345678", "0612345678 0712345678",
        "[0612345678]",
    ]) func telephonesGo(text: String) {
        let clean = Redaction.clean(text)
        #expect(clean.contains(Redaction.mark))
        #expect(!clean.contains("34") && !clean.contains("345"), "\(clean)")
    }

    @Test(arguments: [
        "Xq3_-T0kenAbCdEfGhIjKlMnOpQrStUvWxYz0123456", "session=Xq3_-T0kenAbCdEfGhIjKlMnOpQrStUvWxYz0123456;",
        "/suivi/Xq3_-T0kenAbCdEfGhIjKlMnOpQrStUvWxYz0123456?a=1", "st-Xq3_-T0kenAbCdEfGhIjKlMnOpQrStUvWxYz0123456",
        "-------------------------------------------",
    ]) func tokensGo(text: String) {
        let clean = Redaction.clean(text)
        #expect(clean.contains(Redaction.mark) && !clean.contains("T0ken") && !clean.contains("-----"))
    }

    @Test(arguments: [
        "", "x", "@", "@MainActor", "a @ b", "50 % 40", "2026-11-21T01:46:10.123Z", "1795225570123", "0.123456789", "-0.0123456789012",
        "127.0.0.1:8080",
        "0190a5d1-0712-7345-8612-012345678901", "01234567-8912-7345-8612-061234567890", "4bf92f3577b34da6a3ce929d0e0e4736",
        "00f067aa0ba902b7",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "abcdef0612345678", "SELECT id FROM help_request WHERE town_id = 1", "/demandes/nouvelle", "0000000000", "01234567890123", "112",
        "3114",
        "Xq3_-T0kenAbCdEfGhIjKlMnOpQrStUvWxYz012345", "un_nom_de_fichier_tout_en_minuscules_qui_est_tres_long.sql", "13063",
        "été à l’école", "+1 202 555 0100",
    ]) func theRestStays(text: String) {
        #expect(Redaction.clean(text) == text)
    }

    @Test func onlyTheFindingIsReplaced() {
        #expect(Redaction.clean("550 <a@b.fr>: no such user") == "550 <[redacted]>: no such user")
        #expect(Redaction.clean("é 06 12 34 56 78, puis a@b.fr.") == "é [redacted], puis [redacted]")
        #expect(Redaction.clean("0612345678@sms.fr") == "[redacted]")
    }

    @Test func timeGrowsWithTheLengthOnly() {
        // Near misses of every pattern, which would cost a backtracking reader the square of the length.
        for unit in ["a", "@", "0", "06 12 34 56 7", "+33 ", "33", "%40", "%2B", "a1", "-", "0 ", "é"] {
            let text = String(repeating: unit, count: 200_000 / unit.utf8.count)
            let start = ContinuousClock.now
            _ = Redaction.clean(text)
            #expect(ContinuousClock.now - start < .seconds(20), "\(unit)")
        }
    }
}
