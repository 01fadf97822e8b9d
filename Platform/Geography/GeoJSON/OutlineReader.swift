/// Turns raw coordinates into a region, or says what is wrong with them and in which feature.
struct OutlineReader {
    let position: Int?
    let name: String?

    func problem(_ kind: GeoJSONProblem.Kind, at point: Point? = nil) -> GeoJSONProblem {
        GeoJSONProblem(kind, position: position, name: name, point: point)
    }

    func region(_ geometry: RawGeometry) throws(GeoJSONProblem) -> Region {
        guard let raw = geometry.polygons, !raw.isEmpty else { throw problem(.unsupportedGeometry) }
        var polygons: [Polygon] = []
        for raw in raw { polygons.append(try polygon(raw)) }
        guard let region = Region(polygons) else { throw problem(.unsupportedGeometry) }
        switch Tangle(region.rings).find() {
        case .none: break
        case .crossing(let point): throw problem(.selfCrossing, at: point)
        case .tooIntricate: throw problem(.tooIntricate)
        }
        for polygon in polygons { try checkHoles(of: polygon) }
        return region
    }

    private func polygon(_ raw: [[[Double]]]) throws(GeoJSONProblem) -> Polygon {
        var rings: [Ring] = []
        for raw in raw { rings.append(try ring(raw)) }
        guard let outer = rings.first else { throw problem(.tooFewPoints) }
        return Polygon(outer: outer, holes: Array(rings.dropFirst()))
    }

    private func ring(_ raw: [[Double]]) throws(GeoJSONProblem) -> Ring {
        var points: [Point] = []
        for position in raw {
            guard position.count >= 2 else { throw problem(.notLonLat) }
            let point = Point(longitude: position[0], latitude: position[1])
            guard point.isOnEarth else { throw problem(.notLonLat) }
            points.append(point)
        }
        guard points.first == points.last else { throw problem(.unclosedRing, at: points.last) }
        guard let first = points.first, points.count >= 4, let ring = Ring(points) else { throw problem(.tooFewPoints, at: points.first) }
        guard !FrenchTerritory.isSwapped(first) else { throw problem(.notLonLat) }
        return ring
    }

    private func checkHoles(of polygon: Polygon) throws(GeoJSONProblem) {
        let outer = Polygon(outer: polygon.outer)
        for hole in polygon.holes {
            let hole = Region(Polygon(outer: hole))
            guard outer.boundingBox.contains(hole.boundingBox), outer.contains(hole.anchor) else {
                throw problem(.holeOutside, at: hole.anchor)
            }
        }
    }
}

extension Feature {
    init(_ raw: RawFeature?, position: Int) throws(GeoJSONProblem) {
        guard let raw else { throw GeoJSONProblem(.notFeatureCollection, position: position) }
        guard let name = raw.name else { throw GeoJSONProblem(.missingName, position: position) }
        let reader = OutlineReader(position: position, name: name)
        let colour = raw.colour.map(Self.colour)
        guard colour != .some(.none) else { throw reader.problem(.badColour) }
        self.init(
            name: name, code: raw.code, colour: colour ?? nil, telephone: raw.telephone, isFictional: raw.isFictional,
            region: try reader.region(raw.geometry))
    }

    /// `#rrggbb` from `#rgb` or `#rrggbb`, nil from anything else: a colour ends up in a style.
    private static func colour(_ text: String) -> String? {
        let digits = text.lowercased().dropFirst()
        guard text.first == "#", digits.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else { return nil }
        switch digits.utf8.count {
        case 3: return "#" + digits.map { "\($0)\($0)" }.joined()
        case 6: return "#" + digits
        default: return nil
        }
    }
}
