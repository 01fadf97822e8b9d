import Domain
import Foundation
import Persistence

/// A town's figures over the last twelve weeks.
public struct Figures: Sendable {
    private static let weekCount = 12
    let house: House

    public init(_ house: House) { self.house = house }

    public func ofTown(_ town: Town) async throws -> TownFigures {
        let now = house.world.now()
        let local = LocalTime(now, in: town.timeZone)
        let monday = local.at(hour: 0, daysLater: 1 - local.weekday, in: town.timeZone)
        let from = LocalTime(monday, in: town.timeZone).at(hour: 0, daysLater: -7 * (Self.weekCount - 1), in: town.timeZone)
        let weeks = (0..<Self.weekCount).map { LocalTime(from, in: town.timeZone).at(hour: 0, daysLater: 7 * $0, in: town.timeZone) }
        return try await house.read(town) { scope in
            let listing = FigureListing(scope, from: from, to: now + .days(1))
            var figures = try FigureSum(listing: listing, zone: town.timeZone, from: from, to: now, weeks: weeks).total()
            figures.moderation = try Self.moderation(ModerationListing(scope), in: town.timeZone, now: now)
            return figures
        }
    }

    /// The last five years at most.
    private static func moderation(_ listing: ModerationListing, in zone: TimeZone, now: Moment) throws -> [ModerationYear] {
        guard let first = try listing.first() else { return [] }
        let (oldest, newest) = (CivilDay(first, in: zone).year, CivilDay(now, in: zone).year)
        return try (max(oldest, newest - 4)...max(oldest, newest)).reversed().compactMap { year in
            guard let start = CivilDay("\(year)-01-01"), let end = CivilDay("\(year + 1)-01-01") else { return nil }
            return try listing.year(year, from: start.midnight(in: zone), to: end.midnight(in: zone))
        }
    }
}

/// Puts the counts of days together into weeks and totals.
private struct FigureSum {
    let listing: FigureListing
    let zone: TimeZone
    let from: Moment
    let to: Moment
    let weeks: [Moment]

    func total() throws -> TownFigures {
        var figures = TownFigures(from: from, to: to)
        figures.categories = try listing.categories()
        figures.requests = figures.categories.reduce(0) { $0 + $1.requests }
        figures.served = figures.categories.reduce(0) { $0 + $1.served }
        figures.medianTimeToYes = try listing.medianTimeToYes(of: figures.requests).map { .milliseconds($0) }
        figures.helpers = try listing.activeHelpers()
        figures.offers = try listing.activeOffers()
        figures.weeks = try byWeek()
        figures.newHelpers = figures.weeks.reduce(0) { $0 + $1.newHelpers }
        figures.views = figures.weeks.reduce(0) { $0 + $1.views }
        return figures
    }

    private func byWeek() throws -> [TownFigures.WeekRow] {
        var rows = weeks.map { TownFigures.WeekRow(start: $0) }
        // One offset for the whole time: a day may move by an hour at a change of clocks, never by a week's edge that anybody would notice.
        let offset = Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(to.milliseconds) / 1_000))) * 1_000
        for row in try listing.days(offset: offset) {
            guard let week = week(ofDay: row.day, offset) else { continue }
            rows[week].requests += row.requests
            rows[week].served += row.served
        }
        for row in try listing.newHelpers(offset: offset) {
            if let week = week(ofDay: row.day, offset) { rows[week].newHelpers += row.count }
        }
        for row in try listing.views(fromDay: isoDay(from)) {
            guard let day = CivilDay(row.day), let week = week(of: day.midnight(in: zone)) else { continue }
            rows[week].views += row.views
        }
        return rows
    }

    private func week(ofDay day: Int, _ offset: Int64) -> Int? {
        week(of: Moment(milliseconds: Int64(day) * 86_400_000 - offset + 43_200_000))
    }

    private func week(of moment: Moment) -> Int? { weeks.lastIndex { $0 <= moment } }

    private func isoDay(_ moment: Moment) -> String {
        let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1_000)
        var style = Date.ISO8601FormatStyle(timeZone: zone)
        style = style.year().month().day()
        return date.formatted(style)
    }
}
