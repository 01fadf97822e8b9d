import Domain
import Hummingbird
import UseCases

/// What the address of a public list asks for. What it does not understand it leaves out, so that an old link still shows a list.
struct BoardQuery<Subject> {
    let filter: PublicFilter
    let near: NearChoice?
    let cursor: PageCursor<Subject>?
    let nearCursor: NearCursor<Subject>?

    init(_ request: Request, _ facts: TownFacts, side: BoardParts.Side) {
        guard request.uri.query != nil else {
            (filter, near, cursor, nearCursor) = (PublicFilter(), nil, nil, nil)
            return
        }
        let query = request.uri.queryParameters
        filter = facts.filter(
            category: query["categorie"].map(String.init), neighbourhood: query["quartier"].map(String.init),
            way: query["lieu"].flatMap { PublicFilter.Way(path: $0) }, ofNeeds: side == .needs)
        near = NearChoice(request, facts)
        cursor = query["suite"].flatMap { PageCursor(text: String($0)) }
        nearCursor = query["suite"].flatMap { NearCursor(text: String($0)) }
    }
}
