import Phonetics
import Testing

@Suite struct SpokenNameTests {
    /// What French families and clerks write for what the ear hears as one name.
    @Test(arguments: [
        ["Gauthier", "Gautier", "Gotié", "Gothier"], ["Dupont", "Dupond", "Dupon", "Dupons"], ["Lefebvre", "Lefèvre", "Lefevre"],
        ["Thibault", "Thibaut", "Thibaud", "Tibo"], ["Renault", "Renaud", "Reno"], ["Philippe", "Filippe", "Filip"],
        ["Mohamed", "Mohammed", "MOHAMED"], ["Hélène", "Helene", "HÉLÈNE", "Elène"], ["André", "Andre", "ANDRE", "Andrée"],
        ["Matthieu", "Mathieu", "Mathieux"], ["Schmidt", "Schmitt", "Schmit"], ["Leclerc", "Leclair", "Leclaire"],
        ["Meyer", "Mayer", "Maier", "Meier"], ["Michaël", "Mickaël", "Michael", "Mickael"], ["Agnès", "Agnes"],
        ["Benhaïm", "Benaïm", "Benaim"],
        ["Germain", "Germin"], ["Yann", "Yan", "Ian"], ["Hassan", "Hassane"], ["Raphaël", "Rafael", "Raphael"], ["Guyot", "Guillot"],
        ["Berger", "Bergé", "Bergez"], ["Jacques", "Jacque", "Jak"], ["Lucas", "Louka", "Luca"], ["Noël", "Noel"], ["Zoé", "Zoe"],
        ["Ghislaine", "Guislaine"], ["Laetitia", "Létitia", "Laëtitia"], ["Baptiste", "Batiste"], ["Christine", "Kristine"],
        ["Stéphane", "Stephane"], ["Étienne", "Etienne"], ["Margot", "Margaux"], ["Louis", "Luis"], ["Lœb", "Loeb"], ["Chloé", "Cloé"],
        ["Monnier", "Monier"], ["Cécile", "Sessile"], ["Quentin", "Kentin"], ["Vasseur", "Wasseur"], ["Bourg", "Bour"],
        ["Beauchamp", "Bochan", "Beauchamps"],
    ]) func alikeToTheEar(_ names: [String]) {
        let words = names.map { SpokenName.words(of: $0) }
        for (name, word) in zip(names, words) {
            #expect(word.count == 1)
            #expect(word[0].soundsLike(words[0][0]), "\(name) \(word[0].sounds), \(names[0]) \(words[0][0].sounds)")
        }
    }

    @Test(arguments: [
        ("Martin", "Morin"), ("Bernard", "Bertrand"), ("Durand", "Dupont"), ("Moreau", "Morel"), ("Simon", "Salmon"), ("Garcia", "Garnier"),
        ("Robert", "Roger"), ("Petit", "Patin"), ("Fournier", "Fontaine"), ("Roux", "Leroux"), ("Blanc", "Blanchard"), ("Colin", "Caron"),
    ]) func otherNamesSoundOtherwise(_ one: String, _ other: String) {
        #expect(!SpokenName.words(of: one)[0].soundsLike(SpokenName.words(of: other)[0]))
    }

    @Test(arguments: [
        ("Jean-Pierre", ["jean", "pierre"]), ("de la Haye", ["delahaye", "haye"]), ("Delahaye", ["delahaye"]),
        ("L’Hôpital", ["lhopital", "hopital"]),
        ("d'Ornano", ["dornano", "ornano"]), ("St Martin", ["saint", "martin"]), ("Ste-Marie", ["sainte", "marie"]), ("  ", []),
        ("Le", ["le"]),
        ("12 rue des Lilas", ["12", "rue", "deslilas", "lilas"]), ("Ève\u{301}", ["eve"]), ("王", []),
    ]) func wordsOfNames(_ name: String, _ words: [String]) {
        #expect(SpokenName.words(of: name).map(\.spelling) == words)
    }

    /// Accents that stand alone after their letter are read as those that do not.
    @Test func bothWaysToWriteAnAccentAreOne() {
        #expect(SpokenName.words(of: "He\u{301}le\u{300}ne") == SpokenName.words(of: "Hélène"))
        #expect(SpokenName.words(of: "Mi\u{308}a") == SpokenName.words(of: "Mïa"))
    }

    /// Whatever is typed: no crash, and nothing but letters and digits comes out.
    @Test func anyTextIsRead() {
        var state: UInt64 = 17
        for _ in 0..<5_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let place = UInt32(truncatingIfNeeded: state >> 33)
                text.append(Unicode.Scalar(place % 3 == 0 ? 0x61 + place % 26 : place % 0x500) ?? " ")
            }
            for word in SpokenName.words(of: String(text)) {
                #expect(word.spelling.utf8.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) })
                #expect(word.sounds.allSatisfy { $0.utf8.count > 1 && $0.utf8.count <= word.spelling.utf8.count * 3 })
            }
        }
    }
}
