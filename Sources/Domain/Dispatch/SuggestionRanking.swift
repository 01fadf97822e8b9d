/// In which order those who might take a request are shown to a dispatcher, and volunteers are rung.
///
/// 1. As the request's own way goes (`LadderPath`): the CCAS first in distress, associations first for a kind of help that begins there, else
///    neighbours, then associations, the reserve, the town's services. Whoever is not on its way comes last.
/// 2. Volunteers as a wave takes them (`HelperSearch.Rank`): those who failed to come twice lately after everybody else; first a face that this
///    person knows, where that counts; then the nearest quarter of an hour. There, before the longest unasked, whoever has the least in hand: a
///    dispatcher sees it, a wave does not. Those who may not take it stand at the end.
/// 3. Organisations of one rung: whoever has the least in hand, then the longest unasked, then the oldest.
///
/// Ties fall by id, so that two dispatchers see the same order.
public struct SuggestionRanking: Sendable {
    private let places: [Rung: Int]
    private let keepsHelper: Bool

    public init(_ request: HelpRequest, _ category: Category) {
        let way = LadderPath(category, request.criteria, staffed: Set(Rung.allCases)).rungs
        places = Dictionary(uniqueKeysWithValues: way.enumerated().map { ($1, $0) })
        keepsHelper = category.keepsHelper(request.wanted)
    }

    public func ordered(_ suggestions: [DispatchSuggestion]) -> [DispatchSuggestion] {
        suggestions.sorted { rank($0).lexicographicallyPrecedes(rank($1)) }
    }

    private func rank(_ suggestion: DispatchSuggestion) -> [Int64] {
        switch suggestion {
        case .helper(let one):
            [place(.helpers), one.refusal == nil ? 0 : 1] + standing(one) + Self.id(one.person.bytes)
        case .organisation(let one):
            [place(one.kind.rung), 0, Int64(one.load), Self.turn(one.lastAskedAt), one.createdAt.milliseconds]
                + Self.id(one.organisation.bytes)
        }
    }

    private func standing(_ one: SuggestedHelper) -> [Int64] {
        [
            one.noShows >= NoShow.tolerated ? 1 : 0, keepsHelper && one.isKnown ? 0 : 1, Int64(one.band), Int64(one.load),
            Self.turn(one.turn), one.newSince.milliseconds,
        ]
    }

    private func place(_ rung: Rung) -> Int64 { Int64(places[rung] ?? places.count) }

    private static func turn(_ moment: Moment?) -> Int64 { moment?.milliseconds ?? .min }
    private static func id(_ bytes: [UInt8]) -> [Int64] { bytes.map(Int64.init) }
}
