import Domain

extension LadderSettings {
    /// The clocks that tests count by, whatever a new town is given.
    public static let tests: LadderSettings = {
        var settings = LadderSettings()
        settings.helperMinutes = [24 * 60, 8 * 60, 2 * 60]
        settings.nearMinutes = [12 * 60, 4 * 60, 60]
        settings.waveMinutes = [8 * 60, 2 * 60, 30]
        settings.waveSizes = [12, 12, 12]
        settings.target = [60, 75, 90]
        return settings
    }()

    /// Shorter, larger, more.
    public static let testsInCrisis: LadderSettings = {
        var settings = LadderSettings.crisis
        settings.helperMinutes = [8 * 60, 3 * 60, 60]
        settings.nearMinutes = [4 * 60, 2 * 60, 60]
        settings.waveMinutes = [2 * 60, 45, 15]
        settings.referentMinutes = [8 * 60, 3 * 60, 60]
        settings.organisationMinutes = [8 * 60, 3 * 60, 60]
        settings.waveSizes = [20, 20, 20]
        settings.target = [80, 90, 95]
        settings.extraAsks = 2
        return settings
    }()
}
