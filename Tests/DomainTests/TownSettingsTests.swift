import Domain
import Testing

@Suite struct TownSettingsTests {
    static let town = Town(id: 1, slug: "clairval", name: "Clairval", createdAt: Moment(milliseconds: 0))

    @Test(arguments: SettingsSection.allCases) func whatAFormShowsChangesNothingWhenSentBack(_ section: SettingsSection) throws {
        #expect(try section.changed(Self.town, section.values(of: Self.town)) == Self.town)
    }

    @Test func aColourThatCannotBeReadIsRefusedWithItsContrast() throws {
        // #767676 on white is 4.54, #777777 is 4.48 (WCAG's own example).
        #expect(try SettingsSection.brand.changed(Self.town, ["brand": "#767676", "accent": "#000000"]).settings.brand.brand == "#767676")
        let refusal = #expect(throws: Refusal.self) {
            try SettingsSection.brand.changed(Self.town, ["brand": "#777777", "accent": "red"])
        }
        #expect(refusal?.fields.first == .init("brand", "refusal.contrast", ["whole": "4", "tenths": "4"]))
        #expect(refusal?.fields.last?.key == "refusal.colour")
    }

    @Test func withoutAnAuditASiteIsNotCompliant() throws {
        let refusal = #expect(throws: Refusal.self) { try SettingsSection.accessibility.changed(Self.town, ["conformity": "partial"]) }
        #expect(refusal?.fields.map(\.name) == ["auditedOn", "auditor", "rate"])
        var statement = AccessibilityStatement()
        statement.conformity = .full
        #expect(statement.shown == .none)
    }

    @Test func anAuditLastsThreeYears() throws {
        var statement = AccessibilityStatement()
        statement.auditedOn = "2023-11-21"
        #expect(statement.isExpired(on: try #require(CivilDay("2026-11-20"))) == false)
        #expect(statement.isExpired(on: try #require(CivilDay("2026-11-21"))))
    }

    @Test func newWordsOfTheCharterAreANewVersionUnlessCorrected() throws {
        let changed = try SettingsSection.charter.changed(Self.town, ["charter-fr": "Aider, c’est gratuit."])
        #expect(changed.settings.charterVersion == 2)
        #expect(changed.settings.insuranceVersion == 1)
        let corrected = try SettingsSection.charter.changed(changed, ["charter-fr": "Aider est gratuit.", "correction": "yes"])
        #expect(corrected.settings.charterVersion == 2)
    }

    @Test func aWaveFitsIntoTheHelpersTime() throws {
        var fields = SettingsSection.ladder.values(of: Self.town)
        fields["helpersUrgent"] = "45"
        fields["waveUrgent"] = "46"
        fields["waveSizeSoon"] = "0"
        let refusal = #expect(throws: Refusal.self) { try SettingsSection.ladder.changed(Self.town, fields) }
        #expect(refusal?.fields.map(\.name) == ["waveSizeSoon", "waveUrgent"])
        (fields["waveUrgent"], fields["waveSizeSoon"]) = ("20", "40")
        let ladder = try SettingsSection.ladder.changed(Self.town, fields).settings.ladder
        #expect(ladder.helperMinutes == [720, 240, 45] && ladder.waveSizes == [12, 40, 24], "what is urgent is told in minutes")
    }

    @Test func aNewCategoryGetsAKeyOfItsOwn() throws {
        let id = ID<Domain.Category>(high: 1, low: 1)
        let fields = ["label-fr": "Nouvelle", "icon": "sun", "mode": "either", "tier": "1"]
        let first = try CategoryForm(fields).added(to: [], id: id)
        #expect(first.key == "nouvelle-2")
        #expect(try CategoryForm(fields).added(to: [first], id: id).key == "nouvelle-3")
        #expect(throws: Refusal.self) { try CategoryForm(fields.merging(["icon": "skull"]) { $1 }).added(to: [], id: id) }
    }
}
