import Foundation

/// What came of a call: a button, and an hour for « rappeler à ».
public struct DispatchOutcomeForm: Sendable {
    public static let names = ["result", "again"]
    public var fields: [String: String]

    public init(_ fields: [String: String]) { self.fields = fields }

    /// - Throws: fields. An hour that has passed today is tomorrow's; nobody is rung outside the hours of the town.
    public func read(now: Moment, clock: RungClock, in zone: TimeZone) throws(Refusal) -> DispatchOutcome {
        switch fields["result"].flatMap(DispatchCall.Result.init) {
        case .yes: return .yes
        case .no: return .no
        case .message: return .message
        case .unreached: return .unreached
        case .later: return .later(try again(now, clock, zone))
        case .lapsed, nil: throw Refusal.invalid("result", "refusal.callResult")
        }
    }

    private func again(_ now: Moment, _ clock: RungClock, _ zone: TimeZone) throws(Refusal) -> Moment {
        guard let minute = minute else { throw Refusal.invalid("again", "refusal.hour") }
        let today = LocalTime(now, in: zone)
        let moments = [0, 1].map { today.at(hour: minute / 60, daysLater: $0, in: zone) + .minutes(minute % 60) }
        let again = moments[0] > now ? moments[0] : moments[1]
        guard !clock.isNight(again) else { throw Refusal.invalid("again", "refusal.dispatch.nightHour") }
        return again
    }

    /// Since midnight: `14:30`, `14h30`, `14 h`.
    private var minute: Int? {
        let parts = (fields["again"] ?? "").split(whereSeparator: { !$0.isNumber }).map { Int($0) ?? -1 }
        guard (1...2).contains(parts.count), (0...23).contains(parts[0]), (0...59).contains(parts.count > 1 ? parts[1] : 0) else {
            return nil
        }
        return parts[0] * 60 + (parts.count > 1 ? parts[1] : 0)
    }
}
