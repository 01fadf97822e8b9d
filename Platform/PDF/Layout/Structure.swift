/// The tree that says what each piece of a page is.
struct Structure {
    enum Child {
        case node(Int)
        /// A piece of marked content: page and number.
        case content(page: Int, mark: Int)
    }

    struct Node {
        var role: String
        var parent: Int
        var children: [Child] = []
        /// In place of a picture.
        var description: String?
        /// Where what is drawn is not what is said.
        var spoken: String?
        /// `Row` or `Column` of a heading in a table.
        var scope: String?
        /// Of a picture: left, bottom, right, top.
        var box: [Double]?
    }

    static let root = 0
    private(set) var nodes = [Node(role: "Document", parent: -1)]

    mutating func add(_ role: String, to parent: Int = root, scope: String? = nil) -> Int {
        nodes.append(Node(role: role, parent: parent, scope: scope))
        nodes[parent].children.append(.node(nodes.count - 1))
        return nodes.count - 1
    }

    mutating func mark(_ node: Int, page: Int, mark: Int) { nodes[node].children.append(.content(page: page, mark: mark)) }

    mutating func describe(_ node: Int, as text: String, box: [Double]) { (nodes[node].description, nodes[node].box) = (text, box) }

    mutating func speak(_ node: Int, _ text: String) { nodes[node].spoken = text }
}
