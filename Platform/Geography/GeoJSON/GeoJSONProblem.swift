/// Why a GeoJSON text was refused, and where. The words shown to people hang on `kind`.
public struct GeoJSONProblem: Error, Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Over ``FeatureCollection/maximumBytes`` or ``FeatureCollection/maximumVertices``.
        case tooLarge, tooManyVertices
        /// A ring so tangled that checking it would take too long.
        case tooIntricate
        case notJSON
        /// Neither a FeatureCollection nor a Feature, or a member of it is no Feature.
        case notFeatureCollection
        /// First and last positions differ (RFC 7946 §3.1.6).
        case unclosedRing
        /// Fewer than four positions, or than three different ones.
        case tooFewPoints
        /// A ring touches or crosses itself, or two rings of a feature cross.
        case selfCrossing
        /// A hole that is not inside its outer ring.
        case holeOutside
        /// A position out of range (a projection such as Lambert 93), or latitude and longitude swapped.
        case notLonLat
        /// Not a Polygon or MultiPolygon, or coordinates not nested as its type asks.
        case unsupportedGeometry
        case missingName
        /// Same name as an earlier feature, capitals aside.
        case duplicateName
        /// `couleur` is not `#rgb` or `#rrggbb`.
        case badColour
    }

    public let kind: Kind
    /// Which feature, counted from 1; nil when the whole text is refused.
    public let position: Int?
    public let name: String?
    /// About where on the map, when a place is at fault.
    public let point: Point?

    public init(_ kind: Kind, position: Int? = nil, name: String? = nil, point: Point? = nil) {
        (self.kind, self.position, self.name, self.point) = (kind, position, name, point)
    }
}
