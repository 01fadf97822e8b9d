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
    ]
    static let note = "A filter that the town does not know is ignored; a broken cursor is the first page."

    let category: String?
    let neighbourhood: String?
    let way: PublicFilter.Way?
    private let cursorText: String?

    init(_ request: Request) {
        let query = request.uri.queryParameters
        category = query["category"].map(String.init)
        neighbourhood = query["neighbourhood"].map(String.init)
        way = query["way"].flatMap { PublicFilter.Way(rawValue: String($0)) }
        cursorText = query["cursor"].map(String.init)
    }

    func cursor<Subject>(of subject: Subject.Type = Subject.self) -> PageCursor<Subject>? { cursorText.flatMap { PageCursor(text: $0) } }
}
