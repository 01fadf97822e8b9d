import Domain
import Localization

/// An entry in words: people and things by number, acts by what was done.
struct JournalWords {
    let t: Localizer

    var columns: [String] { ["number", "at", "actor", "role", "action", "subject", "purpose"].map { t("journal.column.\($0)") } }

    func cells(_ line: JournalLine) -> [String] {
        [
            String(line.number), t.isoDateTime(line.entry.at.milliseconds), line.entry.actor?.text ?? "", role(line),
            t("journal.action.\(line.entry.action.rawValue)"), [kind(line), subject(line)].joined(separator: " "), purpose(line),
        ]
    }

    func role(_ line: JournalLine) -> String {
        line.roles.isEmpty
            ? t("journal.role.\(line.role.isEmpty ? JournalLine.resident : line.role)")
            : t.list(line.roles.map { t("role.\($0.rawValue)") })
    }

    /// What kinds of thing there are words for.
    private static let kinds: Set<String> = [
        "people", "help_requests", "offers", "invitations", "journal", "towns", "categories", "reports", "retention_runs",
        "rights_requests", "organisations", "reserve_activations", "crises", "calls", "local_services",
    ]

    func kind(_ line: JournalLine) -> String {
        Self.kinds.contains(line.entry.subjectKind) ? t("journal.kind.\(line.entry.subjectKind)") : line.entry.subjectKind
    }

    func subject(_ line: JournalLine) -> String { line.entry.subject.flatMap { ID<Person>(bytes: $0)?.text } ?? "" }

    /// A word of a closed list, as the code has it: the same in every language, and in the file.
    func purpose(_ line: JournalLine) -> String { line.entry.purpose.replacing("_", with: " ") }
}

extension JournalStanding {
    var isWhole: Bool {
        if case .whole = self { true } else { false }
    }

    func words(_ t: Localizer) -> String {
        switch self {
        case .whole(let last, _) where last == 0: t("journal.empty")
        case .whole(let last, let purged):
            t("journal.whole", ["count": Int(last - purged), "first": Int(purged + 1), "last": Int(last)])
        case .broken(let number, _, let fault): t("journal.broken", ["number": Int(number), "fault": t("journal.fault.\(fault.rawValue)")])
        }
    }
}
