import Foundation

/// A service as it stands at a moment.
public struct ServiceNow: Sendable, Equatable {
    public var service: LocalService
    public var opening: Opening

    public init(_ service: LocalService, at now: Moment, in zone: TimeZone) {
        self.service = service
        opening = service.hours.opening(at: now, in: zone)
    }
}

extension LocalService {
    /// Open ones first, then whoever opens soonest, then those whose hours nobody knows; alike by name in French order.
    public static func ordered(_ services: [LocalService], at now: Moment, in zone: TimeZone) -> [ServiceNow] {
        services.map { (ServiceNow($0, at: now, in: zone), Slug.of($0.name)) }
            .sorted { ($0.0.opening.rank, $0.1, $0.0.service.id) < ($1.0.opening.rank, $1.1, $1.0.service.id) }.map(\.0)
    }
}

extension Opening {
    fileprivate var rank: Int64 {
        switch self {
        case .open: .min
        case .closed(let opens): opens.milliseconds
        case .unknown: .max
        }
    }
}
