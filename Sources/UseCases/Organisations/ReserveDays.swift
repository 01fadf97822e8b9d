import Domain
import Persistence

/// On how many working days of a calendar year the reserve was called out (CSI L724-4).
struct ReserveDays {
    let town: Town
    let scope: TownTransaction

    /// Of this year, today included.
    func soFar(_ now: Moment) throws -> ReserveYear {
        let today = CivilDay(now, in: town.timeZone)
        return ReserveYear(today.year, of: try activations(of: today.year), until: today, in: town.timeZone)
    }

    /// The first year in which one more decision would take more days than one volunteer may serve.
    func exceeded(by new: ReserveActivation) throws -> ReserveYear? {
        for year in new.years(in: town.timeZone) {
            let whole = ReserveYear(year, of: try activations(of: year) + [new], in: town.timeZone)
            if whole.isBeyond { return whole }
        }
        return nil
    }

    private func activations(of year: Int) throws -> [ReserveActivation] {
        let days = ["\(year)-01-01", "\(year + 1)-01-01"].compactMap { CivilDay($0)?.midnight(in: town.timeZone) }
        guard days.count == 2 else { return [] }
        return try ReserveActivations(scope).between(days[0], days[1])
    }
}
