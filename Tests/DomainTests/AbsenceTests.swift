import Domain
import Foundation
import Geography
import Testing

@Suite struct AbsenceTests {
    private let anna = ID<Person>(high: 1, low: 1)
    private let ben = ID<Person>(high: 1, low: 2)
    private let chloe = ID<Person>(high: 1, low: 3)
    private let now = CivilDay("2026-11-21")?.midnight(in: .paris) ?? Moment(milliseconds: 0)

    private func absence(_ person: ID<Person>, _ colleague: ID<Person>?, _ from: Int, _ until: Int) -> Absence {
        Absence(
            id: ID(high: 2, low: UInt64(from * 100 + until)), person: person, colleague: colleague, from: now + .days(from),
            until: now + .days(until), saidAt: now)
    }

    private func refusal(_ absence: Absence, beside others: Absence...) -> String? {
        do { try absence.check(beside: others) } catch { return error.fields.map(\.key).joined() }
        return nil
    }

    @Test func nobodyIsAwayTwiceOrStandsInWhileAway() {
        let away = absence(anna, ben, 2, 5)
        #expect(refusal(absence(anna, chloe, 4, 6), beside: away) == "refusal.absenceOverlap")
        #expect(refusal(absence(ben, chloe, 4, 6), beside: away) == "refusal.absenceStandsIn")
        #expect(refusal(absence(ben, anna, 1, 3), beside: away) == "refusal.absenceStandsIn", "a circle")
        #expect(refusal(absence(chloe, anna, 1, 3), beside: away) == "refusal.absenceColleague")
        #expect(refusal(absence(chloe, ben, 2, 5), beside: away) == nil, "one may stand in for two")
        #expect(refusal(absence(chloe, nil, 2, 5), beside: away) == nil)
    }

    @Test func daysThatTouchDoNotOverlapAndWhatIsOverIsOver() {
        let away = absence(anna, ben, 2, 5)
        #expect(refusal(absence(anna, ben, 5, 6), beside: away) == nil)
        #expect(refusal(absence(ben, anna, 0, 2), beside: away) == nil)
        var over = away
        over.endedAt = now
        #expect(refusal(absence(ben, anna, 2, 5), beside: over) == nil)
    }

    @Test func itHoldsFromItsFirstMomentUntilItsLast() {
        var away = absence(anna, ben, 2, 5)
        let instant = Duration.milliseconds(1)
        #expect(!away.isOn(at: away.from - instant) && away.isOn(at: away.from))
        #expect(away.isOn(at: away.until - instant) && !away.isOn(at: away.until))
        away.endedAt = away.from
        #expect(!away.isOn(at: away.from))
    }

    private func read(_ fields: [String: String]) -> (wanted: AbsenceForm.Wanted?, wrong: [String]) {
        do { return (try AbsenceForm(fields).read([ben], now: now + .hours(10), in: .paris), []) } catch {
            return (nil, error.fields.map { "\($0.name) \($0.key)" })
        }
    }

    @Test func theFormSaysWhatIsWrongAtOnce() {
        #expect(read([:]).wrong == ["colleague refusal.absenceWho", "from refusal.date", "until refusal.date"])
        let stranger = ["colleague": chloe.text, "from": "2026-11-20", "until": "2026-11-19"]
        #expect(read(stranger).wrong == ["colleague refusal.absenceWho", "from refusal.datePast", "until refusal.absenceOrder"])
        #expect(read(["colleague": "nobody", "from": "2026-11-22", "until": "2027-03-01"]).wrong == ["until refusal.absenceLong"])
        #expect(read(["colleague": "nobody", "from": "2028-11-22", "until": "2028-11-23"]).wrong == ["from refusal.dateFar"])
    }

    @Test func theLastDayIsWholeEvenWhenClocksChange() {
        let wanted = read(["colleague": ben.text, "from": "2027-03-28", "until": "2027-03-28"]).wanted
        #expect(wanted?.colleague == ben)
        #expect(wanted.map { $0.until - $0.from } == .hours(23))
        #expect(read(["colleague": "nobody", "from": "21/11/2026", "until": "21/11/2026"]).wanted?.colleague == nil)
    }

    @Test func twoReferentsAreSuggestedForEachQuartier() {
        let places = (1...3).map {
            Neighbourhood(
                id: ID(high: 3, low: UInt64($0)), slug: "q\($0)", name: "Q\($0)", anchor: .init(longitude: 5, latitude: 43), position: $0)
        }
        let roles = [
            Role(.referent, neighbourhood: places[0].id), Role(.referent, neighbourhood: places[0].id),
            Role(.referent, neighbourhood: places[1].id), Role(.moderator, neighbourhood: places[1].id), Role(.referent),
        ]
        #expect(ReferentsWanted.among(places, held: roles).map(\.count) == [1, 0])
        #expect(ReferentsWanted.among(places, held: roles).map(\.neighbourhood.slug) == ["q2", "q3"])
    }
}
