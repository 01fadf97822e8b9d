/// A town's volunteers from before, as a table: prenom; nom; email; telephone; quartier; categories.
public struct HelperSheet: Sendable {
    public static let mostRows = 20_000

    /// One line of the table, by column.
    public struct Row: Sendable, Equatable {
        public var line: Int
        public var fields: [String: String]

        public init(line: Int, fields: [String: String]) {
            self.line = line
            self.fields = fields
        }
    }

    public let rows: [Row]

    /// Header names that count as a column, as `Slug` writes them.
    private static let columns = [
        "firstName": ["prenom", "first-name"], "lastName": ["nom", "nom-de-famille", "last-name"],
        "email": ["email", "e-mail", "mail", "courriel", "adresse-email", "adresse-electronique"],
        "phone": ["telephone", "tel", "portable", "mobile", "phone"], "neighbourhood": ["quartier", "neighbourhood"],
        "categories": ["categories", "categorie", "aides", "services"],
    ]

    /// - Throws: when the first line does not name the columns.
    public init(_ text: DelimitedText) throws(Refusal) {
        let header = (text.records.first?.cells ?? []).map(Slug.of)
        var places: [String: Int] = [:]
        for (column, names) in Self.columns { places[column] = header.firstIndex { names.contains($0) } }
        guard places["firstName"] != nil, places["email"] != nil || places["phone"] != nil else {
            throw .invalid("file", "refusal.sheetHeader")
        }
        guard text.records.count - 1 <= Self.mostRows else {
            throw .invalid("file", "refusal.sheetTooLong", ["limit": String(Self.mostRows)])
        }
        rows = text.records.dropFirst().map { record in
            Row(line: record.line, fields: places.compactMapValues { $0 < record.cells.count ? record.cells[$0] : nil })
        }
    }
}

/// A volunteer of a table, whose line holds together.
public struct ListedHelper: Sendable, Equatable {
    public var line: Int
    public var firstName: String
    public var lastName: String?
    public var email: EmailAddress?
    public var phone: PhoneNumber?
    public var neighbourhood: ID<Neighbourhood>?
    public var categories: Set<ID<Category>>

    /// - Throws: every fault of the line.
    public init(_ row: HelperSheet.Row, _ categories: [Category], _ neighbourhoods: [Neighbourhood]) throws(Refusal) {
        var reader = FormReader()
        line = row.line
        let firstName = reader.required(
            "prenom", reader.line("prenom", row.fields["firstName"], atMost: 60), else: "refusal.firstName")
        lastName = reader.line("nom", row.fields["lastName"], atMost: 60)
        email = reader.email("email", row.fields["email"])
        phone = reader.phone("telephone", row.fields["phone"].map(Self.restored))
        if email == nil, phone == nil { reader.refuse("email", "refusal.contact") }
        let place = Slug.of(row.fields["neighbourhood"] ?? "")
        neighbourhood = neighbourhoods.first { [$0.slug, Slug.of($0.name)].contains(place) }?.id
        if !place.isEmpty, neighbourhood == nil {
            reader.refuse("quartier", "refusal.sheetPlace", ["name": row.fields["neighbourhood"] ?? ""])
        }
        self.categories = Self.categories(row.fields["categories"] ?? "", among: categories, &reader)
        try reader.finish()
        self.firstName = firstName ?? ""
    }

    /// Spreadsheets drop the zero at the front.
    private static func restored(_ typed: String) -> String {
        let digits = typed.filter { !" .-\u{A0}".contains($0) }
        return digits.utf8.count == 9 && digits.utf8.allSatisfy(\.isDigit) && digits.first != "0" ? "0" + digits : typed
    }

    /// Separated by `|`, `/`, `+`, a comma or a semicolon; by key, or by label in any language; none is for the helper to say.
    private static func categories(_ text: String, among all: [Category], _ reader: inout FormReader) -> Set<ID<Category>> {
        var found: Set<ID<Category>> = []
        for part in text.split(whereSeparator: { "|/+,;".contains($0) }) {
            let name = Slug.of(String(part))
            guard !name.isEmpty else { continue }
            let category = all.first { $0.isActive && ([$0.key] + $0.labels.values.map(Slug.of)).contains(name) }
            if let category {
                found.insert(category.id)
            } else {
                reader.refuse("categories", "refusal.sheetCategory", ["name": PlainText.line(String(part))])
            }
        }
        return found
    }
}
