import Domain
import Hummingbird
import UseCases

/// What the query of a public list asks for, as the pages read theirs: what the town does not know counts as not chosen, and a broken
/// cursor is the first page.
struct ListQuery {
    static let parameters = [
        Operation.Parameter(name: "category", place: .query, meaning: "The key of a category."),
        Operation.Parameter(name: "neighbourhood", place: .query, meaning: "The slug of a neighbourhood."),
        Operation.Parameter(
            name: "way", place: .query, meaning: "From afar or in person.", choices: PublicFilter.Way.allCases.map(\.rawValue)),
        Operation.Parameter(name: "cursor", place: .query, meaning: "The `next` of the page before."),
        Operation.Parameter(name: "limit", place: .query, meaning: "How many items a page has, from 1 to 50; 50 without it."),
        Operation.Parameter(
            name: "around", place: .query,
            meaning: "Only what is near: the slug of a neighbourhood, a cell such as `c17`, or `longitude,latitude` in degrees (WGS 84)."),
        Operation.Parameter(name: "radius", place: .query, meaning: "With `around`: metres, 2000 without it, 20000 at most."),
        Operation.Parameter(
            name: "order", place: .query, meaning: "With `around`: nearest first without it.",
            choices: Around.Order.allCases.map(\.rawValue)),
    ]
    static let note = """
        A filter that the town does not know is ignored; a broken cursor is the first page. With `around` the communes of a métropole are \
        read together, and distances are measured from the public anchor of each item, never from where somebody lives.
        """
    private static let largestRadius = 20_000
    private static let largestPage = 50

    let category: String?
    let neighbourhood: String?
    let way: PublicFilter.Way?
    let limit: Int
    private let around: String?
    private let radius: Int
    private let order: Around.Order
    private let cursorText: String?

    init(_ request: Request) {
        let query = request.uri.queryParameters
        category = query["category"].map(String.init)
        neighbourhood = query["neighbourhood"].map(String.init)
        way = query["way"].flatMap { PublicFilter.Way(rawValue: String($0)) }
        limit = query["limit"].flatMap { Int($0) }.flatMap { (1...Self.largestPage).contains($0) ? $0 : nil } ?? Self.largestPage
        around = query["around"].map(String.init)
        radius = query["radius"].flatMap { Int($0) }.flatMap { (1...Self.largestRadius).contains($0) ? $0 : nil } ?? Around.usualRadius
        order = query["order"].flatMap { Around.Order(rawValue: String($0)) } ?? .nearest
        cursorText = query["cursor"].map(String.init)
    }

    /// Nil when the list is read whole.
    func around(in facts: TownFacts) -> Around? {
        guard let around, let origin = AroundKey.anchor(around, in: facts) ?? AroundKey.point(around) else { return nil }
        return Around(origin: origin, radius: radius, order: order)
    }

    func nearCursor<Subject>(of subject: Subject.Type = Subject.self) -> NearCursor<Subject>? {
        cursorText.flatMap { NearCursor(text: $0) }
    }

    func cursor<Subject>(of subject: Subject.Type = Subject.self) -> PageCursor<Subject>? { cursorText.flatMap { PageCursor(text: $0) } }
}
