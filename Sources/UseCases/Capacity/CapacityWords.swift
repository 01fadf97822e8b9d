import Domain
import Localization

extension Capacity.Advice {
    /// The load in words, about how long it may take, and by when somebody answers in person all the same. Never a count of people.
    /// - Parameter isSpoken: at the end of a call, to be read aloud.
    public func sentences(_ t: Localizer, in facts: TownFacts, isSpoken: Bool = false) -> [String] {
        let words = [
            "what": facts.category(notice.category)?.label(t.language.rawValue) ?? "",
            "place": facts.neighbourhood(notice.neighbourhood)?.name ?? facts.town.name,
            "deadline": t.deadline(answerBy.milliseconds, now: now.milliseconds),
        ]
        return [
            t(notice.hasHelpers ? "capacity.heavy" : "capacity.nobody", words),
            notice.weeks.map { t("capacity.weeks", count: $0) } ?? t("capacity.unknown"),
            t(isSpoken ? "capacity.recorded.spoken" : "capacity.recorded", words),
        ]
    }
}
