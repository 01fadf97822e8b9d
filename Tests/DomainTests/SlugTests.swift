import Domain
import Testing

@Suite struct SlugTests {
    @Test(arguments: [
        ("Les Cœurs-Unis, l’Île", "les-coeurs-unis-l-ile"), ("  Saint--Étienne (Sud) ", "saint-etienne-sud"), ("Ævar ß", "aevar-ss"),
        ("Quartier n° 3", "quartier-n-3"), ("東京", ""), ("E\u{301}te\u{301}", "ete"),
    ])
    func aNameBecomesAnAddress(_ name: String, _ slug: String) { #expect(Slug.of(name) == slug) }

    @Test func factsOfATownHaveTheirForm() {
        #expect(["13063", "2A004", "97411"].allSatisfy(Town.isINSEE))
        #expect(!["1306", "2C004", "13O63", "13063 "].contains(where: Town.isINSEE))
        #expect(["entraide.ville.fr", "a-b.fr"].allSatisfy(Town.isHost))
        #expect(!["ville", "Ville.fr", "ville.fr:80", "-a.fr", "a..fr", "a.fr/x", "é.fr"].contains(where: Town.isHost))
        #expect(["04 65 71 12 34", "08000\u{A0}13140", "3977", "+33 4 65"].allSatisfy(Town.isPrintedPhone))
        #expect(!["", "12", "appelez", "04 65 <b>", "12345678901234567"].contains(where: Town.isPrintedPhone))
    }
}
