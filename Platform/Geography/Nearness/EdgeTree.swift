/// Edges halved by their middles again and again, so that a short way meets few of thousands.
struct EdgeTree: Sendable {
    private static let fill = 4

    private struct Node {
        let box: BoundingBox
        let edges: Range<Int>
        /// Where the second half is; the first one follows its parent. 0 for the last level.
        var second = 0
    }

    private var nodes: [Node] = []
    private var edges: [Edge]

    init(_ edges: [Edge]) {
        self.edges = edges
        if !edges.isEmpty { divide(edges.indices) }
    }

    var isEmpty: Bool { edges.isEmpty }

    func crossings(of way: Edge) -> Int { isEmpty ? 0 : crossings(of: way, within: way.box, at: 0) }

    private func crossings(of way: Edge, within box: BoundingBox, at index: Int) -> Int {
        let node = nodes[index]
        guard node.box.meets(box) else { return 0 }
        if node.second > 0 {
            return crossings(of: way, within: box, at: index + 1) + crossings(of: way, within: box, at: node.second)
        }
        return node.edges.count { edges[$0].box.meets(box) && edges[$0].crosses(way) }
    }

    private mutating func divide(_ range: Range<Int>) {
        let box = edges[range].dropFirst().reduce(edges[range.lowerBound].box) { $0.union($1.box) }
        let index = nodes.count
        nodes.append(Node(box: box, edges: range))
        guard range.count > Self.fill else { return }
        let isWide = box.east - box.west > box.north - box.south
        edges[range].sort { isWide ? $0.box.centre.longitude < $1.box.centre.longitude : $0.box.centre.latitude < $1.box.centre.latitude }
        let middle = (range.lowerBound + range.upperBound) / 2
        divide(range.lowerBound..<middle)
        nodes[index].second = nodes.count
        divide(middle..<range.upperBound)
    }
}

extension BoundingBox {
    /// Whether the boxes share a place, if only on their borders.
    fileprivate func meets(_ other: BoundingBox) -> Bool {
        west <= other.east && other.west <= east && south <= other.north && other.south <= north
    }
}
