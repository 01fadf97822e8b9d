import Foundation
import Synchronization

/// A time zone as a table of its clock changes: immutable, so that every thread reads it without a lock.
public struct Zone: Sendable {
    public let identifier: String
    /// Seconds since 1970 at which an offset begins, ascending; the first stands for all time before.
    private let starts: [Int]
    /// Seconds to add to UTC, for each start.
    private let offsets: [Int]

    /// France's mainland, the default everywhere.
    public static let paris = Zone.named("Europe/Paris") ?? Zone(TimeZone(secondsFromGMT: 3600) ?? .current)

    private static let known = Mutex<[String: Zone]>([:])

    /// The zone of a tz database name such as `Indian/Reunion`; nil if there is none. Its table is made once per process.
    public static func named(_ identifier: String) -> Zone? {
        known.withLock { known in
            if let zone = known[identifier] { return zone }
            guard let zone = TimeZone(identifier: identifier).map({ Zone($0) }) else { return nil }
            known[identifier] = zone
            return zone
        }
    }

    /// Clock changes from 1970 to 2100; before and after, the nearest known offset holds.
    private init(_ zone: TimeZone) {
        identifier = zone.identifier
        let end = Date(timeIntervalSince1970: 4_102_444_800)
        var date = Date(timeIntervalSince1970: 0)
        var starts = [0]
        var offsets = [zone.secondsFromGMT(for: date)]
        while let change = zone.nextDaylightSavingTimeTransition(after: date), change > date, change < end {
            starts.append(Int(change.timeIntervalSince1970))
            offsets.append(zone.secondsFromGMT(for: change))
            date = change
        }
        (self.starts, self.offsets) = (starts, offsets)
    }

    /// Seconds to add to UTC at a moment.
    /// - Parameter seconds: since 1 January 1970, UTC.
    public func offset(at seconds: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= seconds { low = middle } else { high = middle }
        }
        return offsets[low]
    }
}
