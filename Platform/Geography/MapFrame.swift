/// Where places fall on a drawing: a box of the Earth on a sheet, north up, proportions true in the middle.
public struct MapFrame: Sendable, Hashable {
    public let box: BoundingBox
    /// Drawing units, margins included.
    public let width: Double, height: Double
    private let margin: Double
    private let unitsPerDegree: SIMD2<Double>

    /// The height follows from the box. A box of no extent gets a square.
    public init(_ box: BoundingBox, width: Double, margin: Double = 0) {
        let flattening = max(cosine(degrees: box.centre.latitude), 1e-9)
        let degrees = SIMD2((box.east - box.west) * flattening, box.north - box.south)
        let inner = max(1, width - 2 * margin)
        let scale = degrees.x > 0 ? inner / degrees.x : degrees.y > 0 ? inner / degrees.y : 1
        (self.box, self.margin, self.width) = (box, margin, inner + 2 * margin)
        height = (degrees.y > 0 ? degrees.y * scale : inner) + 2 * margin
        unitsPerDegree = SIMD2(scale * flattening, scale)
    }

    /// From the upper left corner, drawing units.
    public func position(of point: Point) -> (x: Double, y: Double) {
        (
            margin + (point.longitude - box.west) * unitsPerDegree.x,
            margin + (box.north - point.latitude) * unitsPerDegree.y
        )
    }

    /// What the whole sheet shows of the Earth, margins included.
    public var corners: BoundingBox {
        let edge = SIMD2(margin, margin) / unitsPerDegree
        return BoundingBox(west: box.west - edge.x, south: box.south - edge.y, east: box.east + edge.x, north: box.north + edge.y)
    }

    /// For the `viewBox` attribute of an SVG.
    public var viewBox: String { "0 0 \(tenths(width)) \(tenths(height))" }
}

/// At most one decimal, never an exponent: what SVG wants, at the size of a hair.
func tenths(_ value: Double) -> String {
    let rounded = Int((min(max(value, -1e9), 1e9) * 10).rounded())
    let (whole, rest) = (abs(rounded) / 10, abs(rounded) % 10)
    return (rounded < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
}

extension Region {
    /// The `d` attribute of an SVG path, one subpath per ring; draw it with `fill-rule="evenodd"`.
    public func svgPath(in frame: MapFrame) -> String {
        rings.map { ring in
            var last = ""
            var path = ""
            for point in ring.points {
                let (x, y) = frame.position(of: point)
                let place = "\(tenths(x)) \(tenths(y))"
                guard place != last else { continue }
                path += (path.isEmpty ? "M" : "L") + place
                last = place
            }
            return path + "Z"
        }.joined()
    }
}
