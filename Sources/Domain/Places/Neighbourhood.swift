import Geography

/// A quartier: polygon of a town; the finest place the public ever sees.
public struct Neighbourhood: Sendable, Equatable {
    public var id: ID<Neighbourhood>
    public var slug: String
    public var name: String
    public var region: Region?
    /// Public distances and nearness are measured from here.
    public var anchor: Point?
    public var position: Int

    public init(id: ID<Neighbourhood>, slug: String, name: String, region: Region? = nil, anchor: Point? = nil, position: Int = 0) {
        self.id = id
        self.slug = slug
        self.name = name
        self.region = region
        self.anchor = anchor
        self.position = position
    }

    /// Metres from the anchor within which the whole outline lies; 0 without one.
    public var spread: Double {
        guard let box = region?.boundingBox, let anchor else { return 0 }
        let corners = [box.west, box.east].flatMap { x in [box.south, box.north].map { Point(longitude: x, latitude: $0) } }
        return corners.map(anchor.distance(to:)).max() ?? 0
    }
}
