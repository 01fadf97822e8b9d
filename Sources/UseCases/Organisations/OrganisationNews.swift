import Domain
import Persistence

/// Who hears of what became of an ask to an organisation.
struct OrganisationNews {
    /// What an organisation is written.
    enum What: String, CaseIterable {
        case accepted, changed, message, outcome
        /// The request was taken back, or the organisation gave it back.
        case cancelled, withdrawn
        /// Somebody else was first, or it is not needed any more.
        case unneeded
        case stoodDown = "stood_down"

        /// Nothing is left to see behind a link.
        var isOver: Bool { [.cancelled, .withdrawn, .unneeded, .stoodDown].contains(self) }
    }

    let house: House
    let town: Town

    private var letters: OrganisationLetters { OrganisationLetters(house: house, town: town) }

    /// To the organisation whose acceptance a match is; nothing where it is a neighbour's.
    func tell(_ what: What, of match: Match, about request: HelpRequest, in scope: TownTransaction) throws {
        guard match.origin == .organisation, let ask = try OrganisationAsks(scope).find(match: match.id),
            let organisation = try Organisations(scope).find(ask.organisation)
        else { return }
        try letters.news(what, to: organisation, of: ask, about: request, in: scope)
    }

    /// The organisation need not answer any more, and hears why.
    func release(_ ask: OrganisationAsk, as what: What, in scope: TownTransaction, now: Moment) throws {
        var ask = ask
        ask.note(.tooLate, at: now)
        try OrganisationAsks(scope).save(ask)
        guard let organisation = try Organisations(scope).find(ask.organisation), let request = try HelpRequests(scope).find(ask.request)
        else { return }
        try letters.news(what, to: organisation, of: ask, about: request, in: scope)
    }

    /// Whoever was asked for a request that is answered or over.
    func releaseAll(of request: ID<HelpRequest>, in scope: TownTransaction, now: Moment) throws {
        for ask in try OrganisationAsks(scope).of(request) where ask.answer == nil {
            try release(ask, as: .unneeded, in: scope, now: now)
        }
    }

    func accepted(by organisation: Organisation, _ ask: OrganisationAsk, _ match: Match, of request: HelpRequest, in scope: TownTransaction)
        throws
    {
        try letters.news(.accepted, to: organisation, of: ask, about: request, in: scope)
        guard let owner = try People(scope).find(match.helper) else { return }
        try letters.accepted(by: organisation, match, of: request, to: owner, in: scope)
    }
}
