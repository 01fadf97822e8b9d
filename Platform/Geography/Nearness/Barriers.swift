/// Lines that one cannot cross on foot: rivers, railways, motorways. Where there is a bridge, a line ends and another begins.
///
/// Points may be of the Earth or of a plane, like those asked about.
public struct Barriers: Sendable {
    private let tree: EdgeTree

    /// Each line by its points in order. Points that repeat the one before are left out, and a line of one point is none.
    public init(_ lines: [[Point]]) {
        tree = EdgeTree(
            lines.flatMap { line in zip(line, line.dropFirst()).compactMap { $0 == $1 ? nil : Edge($0, $1) } })
    }

    public var isEmpty: Bool { tree.isEmpty }

    /// How many times the straight way crosses a line; the same in both directions.
    ///
    /// Exact. A way through a corner of a line, or through its end, or along it, is answered as if it were moved by nothing to one side,
    /// always the same: passing from one side to the other through a corner counts once.
    public func crossings(from start: Point, to end: Point) -> Int {
        guard start != end else { return 0 }
        return tree.crossings(of: Edge(start, end))
    }

    /// Metres to add to straight distances from a place: `penalty` for each crossing. For
    /// ``Nearness/nearest(to:within:of:limit:after:detour:)`` on a geographic index.
    public func detour(from place: Nearness.Place, penalty: Double) -> (Nearness.Place) -> Double {
        let start = place.point
        return { Double(crossings(from: start, to: $0.point)) * penalty }
    }
}
