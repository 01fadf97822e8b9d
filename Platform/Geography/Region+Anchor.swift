extension Region {
    /// A point inside the region that stands for it on a map and in distances: the centroid when it lies inside, else about the place
    /// farthest from every border. Always the same for the same outline. (A region of no area has no inside: its box's centre then.)
    public var anchor: Point {
        let centre = centroid
        return contains(centre) ? centre : farthestFromBorders(from: centre)
    }

    private func farthestFromBorders(from fallback: Point) -> Point {
        let plane = plane
        var best = (point: fallback, clearance: 0.0)
        func consider(_ point: Point) {
            guard contains(point) else { return }
            let clearance = clearance(of: point, in: plane)
            if clearance > best.clearance { best = (point, clearance) }
        }
        midlinePoints.forEach(consider)
        let box = boundingBox
        var step = SIMD2(box.east - box.west, box.north - box.south) / 12
        grid(around: box.centre, step: step, reach: 6).forEach(consider)
        for _ in 0..<12 {
            step /= 2
            grid(around: best.point, step: step, reach: 2).forEach(consider)
        }
        return best.point
    }

    private func grid(around centre: Point, step: SIMD2<Double>, reach: Int) -> [Point] {
        (-reach...reach).flatMap { row in
            (-reach...reach).map { column in
                Point(longitude: centre.longitude + Double(column) * step.x, latitude: centre.latitude + Double(row) * step.y)
            }
        }
    }

    /// Metres to the nearest border.
    private func clearance(of point: Point, in plane: LocalPlane) -> Double {
        let place = plane.metres(point)
        var nearest = Double.infinity
        for ring in rings {
            ring.forEachEdge { start, end in
                let (a, b) = (plane.metres(start), plane.metres(end))
                let along = b - a
                let length = dot(along, along)
                let share = length > 0 ? min(1, max(0, dot(place - a, along) / length)) : 0
                let gap = place - (a + along * share)
                nearest = min(nearest, dot(gap, gap))
            }
        }
        return nearest.squareRoot()
    }

    /// Between two neighbouring vertex latitudes a parallel meets no vertex: the middle of its widest span is inside, however thin the
    /// region. The 32 tallest such gaps are tried.
    private var midlinePoints: [Point] {
        let latitudes = Set(rings.flatMap { $0.points.map(\.latitude) }).sorted()
        let gaps = zip(latitudes, latitudes.dropFirst()).sorted { $0.1 - $0.0 > $1.1 - $1.0 }.prefix(32)
        return gaps.compactMap { low, high in
            let latitude = low + (high - low) / 2
            return spans(at: latitude).max { $0.width < $1.width }.map {
                Point(longitude: $0.west + $0.width / 2, latitude: latitude)
            }
        }
    }
}
