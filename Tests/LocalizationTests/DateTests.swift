import Localization
import Testing

@Suite struct DateTests {
    @Test func datesInBothLanguages() throws {
        let (fr, en, moment) = (try Speech.french(), try Speech.english(), try paris("2026-11-21 14:30"))
        #expect(fr.date(moment) == "samedi 21 novembre 2026")
        #expect(en.date(moment) == "Saturday 21 November 2026")
        #expect(fr.shortDate(moment) == "21/11/2026")
        #expect(plain(fr.dateTime(moment)) == "samedi 21 novembre 2026 à 14 h 30")
        #expect(plain(en.dateTime(moment)) == "Saturday 21 November 2026 at 2:30 pm")
        #expect(fr.date(try paris("2027-05-01 00:00")) == "samedi 1er mai 2027")
        #expect(fr.shortDate(try paris("2027-05-01 00:00")) == "01/05/2027")
    }

    static let clocks: [(String, String, String)] = [
        ("00:00", "0 h", "12 am"), ("00:05", "0 h 05", "12:05 am"), ("09:00", "9 h", "9 am"), ("12:00", "12 h", "12 pm"),
        ("12:30", "12 h 30", "12:30 pm"), ("18:00", "18 h", "6 pm"), ("23:59", "23 h 59", "11:59 pm"),
    ]

    @Test(arguments: clocks)
    func times(_ clock: String, _ french: String, _ english: String) throws {
        let moment = try paris("2026-11-21 \(clock)")
        #expect(plain(try Speech.french().time(moment)) == french)
        #expect(plain(try Speech.english().time(moment)) == english)
    }

    static let days: [(String, String, String)] = [
        ("2026-11-21 00:00", "aujourd’hui", "today"), ("2026-11-21 23:59", "aujourd’hui", "today"),
        ("2026-11-22 00:00", "demain", "tomorrow"),
        ("2026-11-20 23:59", "hier", "yesterday"), ("2026-11-28 10:00", "samedi 28 novembre", "Saturday 28 November"),
        ("2027-01-01 10:00", "vendredi 1er janvier 2027", "Friday 1 January 2027"),
    ]

    @Test(arguments: days)
    func dayWords(_ clock: String, _ french: String, _ english: String) throws {
        let (moment, now) = (try paris(clock), try paris("2026-11-21 22:30"))
        #expect(try Speech.french().dayWord(moment, now: now) == french)
        #expect(try Speech.english().dayWord(moment, now: now) == english)
    }

    @Test func isoFormsCarryTheOffset() throws {
        let fr = try Speech.french()
        #expect(fr.isoDate(try paris("2026-11-21 00:30")) == "2026-11-21")
        #expect(fr.isoDateTime(try paris("2026-11-21 14:30")) == "2026-11-21T14:30:00+01:00")
        #expect(fr.isoDateTime(try paris("2026-07-14 14:30")) == "2026-07-14T14:30:00+02:00")
        #expect(fr.isoDateTime(-1) == "1970-01-01T00:59:59+01:00")
        let martinique = try #require(Zone.named("America/Martinique"))
        #expect(try Speech.french(martinique).isoDateTime(0) == "1969-12-31T20:00:00-04:00")
    }

    @Test func momentsOutsideTheCalendarAreHeldAtItsEdge() throws {
        let fr = try Speech.french()
        #expect(fr.isoDate(.max) == "9999-12-31" && fr.isoDate(.min) == "0001-01-02")
        #expect(fr.ago(.min, now: .max) == "à l’instant")
    }

    @Test func parsesDatesOfForms() throws {
        let fr = try Speech.french()
        #expect(fr.moment(isoDate: "2026-11-21") == 1_795_215_600_000)
        #expect(fr.moment(isoDate: "2024-02-29") != nil)
    }

    @Test(arguments: [
        "2026-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-1", "21/11/2026", "2026-11-21T00:00", "",
        "0000-01-01",
        "1900-02-29", "+026-11-21", "2026-11-2١", " 2026-11-2",
    ])
    func refusesImpossibleDates(_ text: String) throws {
        #expect(try Speech.french().moment(isoDate: text) == nil)
    }
}
