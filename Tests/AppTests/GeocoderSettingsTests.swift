@testable import App
import TestSupport
import Testing

@Suite struct GeocoderSettingsTests {
    @Test func nobodyIsAskedUnlessTheSettingsSaySo() throws {
        for environment in [[:], ["ENTRAIDE_GEOCODER": "off"], ["ENTRAIDE_GEOCODER_URL": "https://geocoder.example.org"]] {
            #expect(Composition.geocoder(try Settings.read(environment), Composition.clock) == nil)
        }
        #expect(Composition.geocoder(try Settings.read(["ENTRAIDE_GEOCODER": "geoplateforme"]), Composition.clock) != nil)
    }

    @Test(arguments: [
        ["ENTRAIDE_GEOCODER": "on"], ["ENTRAIDE_GEOCODER_URL": "http://geocoder.example.org"], ["ENTRAIDE_GEOCODER_URL": "https://a/?b"],
    ])
    func aSlipOfThePenIsNamed(_ environment: [String: String]) {
        #expect { try Settings.read(environment) } throws: { "\($0)".hasPrefix(environment.keys.first ?? "?") }
    }

    @Test func configShowsIt() throws {
        let settings = ["ENTRAIDE_GEOCODER": "geoplateforme", "ENTRAIDE_GEOCODER_URL": "http://127.0.0.1:2000/"]
        let outcome = try Binary().run("config", with: settings)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("geoplateforme") && outcome.output.contains("http://127.0.0.1:2000") && outcome.errors.isEmpty)
    }
}
