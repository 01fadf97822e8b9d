import Domain
import HTML
import Localization

/// Days, hours and distances of an offer, as people say them.
struct OfferWords {
    let t: Localizer

    /// « Tous les jours », « Le week-end, le matin », « Lundi et jeudi ».
    func time(_ time: FreeTime) -> String {
        let days = FreeTime.Days(time.weekdays)
        let words = days == .some ? weekdays(time.weekdays) : t("offers.days.\(days.rawValue)")
        return time.part == .day ? words : t("offers.daysAndPart", ["days": words, "part": t("offers.part.\(time.part.rawValue)")])
    }

    private func weekdays(_ days: Set<Int>) -> String {
        let list = t.list(days.sorted().map { t("format.weekday.\($0)") })
        return list.prefix(1).uppercased() + list.dropFirst()
    }

    func reach(_ reach: Reach) -> String { t("offers.reach.\(reach.rawValue)") }

    static func symbol(_ reach: Reach) -> String {
        switch reach {
        case .near: "walk"
        case .town: "car"
        case .remote: "remote"
        }
    }

    func facts(_ offer: PublicOffer, place: String?, distance: Double? = nil) -> Markup {
        ul(.class("card-facts")) {
            if let place { NeedFacts.fact("pin", place) }
            if let distance { NeedFacts.fact("walk", t.nearness(distance)) }
            NeedFacts.fact(Self.symbol(offer.reach), reach(offer.reach))
        }
    }
}
