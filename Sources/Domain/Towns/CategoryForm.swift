/// A kind of help as an administrator describes it.
public struct CategoryForm: Sendable {
    /// Pictures of the icon sprite that may stand for a kind of help.
    public static let icons = [
        "basket", "talk", "book", "paperwork", "computer", "printer", "code", "lending", "dog", "garden", "mask", "medal", "euro", "heart",
        "person", "people", "phone", "letter", "walk", "car", "sun", "home", "hand", "clock",
    ]
    public static let most = 60

    public var fields: [String: String]

    public init(_ fields: [String: String]) { self.fields = fields }

    public init(_ category: Category) {
        fields = ["icon": category.icon, "mode": category.mode.rawValue, "tier": String(category.tier.rawValue)]
        fields["reviewsTexts"] = category.reviewsTexts ? "yes" : nil
        fields["startsOn"] = category.startsOn?.rawValue
        for rung in Rung.optional where !category.leavesOut.contains(rung) { fields["uses-\(rung.rawValue)"] = "yes" }
        for language in ["fr", "en"] {
            fields["label-\(language)"] = category.labels[language]
            fields["guidance-\(language)"] = category.guidance[language]
        }
    }

    /// The category as the form wants it; its key and its place stay.
    public func changed(_ category: Category) throws(Refusal) -> Category {
        var category = category
        var reader = FormReader()
        let label = reader.required("label-fr", reader.line("label-fr", fields["label-fr"], atMost: 60), else: "refusal.label")
        category.labels = ["fr": label ?? ""]
        category.labels["en"] = reader.line("label-en", fields["label-en"], atMost: 60)
        category.guidance = [:]
        category.guidance["fr"] = reader.line("guidance-fr", fields["guidance-fr"], atMost: 160)
        category.guidance["en"] = reader.line("guidance-en", fields["guidance-en"], atMost: 160)
        let icon = fields["icon"].flatMap { Self.icons.contains($0) ? $0 : nil }
        category.icon = reader.required("icon", icon, else: "refusal.choose") ?? category.icon
        let mode = fields["mode"].flatMap(Category.Mode.init(rawValue:))
        category.mode = reader.required("mode", mode, else: "refusal.choose") ?? category.mode
        let tier = fields["tier"].flatMap { Int($0) }.flatMap(TrustTier.init(rawValue:))
        category.tier = reader.required("tier", tier, else: "refusal.choose") ?? category.tier
        category.reviewsTexts = fields["reviewsTexts"] == "yes"
        category.startsOn = fields["startsOn"].flatMap(Rung.init(rawValue:)).flatMap {
            Rung.starts.contains($0) && $0 != .helpers ? $0 : nil
        }
        category.leavesOut = Set(Rung.optional.filter { fields["uses-\($0.rawValue)"] != "yes" })
        try reader.finish()
        return category
    }

    /// A new category, last in order, under a key of its own.
    public func added(to present: [Category], id: ID<Category>) throws(Refusal) -> Category {
        guard present.count < Self.most else { throw .invalid("label-fr", "refusal.tooManyCategories", ["most": String(Self.most)]) }
        let position = (present.map(\.position).max() ?? -1) + 1
        var category = try changed(
            Category(id: id, key: "", labels: [:], icon: "heart", mode: .either, tier: .doorstep, position: position))
        let stem = Slug.of(category.labels["fr"] ?? "")
        guard !stem.isEmpty else { throw .invalid("label-fr", "refusal.label") }
        // The addresses of the form itself and of what residents propose.
        let taken = Set(present.map(\.key) + ["nouvelle", "propositions"])
        category.key = ([stem] + (2...Self.most + 1).map { "\(stem)-\($0)" }).first { !taken.contains($0) } ?? stem
        return category
    }
}
