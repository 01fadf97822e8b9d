import Domain
import Geography

/// What is needed to open a town.
public struct TownOpening: Sendable {
    public var slug: String
    public var name: String
    public var insee: String?
    public var host: String?
    public var parent: String?
    /// GeoJSON of the commune's outline.
    public var outline: [UInt8]?
    public var phone: String?
    public var administrator: String

    public init(
        slug: String, name: String, insee: String? = nil, host: String? = nil, parent: String? = nil, outline: [UInt8]? = nil,
        phone: String? = nil, administrator: String
    ) {
        self.slug = slug
        self.name = name
        self.insee = insee
        self.host = host
        self.parent = parent
        self.outline = outline
        self.phone = phone
        self.administrator = administrator
    }

    /// The opening with every fact in its form, or all that is wrong with it.
    struct Checked: Sendable {
        var slug: String
        var name: String
        var insee: String?
        var host: String?
        var phone: String?
        var outline: Region?
        var administrator: EmailAddress
    }

    func checked() throws(Refusal) -> Checked {
        var reader = FormReader()
        if !Town.isSlug(slug) { reader.refuse("slug", "refusal.slug") }
        let name = PlainText.line(name)
        if !(1...80).contains(name.count) { reader.refuse("name", "refusal.townName") }
        if let insee, !Town.isINSEE(insee) { reader.refuse("insee", "refusal.insee") }
        let host = host?.lowercased()
        if let host, !Town.isHost(host) { reader.refuse("host", "refusal.host") }
        if let phone, !Town.isPrintedPhone(phone) { reader.refuse("phone", "refusal.townPhone") }
        let email = EmailAddress(administrator)
        if email == nil { reader.refuse("admin", "refusal.email") }
        var region: Region?
        do {
            region = try outline.map(Self.region)
        } catch {
            reader.refuse("outline", error.fields.first?.key ?? error.key, error.fields.first?.arguments ?? [:])
        }
        try reader.finish()
        guard let email else { throw .invalid("admin", "refusal.email") }
        return Checked(slug: slug, name: name, insee: insee, host: host, phone: phone, outline: region, administrator: email)
    }

    /// A FeatureCollection (a commune, or the communes of a métropole), a Feature, or a bare geometry.
    private static func region(_ geoJSON: [UInt8]) throws(Refusal) -> Region {
        do {
            let file = try FeatureCollection(geoJSON: geoJSON)
            guard let region = Region(file.features.flatMap(\.region.polygons)) else { throw Refusal(.invalid, "refusal.quartier.none") }
            return region
        } catch let problem as GeoJSONProblem where problem.kind == .notFeatureCollection && problem.position == nil {
            do { return try Region(geoJSON: geoJSON) } catch { throw Refusal(error) }
        } catch let problem as GeoJSONProblem {
            throw Refusal(problem)
        } catch {
            throw Refusal(.invalid, "refusal.quartier.none")
        }
    }
}
