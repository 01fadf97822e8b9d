import Database
import Domain

/// How often asks were answered yes: counted when an ask goes out and when a yes comes, never who.
public struct AnswerTallies {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func rates() throws -> AnswerRates {
        var cells: [AnswerRates.Cell: AnswerRates.Tally] = [:]
        try scope.sql.run(
            """
            /* AnswerTallies.rates */ SELECT category_id, day_part, band, asked, yes FROM answer_tallies WHERE town_id = \(scope.town)
            """
        ) { row in
            let cell = AnswerRates.Cell(category: try row.next(), part: try row.next(), band: try row.next())
            cells[cell] = AnswerRates.Tally(asked: try row.next(), yes: try row.next())
        }
        return AnswerRates(cells)
    }

    public func add(asked: Int = 0, yes: Int = 0, to cell: AnswerRates.Cell) throws {
        try scope.sql.run(
            """
            /* AnswerTallies.add */ INSERT INTO answer_tallies (town_id, category_id, day_part, band, asked, yes)
            VALUES (\(scope.town), \(cell.category), \(cell.part), \(cell.band), \(asked), \(yes))
            ON CONFLICT (town_id, category_id, day_part, band)
              DO UPDATE SET asked = answer_tallies.asked + excluded.asked, yes = answer_tallies.yes + excluded.yes
            """)
    }

    /// A yes to this ask, which was counted when it went out.
    public func countYes(to ask: ID<Ask>, _ category: ID<Category>) throws {
        var cell: AnswerRates.Cell?
        try scope.sql.run(
            "/* AnswerTallies.cell */ SELECT band, day_part FROM asks WHERE town_id = \(scope.town) AND id = \(ask)"
        ) { row in
            guard let band: Int = try row.next(), let part: AnswerRates.DayPart = try row.next() else { return }
            cell = AnswerRates.Cell(category: category, part: part, band: band)
        }
        if let cell { try add(yes: 1, to: cell) }
    }
}
