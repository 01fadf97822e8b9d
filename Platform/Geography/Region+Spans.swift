/// The longitudes that a region holds on one parallel.
struct Span: Equatable {
    var west: Double
    var east: Double

    var width: Double { east - west }
}

extension Region {
    /// The stretches of a parallel inside the region, from west to east, apart from each other.
    func spans(at latitude: Double) -> [Span] {
        guard polygons.count > 1 else { return polygons[0].spans(at: latitude) }
        var merged: [Span] = []
        for span in polygons.flatMap({ $0.spans(at: latitude) }).sorted(by: { $0.west < $1.west }) {
            if let last = merged.last, span.west <= last.east {
                merged[merged.count - 1].east = max(last.east, span.east)
            } else {
                merged.append(span)
            }
        }
        return merged
    }
}

extension Polygon {
    fileprivate func spans(at latitude: Double) -> [Span] {
        guard boundingBox.south <= latitude, latitude <= boundingBox.north else { return [] }
        var borders: [Double] = []
        for ring in rings {
            ring.forEachEdge { start, end in
                let (low, high) = start.latitude <= end.latitude ? (start, end) : (end, start)
                guard low.latitude <= latitude, latitude < high.latitude else { return }
                let share = (latitude - low.latitude) / (high.latitude - low.latitude)
                borders.append(low.longitude + (high.longitude - low.longitude) * share)
            }
        }
        borders.sort()
        return stride(from: 0, to: borders.count - 1, by: 2).map { Span(west: borders[$0], east: borders[$0 + 1]) }
    }
}
