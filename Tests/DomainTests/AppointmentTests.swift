import Domain
import Foundation
import Testing

@Suite struct AppointmentTests {
    /// Saturday 21 November 2026, 10 h in Paris.
    private let now = Moment(milliseconds: 1_795_251_600_000)
    private let clock = RungClock(LadderSettings(), in: .paris)

    private func match(_ createdAt: Moment, at appointment: Moment? = nil) -> Match {
        var match = Match(
            id: ID(high: 0, low: 1), request: ID(high: 0, low: 2), helper: ID(high: 0, low: 3), origin: .ask, insuranceVersion: 1,
            createdAt: createdAt)
        match.appointmentAt = appointment
        return match
    }

    private func midnight(_ day: String) throws -> Moment { try #require(CivilDay(day)).midnight(in: .paris) }

    @Test func lessThanADayIsNear() throws {
        let day = try midnight("2026-11-23")
        #expect(Appointment.now.isNear(now))
        #expect(!Appointment.on(day, at: nil).isNear(day - .days(1)))
        #expect(Appointment.on(day, at: nil).isNear(day - .days(1) + .milliseconds(1)))
        #expect(Appointment.on(day, at: nil).isNear(day + .days(3)), "overdue is not far")
        #expect(!Appointment.on(day, at: day + .hours(14)).isNear(day - .hours(10)))
        #expect(Appointment.on(day, at: day + .hours(14)).isNear(day - .hours(9)))
    }

    @Test func theReminderBelongsToTheLocalDayBeforeByDay() throws {
        let day = try midnight("2026-11-23")
        let eve = try midnight("2026-11-22")
        func isReminded(_ moment: Moment, matched: Moment, at: Moment? = nil) -> Bool {
            Appointment.on(day, at: at).isReminded(of: match(matched), now: moment, clock, in: .paris)
        }
        #expect(!isReminded(eve + .hours(7), matched: now))
        #expect(isReminded(eve + .hours(8), matched: now))
        #expect(isReminded(eve + .hours(20), matched: now, at: day + .hours(9)))
        #expect(!isReminded(eve + .hours(21), matched: now))
        #expect(!isReminded(eve - .hours(1), matched: now))
        #expect(!isReminded(day + .hours(8), matched: now), "the day itself is too late")
        #expect(!isReminded(eve + .hours(9), matched: eve + .hours(8)), "who said yes that morning has just said it")
        #expect(!Appointment.now.isReminded(of: match(now), now: eve + .hours(9), clock, in: .paris))
    }

    @Test(arguments: ["2026-03-29", "2026-10-25"]) func theNightThatIsAnHourShorterOrLongerChangesNothing(_ text: String) throws {
        let day = try midnight(text)
        let eve = LocalTime(day - .hours(1), in: .paris).midnight
        let appointment = Appointment.on(day, at: nil)
        #expect(appointment.isReminded(of: match(eve - .days(3)), now: eve + .hours(9), clock, in: .paris))
        #expect(!appointment.isReminded(of: match(eve - .days(3)), now: eve - .hours(15), clock, in: .paris))
    }
}
