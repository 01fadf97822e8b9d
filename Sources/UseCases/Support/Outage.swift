import Database

/// Whether an error says that the database is away, full or overrun: a pause for everybody, nobody's mistake, worth trying again.
public enum Outage {
    public static func explains(_ error: any Error) -> Bool {
        guard let error = error as? DatabaseError else { return false }
        return switch error.kind {
        case .connection, .full, .busy, .serialization: true
        default: false
        }
    }
}
