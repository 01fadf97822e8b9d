import Database
import Domain

/// What the codes of printed sheets stand for.
public struct PaperCodes {
    private static let columns: SQL = """
        code, printing_id, number, request_id, ring_back_id, printed_at, printed_by, expires_at, entered_at, entered_by, call_id, result
        """
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// Nil too once it has expired.
    public func find(_ code: PaperCode, at now: Moment) throws -> PaperSlip? {
        try list(
            """
            /* PaperCodes.find */ SELECT \(Self.columns) FROM paper_codes
            WHERE town_id = \(scope.town) AND code = \(code.text) AND expires_at > \(now)
            """
        ).first
    }

    /// In the order in which they were printed.
    public func of(_ printing: ID<PaperSlip.Printing>) throws -> [PaperSlip] {
        try list(
            """
            /* PaperCodes.printing */ SELECT \(Self.columns) FROM paper_codes
            WHERE town_id = \(scope.town) AND printing_id = \(printing) ORDER BY number
            """)
    }

    /// The sheet on which a call was written down.
    public func of(_ call: ID<Call>) throws -> PaperSlip? {
        try list(
            "/* PaperCodes.call */ SELECT \(Self.columns) FROM paper_codes WHERE town_id = \(scope.town) AND call_id = \(call)"
        ).first
    }

    /// What was printed of these requests since and has not been entered.
    public func waiting(about requests: [ID<HelpRequest>], printedSince moment: Moment) throws -> [PaperSlip] {
        guard !requests.isEmpty else { return [] }
        return try list(
            """
            /* PaperCodes.waiting */ SELECT \(Self.columns) FROM paper_codes
            WHERE town_id = \(scope.town) AND request_id IN \(list: requests) AND printed_at >= \(moment) AND entered_at IS NULL
            """)
    }

    /// Answers whether its code was free.
    public func insert(_ slip: PaperSlip) throws -> Bool {
        try scope.sql.run(
            """
            /* PaperCodes.insert */ INSERT INTO paper_codes
              (town_id, code, printing_id, number, request_id, ring_back_id, printed_at, printed_by, expires_at)
            VALUES (\(scope.town), \(slip.code.text), \(slip.printing), \(slip.number), \(slip.request), \(slip.ringBack),
                    \(slip.printedAt), \(slip.printedBy), \(slip.expiresAt))
            ON CONFLICT (town_id, code) DO NOTHING
            """) > 0
    }

    /// What became of it.
    public func save(_ slip: PaperSlip) throws {
        try scope.sql.run(
            """
            /* PaperCodes.save */ UPDATE paper_codes SET entered_at = \(slip.entry?.at), entered_by = \(slip.entry?.by),
              call_id = \(slip.entry?.call), result = \(slip.entry?.result)
            WHERE town_id = \(scope.town) AND code = \(slip.code.text)
            """)
    }

    public func deleteExpired(now: Moment) throws {
        try scope.sql.run("/* PaperCodes.expired */ DELETE FROM paper_codes WHERE town_id = \(scope.town) AND expires_at <= \(now)")
    }

    /// Rows about somebody go; sheets that they printed or entered stay valid, and say nobody.
    public func forget(_ person: ID<Person>) throws {
        try scope.sql.run(
            """
            /* PaperCodes.forget */ DELETE FROM paper_codes WHERE town_id = \(scope.town) AND request_id IN
              (SELECT id FROM help_requests WHERE town_id = \(scope.town) AND asker_id = \(person)
               UNION SELECT id FROM help_requests WHERE town_id = \(scope.town) AND beneficiary_id = \(person))
            """)
        for column: SQL in ["printed_by", "entered_by"] {
            try scope.sql.run(
                """
                /* PaperCodes.forgetAgent */ UPDATE paper_codes SET \(column) = \(Person.nobody.id)
                WHERE town_id = \(scope.town) AND \(column) = \(person)
                """)
        }
    }

    private func list(_ query: SQL) throws -> [PaperSlip] {
        var slips: [PaperSlip] = []
        try scope.sql.run(query) { slips.append(try PaperSlip(row: &$0)) }
        return slips
    }
}

extension PaperSlip {
    fileprivate init(row: inout Row) throws {
        let text: String = try row.next()
        guard let code = PaperCode(text) else { throw DatabaseError(.unexpectedValue, "no code of a sheet") }
        let (printing, number): (ID<Printing>, Int) = (try row.next(), try row.next())
        let (request, ringBack): (ID<HelpRequest>?, ID<RingBack>?) = (try row.next(), try row.next())
        let (printedAt, printedBy): (Moment, ID<Person>) = (try row.next(), try row.next())
        self.init(
            code: code, printing: printing, number: number, request: request, ringBack: ringBack, by: printedBy, now: printedAt)
        expiresAt = try row.next()
        let (at, by): (Moment?, ID<Person>?) = (try row.next(), try row.next())
        let (call, result): (ID<Call>?, PaperResult?) = (try row.next(), try row.next())
        if let at, let by { entry = Entry(at: at, by: by, call: call, result: result) }
    }
}
