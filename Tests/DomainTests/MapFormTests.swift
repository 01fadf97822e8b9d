import Domain
import Testing

@Suite struct MapFormTests {
    private static let town = TownSettingsTests.town
    private static let form = [
        "tilePattern": "https://tuiles.exemple.fr/{z}/{x}/{y}.png", "tileCredit": "© Exemple", "tileCreditLink": "https://exemple.fr/plan",
        "tileLicence": "Licence Ouverte 2.0",
    ]

    @Test func oneClickFillsInThePlanIGN() throws {
        let changed = try SettingsSection.map.changed(Self.town, ["recommended": "yes"])
        #expect(changed.settings.tiles == .recommended)
        #expect(changed.settings.tiles?.origin == "https://data.geopf.fr")
        #expect(try SettingsSection.map.changed(Self.town, SettingsSection.map.values(of: changed)) == changed)
    }

    @Test func emptyFieldsTurnItOff() throws {
        let changed = try SettingsSection.map.changed(Self.town, Self.form)
        #expect(changed.settings.tiles?.host == "tuiles.exemple.fr")
        #expect(try SettingsSection.map.changed(changed, ["tilePattern": " ", "tileCredit": ""]).settings.tiles == nil)
    }

    @Test(arguments: [
        "http://exemple.fr/{z}/{x}/{y}.png", "https://exemple.fr/{z}/{x}.png", "https://exemple.fr/{z}/{x}/{y}/{y}.png",
        "https://{s}.exemple.fr/{z}/{x}/{y}.png", "https://moi:secret@exemple.fr/{z}/{x}/{y}.png",
        "https://exemple.fr:8443/{z}/{x}/{y}.png",
        "https://127.0.0.1/{z}/{x}/{y}.png", "https://localhost/{z}/{x}/{y}.png", "https://*/{z}/{x}/{y}.png",
        "https://exemple.fr;script-src/{z}/{x}/{y}.png", "https://exemple.fr /{z}/{x}/{y}.png", "https://exemple.fr/{z}/{x}/{y}.png?{cle}",
        "https://exemple.fr/{z}/{x}/{y}'.png", "//exemple.fr/{z}/{x}/{y}.png", "javascript:{z}{x}{y}",
    ])
    func anAddressThatWouldOpenMoreThanOnePlainHostIsRefused(_ pattern: String) {
        let refusal = #expect(throws: Refusal.self) {
            try SettingsSection.map.changed(Self.town, Self.form.merging(["tilePattern": pattern]) { $1 })
        }
        #expect(refusal?.fields.map(\.key) == ["refusal.tilePattern"])
    }

    @Test func aBaseMapWithoutCreditIsRefused() {
        let refusal = #expect(throws: Refusal.self) {
            try SettingsSection.map.changed(Self.town, Self.form.merging(["tileCredit": "", "tileCreditLink": "javascript:x"]) { $1 })
        }
        #expect(refusal?.fields.map(\.name) == ["tileCreditLink", "tileCredit"])
    }
}
