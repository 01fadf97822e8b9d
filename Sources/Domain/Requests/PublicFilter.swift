/// What somebody who browses wants to see; nothing chosen shows all.
public struct PublicFilter: Sendable, Equatable {
    public enum Way: String, Sendable, CaseIterable, Codable {
        case remote
        case inPerson = "in_person"

        public func suits(_ mode: Category.Mode) -> Bool {
            switch mode {
            case .either: true
            case .remote: self == .remote
            case .inPerson: self == .inPerson
            }
        }
    }

    public var category: Category?
    public var neighbourhood: Neighbourhood?
    public var way: Way?

    public init(category: Category? = nil, neighbourhood: Neighbourhood? = nil, way: Way? = nil) {
        self.category = category
        self.neighbourhood = neighbourhood
        self.way = way
    }

    /// Communes of a métropole have their own categories; the same key is the same kind of help.
    public func suits(_ other: Category) -> Bool {
        (category.map { $0.key == other.key } ?? true) && (way?.suits(other.mode) ?? true)
    }

    public var isEmpty: Bool { category == nil && neighbourhood == nil && way == nil }
}
