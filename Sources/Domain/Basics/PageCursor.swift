/// Where a list that is read newest first goes on: after the row of this age and id. Rows that come or go meanwhile neither repeat nor skip others.
public struct PageCursor<Subject>: Sendable, Equatable {
    public var createdAt: Moment
    public var id: ID<Subject>

    public init(createdAt: Moment, id: ID<Subject>) {
        self.createdAt = createdAt
        self.id = id
    }

    /// Before the newest row.
    public static var start: Self {
        Self(createdAt: Moment(milliseconds: .max), id: ID(high: .max, low: .max))
    }

    /// Nil for what is no cursor of ours: the list is then read from its beginning.
    public init?(text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count <= 13, let time = Int64(parts[0], radix: 36), time >= 0,
            let id = ID<Subject>(text: parts[1])
        else { return nil }
        self.init(createdAt: Moment(milliseconds: time), id: id)
    }

    public var text: String { "\(String(createdAt.milliseconds, radix: 36)).\(id.text)" }
}

/// One page of such a list, and where the next begins.
public struct ListPage<Item: Sendable, Subject>: Sendable {
    public var items: [Item]
    /// Nil on the last page.
    public var next: PageCursor<Subject>?

    public init(items: [Item], next: PageCursor<Subject>?) {
        self.items = items
        self.next = next
    }

    /// Cuts a page from rows read with one more than fits.
    public init(_ rows: [Item], size: Int, cursor: (Item) -> PageCursor<Subject>) {
        items = rows.count > size ? Array(rows[..<size]) : rows
        next = rows.count > size ? items.last.map(cursor) : nil
    }
}
