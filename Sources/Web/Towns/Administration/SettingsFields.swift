import Domain

/// The fields of each section's form, in order; their words are the keys `administration.field.{name}`.
struct SettingsField: Sendable {
    enum Kind: Sendable {
        case line(Int)
        case telephone
        case email
        case number
        case day
        case colour
        case area(Int)
        case box
        case conformity
    }

    let name: String
    let kind: Kind
    var isOptional = true
    /// Whether `administration.field.{name}.hint` says more.
    var hasHint = false

    static func of(_ section: SettingsSection) -> [SettingsField] {
        switch section {
        case .town:
            [
                .init(name: "townName", kind: .line(80), isOptional: false), .init(name: "phone", kind: .telephone, hasHint: true),
                .init(name: "phoneHours", kind: .line(120), hasHint: true),
            ]
        case .brand:
            [
                .init(name: "brand", kind: .colour, isOptional: false, hasHint: true),
                .init(name: "accent", kind: .colour, isOptional: false, hasHint: true),
            ]
        case .controllers:
            ["mutualAid", "socialFollowUp", "statistics"].flatMap { prefix in
                [
                    SettingsField(name: "\(prefix)Name", kind: .line(120), hasHint: true),
                    SettingsField(name: "\(prefix)Address", kind: .line(200)),
                    SettingsField(name: "\(prefix)Contact", kind: .line(120)),
                ]
            } + [.init(name: "dpoContact", kind: .line(200), hasHint: true)]
        case .legal:
            [
                .init(name: "publisher", kind: .line(120)), .init(name: "director", kind: .line(120)),
                .init(name: "address", kind: .area(300)), .init(name: "host", kind: .area(300), hasHint: true),
            ]
        case .accessibility: accessibility
        case .mail:
            [
                .init(name: "senderName", kind: .line(60), hasHint: true), .init(name: "replyTo", kind: .email, hasHint: true),
                .init(name: "dayMailHour", kind: .number, isOptional: false, hasHint: true),
            ]
        case .ladder: ladder
        case .desk:
            Criterion.allCases.map { .init(name: "urgent-\($0.rawValue)", kind: .box) } + [
                .init(name: "raising", kind: .number, isOptional: false, hasHint: true),
                .init(name: "repeatDays", kind: .number, isOptional: false, hasHint: true),
                .init(name: "duty-longest", kind: .number, isOptional: false, hasHint: true),
                .init(name: "duty-week", kind: .number, isOptional: false),
                .init(name: "duty-rest", kind: .number, isOptional: false),
            ]
        case .crisis:
            clocks + [.init(name: "extraAsks", kind: .number, isOptional: false, hasHint: true)]
                + CrisisSet.optional.map { .init(name: "without-\($0.rawValue)", kind: .box) } + [
                    .init(name: "banner-fr", kind: .area(400), hasHint: true), .init(name: "banner-en", kind: .area(400)),
                    .init(name: "crisisAsk-fr", kind: .area(400), hasHint: true), .init(name: "crisisAsk-en", kind: .area(400)),
                ]
        case .capacity:
            [
                .init(name: "loadLimit", kind: .number, isOptional: false, hasHint: true),
                .init(name: "services-fr", kind: .area(1_000), hasHint: true), .init(name: "services-en", kind: .area(1_000)),
                .init(name: "silentWeeks", kind: .number, isOptional: false, hasHint: true),
                .init(name: "slowHours", kind: .number, isOptional: false),
            ]
        case .moderation:
            [
                .init(name: "reviewsTexts", kind: .box, hasHint: true),
                .init(name: "moneyCeiling", kind: .number, isOptional: false, hasHint: true),
                .init(name: "journalMonths", kind: .number, isOptional: false, hasHint: true),
                .init(name: "guardPaid", kind: .area(12_000), hasHint: true), .init(name: "guardHealth", kind: .area(12_000)),
                .init(name: "guardAllowed", kind: .area(12_000), hasHint: true),
            ]
        case .charter:
            [
                .init(name: "charter-fr", kind: .area(6_000), hasHint: true), .init(name: "charter-en", kind: .area(6_000)),
                .init(name: "insurance-fr", kind: .area(2_000), hasHint: true), .init(name: "insurance-en", kind: .area(2_000)),
                .init(name: "correction", kind: .box, hasHint: true),
            ]
        case .map:
            [
                .init(name: "tilePattern", kind: .line(400), hasHint: true), .init(name: "tileCredit", kind: .line(120), hasHint: true),
                .init(name: "tileCreditLink", kind: .line(300)), .init(name: "tileLicence", kind: .line(80)),
            ]
        }
    }

    private static let accessibility: [SettingsField] =
        [
            .init(name: "conformity", kind: .conformity, isOptional: false, hasHint: true), .init(name: "auditedOn", kind: .day),
            .init(name: "auditor", kind: .line(120)), .init(name: "rate", kind: .number),
        ]
        + ["nonConformities", "derogations", "exemptContent", "environment", "tools", "pages"].map { .init(name: $0, kind: .area(4_000)) }
        + [
            .init(name: "plan", kind: .line(300), hasHint: true), .init(name: "establishedOn", kind: .day),
            .init(name: "accessibilityContact", kind: .line(200)),
        ]

    /// What a crisis has a set of its own of.
    private static let clocks: [SettingsField] = ladder.filter { $0.name != "reserveAfterDays" }

    private static let ladder: [SettingsField] =
        ["helpers", "near", "wave", "waveSize", "target", "referent", "organisation"].flatMap { prefix in
            ["Urgent", "Soon", "Ordinary"].map { urgency in
                SettingsField(name: prefix + urgency, kind: .number, isOptional: false, hasHint: urgency == "Urgent" && prefix != "wave")
            }
        } + [
            .init(name: "newcomerShare", kind: .number, isOptional: false, hasHint: true),
            .init(name: "widerFactor", kind: .number, isOptional: false, hasHint: true),
            .init(name: "plannedFrom", kind: .number, isOptional: false, hasHint: true),
            .init(name: "dayStartsAt", kind: .number, isOptional: false, hasHint: true),
            .init(name: "dayEndsAt", kind: .number, isOptional: false),
            .init(name: "wayRound", kind: .number, isOptional: false, hasHint: true),
            .init(name: "reserveAfterDays", kind: .number, isOptional: false, hasHint: true),
        ]
}
