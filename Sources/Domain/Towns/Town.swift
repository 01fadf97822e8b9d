import Foundation

/// The tenant: a commune, or a métropole over communes. Its number is small because it begins every key and is the lock of its writes.
public struct Town: Sendable, Equatable {
    public var id: Int
    /// The `{slug}` of `/t/{slug}`.
    public var slug: String
    public var name: String
    /// Five characters, a string: `01004`, `2A004`.
    public var insee: String?
    public var parent: Int?
    /// The host name of the town's own site, if it has one.
    public var host: String?
    public var settings: TownSettings
    public var createdAt: Moment

    public init(
        id: Int, slug: String, name: String, insee: String? = nil, parent: Int? = nil, host: String? = nil,
        settings: TownSettings = TownSettings(), createdAt: Moment
    ) {
        self.id = id
        self.slug = slug
        self.name = name
        self.insee = insee
        self.parent = parent
        self.host = host
        self.settings = settings
        self.createdAt = createdAt
    }

    public var timeZone: TimeZone { TimeZone(identifier: settings.timeZone) ?? .paris }

    /// Small letters, digits and dashes, 2 to 40, no dash at either end.
    public static func isSlug(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return (2...40).contains(bytes.count) && bytes.first != UInt8(ascii: "-") && bytes.last != UInt8(ascii: "-")
            && bytes.allSatisfy { $0 == UInt8(ascii: "-") || $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }
}
