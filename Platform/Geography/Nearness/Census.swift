/// Counts what lies in a circle.
struct Census {
    let vantage: Vantage
    private(set) var count = 0

    init(_ vantage: Vantage) { self.vantage = vantage }

    mutating func look(in tree: Quadtree) {
        guard let square = tree.square else { return }
        look(at: tree.root, square)
    }

    private mutating func look(at node: Quadtree.Node, _ square: Square) {
        let bound = Vantage.bound(vantage.radius)
        if let children = node.children {
            for quarter in 0..<4 where vantage.squaredDistance(to: square[quarter]) <= bound {
                look(at: children[quarter], square[quarter])
            }
            return
        }
        for index in 0..<node.spots.count where vantage.squaredDistance(to: node.spots[index]).squareRoot() <= vantage.radius { count += 1 }
    }
}
