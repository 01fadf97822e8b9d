import Localization
import Testing

@Suite struct DelayTests {
    /// Seen from Saturday 21 November 2026, 10:00.
    static let deadlines: [(String, String, String)] = [
        ("2026-11-21 11:30", "avant 11 h 30 aujourd’hui", "before 11:30 am today"),
        ("2026-11-21 12:00", "avant midi aujourd’hui", "before noon today"),
        ("2026-11-21 18:00", "avant ce soir 18 h", "before 6 pm tonight"),
        ("2026-11-22 00:00", "avant ce soir minuit", "before midnight tonight"),
        ("2026-11-22 12:00", "avant demain midi", "before noon tomorrow"),
        ("2026-11-22 09:30", "avant demain 9 h 30", "before 9:30 am tomorrow"),
        ("2026-11-23 00:00", "avant demain minuit", "before midnight tomorrow"),
        ("2026-11-23 09:00", "avant lundi 9 h", "before 9 am on Monday"),
        ("2026-11-27 12:00", "avant vendredi midi", "before noon on Friday"),
        ("2026-11-28 09:00", "avant le samedi 28 novembre à 9 h", "before 9 am on Saturday 28 November"),
        ("2027-01-04 12:00", "avant le lundi 4 janvier 2027 à midi", "before noon on Monday 4 January 2027"),
        ("2026-11-21 10:00", "délai dépassé", "overdue"), ("2026-11-20 10:00", "délai dépassé", "overdue"),
    ]

    @Test(arguments: deadlines)
    func deadlinesAreSaidInPlainWords(_ clock: String, _ french: String, _ english: String) throws {
        let (moment, now) = (try paris(clock), try paris("2026-11-21 10:00"))
        #expect(plain(try Speech.french().deadline(moment, now: now)) == french)
        #expect(plain(try Speech.english().deadline(moment, now: now)) == english)
    }

    @Test func aDeadlineJustAfterMidnightIsStillTonight() throws {
        let now = try paris("2026-11-21 23:50")
        #expect(try Speech.french().deadline(try paris("2026-11-22 00:00"), now: now) == "avant ce soir minuit")
    }

    static let agos: [(Int64, String, String)] = [
        (-5, "à l’instant", "just now"), (0, "à l’instant", "just now"), (1, "il y a 1 minute", "1 minute ago"),
        (59, "il y a 59 minutes", "59 minutes ago"), (60, "il y a 1 heure", "1 hour ago"), (1439, "il y a 23 heures", "23 hours ago"),
        (3 * 1440, "il y a 3 jours", "3 days ago"), (40 * 1440, "il y a 1 mois", "1 month ago"),
        (364 * 1440, "il y a 12 mois", "12 months ago"),
        (366 * 1440, "il y a 1 an", "1 year ago"), (800 * 1440, "il y a 2 ans", "2 years ago"),
    ]

    @Test(arguments: agos)
    func agoCountsInTheFittingUnit(_ minutes: Int64, _ french: String, _ english: String) throws {
        let now = try paris("2026-11-21 10:00")
        #expect(plain(try Speech.french().ago(now - minutes * 60_000, now: now)) == french)
        #expect(plain(try Speech.english().ago(now - minutes * 60_000, now: now)) == english)
    }
}
