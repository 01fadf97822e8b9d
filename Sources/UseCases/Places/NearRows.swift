import Domain
import Persistence

extension NearbyIndex.Rows where Subject == HelpRequest, Thing == Need {
    static func needs(now: @escaping @Sendable () -> Moment) -> Self {
        Self(
            version: \.needs, isPublic: \.mayBePublic, placed: { try NeedListing.placed(in: $0) },
            find: { scope, facts, ids in
                let calendar = RoughCalendar(now: now(), in: facts.town.timeZone)
                let needs = try NeedListing(scope, calendar: calendar).find(ids)
                return Dictionary(uniqueKeysWithValues: needs.map { ($0.id, $0) })
            })
    }
}

extension NearbyIndex.Rows where Subject == Offer, Thing == PublicOffer {
    static func offers(now: @escaping @Sendable () -> Moment) -> Self {
        Self(
            version: \.offers, isPublic: \.isActive, placed: { try OfferListing.placed(in: $0) },
            find: { scope, _, ids in
                let offers = try OfferListing(scope, now: now()).find(ids)
                return Dictionary(uniqueKeysWithValues: offers.map { ($0.id, $0) })
            })
    }
}
