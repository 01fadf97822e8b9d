/// The base map that a town shows under its own: whose server visitors' browsers ask for pictures, and what its licence wants said (M-1, M-3).
public struct MapTiles: Sendable, Equatable, Codable {
    /// With `{z}`, `{x}` and `{y}` (Web Mercator): `https://tiles.example/{z}/{x}/{y}.png`.
    public var pattern: String
    public var credit: String
    public var creditLink: String?
    public var licence: String?

    public init(pattern: String, credit: String, creditLink: String? = nil, licence: String? = nil) {
        self.pattern = pattern
        self.credit = credit
        self.creditLink = creditLink
        self.licence = licence
    }

    /// The State's own map, without a key and without a limit of calls.
    ///
    /// Source: Géoplateforme, WMTS service, layer PLANIGNV2 (z 0 to 19), Licence Ouverte 2.0.
    public static let recommended = MapTiles(
        pattern: "https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2"
            + "&STYLE=normal&FORMAT=image/png&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}",
        credit: "© IGN", creditLink: "https://cartes.gouv.fr/rechercher-une-donnee/dataset/IGNF_PLAN-IGN", licence: "Licence Ouverte 2.0")

    /// Who sees the visitors' addresses.
    public var host: String? { Self.host(of: pattern) }
    /// What the content security policy lets pictures come from: `https://data.geopf.fr`.
    public var origin: String? { host.map { "https://\($0)" } }

    static let placeholders = ["{z}", "{x}", "{y}"]

    static func isPattern(_ text: String) -> Bool {
        guard host(of: text) != nil, placeholders.allSatisfy({ text.split(separator: $0, omittingEmptySubsequences: false).count == 2 })
        else { return false }
        let rest = placeholders.reduce(text) { $0.replacing($1, with: "") }
        return rest.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !#""'<>\^`{|}"#.utf8.contains($0) }
    }

    /// A plain name after `https://`: no port, no user, no number, no placeholder.
    static func host(of address: String) -> String? {
        let scheme = "https://"
        guard address.hasPrefix(scheme) else { return nil }
        let host = String(address.dropFirst(scheme.count).prefix { !"/?#".contains($0) })
        return Town.isHost(host) && host.split(separator: ".").last?.first?.isLetter == true ? host : nil
    }
}
