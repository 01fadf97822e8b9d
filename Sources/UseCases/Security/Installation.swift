/// How this installation is guarded, as its settings say; no secret stands here. Without any it is one to try.
public struct Installation: Sendable {
    public enum Mail: Sendable {
        case encrypted
        /// To a server on the same machine.
        case local
        case open
        /// Without a server: a demo shows its mail.
        case shown
    }

    public var mail = Mail.shown
    public var limitsWrites = false
    /// Whether the instance's key is given from outside the folder of the towns' keys.
    public var hasOwnSecretKey = false
    public var hasPreviousKey = false
    /// Whether a copy of the database's folder leaves the keys behind.
    public var keysLieApart = false
    /// The host that is asked where an address is; nil where nobody is.
    public var geocoder: String?
    /// `SQLite` or `PostgreSQL`.
    public var engine = ""

    public init() {}
}
