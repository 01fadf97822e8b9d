/// The parts in which an administrator changes a town's settings, each a small form.
public enum SettingsSection: String, Sendable, CaseIterable {
    case town, brand, controllers, legal, accessibility, mail, ladder, desk, crisis, capacity, moderation, charter, map

    /// What its form shows today.
    public func values(of town: Town) -> [String: String] {
        switch self {
        case .town: TownForm.values(town)
        case .brand: BrandForm.values(town)
        case .controllers: ControllersForm.values(town)
        case .legal: LegalForm.values(town)
        case .accessibility: AccessibilityForm.values(town)
        case .mail: MailForm.values(town)
        case .ladder: OrdinaryLadderForm.values(town)
        case .desk: DeskForm.values(town)
        case .crisis: CrisisSetForm.values(town)
        case .capacity: CapacityForm.values(town)
        case .moderation: ModerationForm.values(town)
        case .charter: CharterForm.values(town)
        case .map: MapForm.values(town)
        }
    }

    /// The town as the form wants it.
    /// - Throws: everything that is wrong with the fields.
    public func changed(_ town: Town, _ fields: [String: String]) throws(Refusal) -> Town {
        var town = town
        var reader = FormReader()
        switch self {
        case .town: TownForm.change(&town, fields, &reader)
        case .brand: BrandForm.change(&town, fields, &reader)
        case .controllers: ControllersForm.change(&town, fields, &reader)
        case .legal: LegalForm.change(&town, fields, &reader)
        case .accessibility: AccessibilityForm.change(&town, fields, &reader)
        case .mail: MailForm.change(&town, fields, &reader)
        case .ladder: OrdinaryLadderForm.change(&town, fields, &reader)
        case .desk: DeskForm.change(&town, fields, &reader)
        case .crisis: CrisisSetForm.change(&town, fields, &reader)
        case .capacity: CapacityForm.change(&town, fields, &reader)
        case .moderation: ModerationForm.change(&town, fields, &reader)
        case .charter: CharterForm.change(&town, fields, &reader)
        case .map: MapForm.change(&town, fields, &reader)
        }
        try reader.finish()
        return town
    }
}

extension FormReader {
    /// A whole number within limits; anything else is refused.
    mutating func number(_ name: String, _ value: String?, in range: ClosedRange<Int>) -> Int? {
        guard let number = value.map(PlainText.line).flatMap({ Int($0) }), range.contains(number) else {
            refuse(name, "refusal.number", ["from": String(range.lowerBound), "to": String(range.upperBound)])
            return nil
        }
        return number
    }

    /// A day as `2026-11-21` if something was typed.
    mutating func day(_ name: String, _ value: String?) -> String? {
        guard let text = value.map(PlainText.line), !text.isEmpty else { return nil }
        guard let day = CivilDay(text) else {
            refuse(name, "refusal.date")
            return nil
        }
        return day.iso
    }
}
