import Domain
import Localization

extension RetentionTerm {
    func words(_ t: Localizer) -> String {
        months > 0 ? t("retention.months", count: months) : t("retention.days", count: days)
    }
}

/// A rule in words.
struct RetentionWords {
    let t: Localizer

    func name(_ subject: RetentionRule.Subject) -> String { t("retention.subject.\(subject.rawValue)") }
    func hint(_ subject: RetentionRule.Subject) -> String { t("retention.hint.\(subject.rawValue)") }
    func fate(_ fate: RetentionRule.Fate) -> String { t("retention.fate.\(fate.rawValue)") }

    /// From the oldest to the newest, by day.
    func span(_ span: RetentionSpan) -> String {
        t("retention.span", ["from": t.shortDate(span.first.milliseconds), "to": t.shortDate(span.last.milliseconds)])
    }
}
