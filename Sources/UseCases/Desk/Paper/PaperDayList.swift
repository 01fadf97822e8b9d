import Domain
import Persistence

/// A day's requests of a quartier or an organisation, to be worked on paper. First names only for whoever guides the request; no address.
public struct PaperDayList: Sendable {
    public enum Subject: Sendable, Equatable {
        case quartier(Neighbourhood)
        /// Requests whose quartier nobody knows.
        case unplaced
        case organisation(ID<Organisation>)
    }

    public struct Line: Sendable {
        public var code: PaperCode
        public var request: HelpRequest
        /// Of the person helped.
        public var firstName: String?
    }

    public var lines: [Line]
    /// The organisation's, where it is the list of one.
    public var organisation: String?
    public var now: Moment
}

extension Paper {
    /// At most this many requests leave the screen on one list.
    static let listSize = 60

    /// What may be done until tonight, the most pressing first. The journal keeps each person whose name is on it.
    public func dayList(of subject: PaperDayList.Subject, by actor: Actor, in facts: TownFacts) async throws -> PaperDayList {
        guard mayPrint(subject, actor) else { throw Refusal.notFound }
        let now = house.world.now()
        let tonight = LocalTime(now, in: facts.town.timeZone).at(hour: 0, daysLater: 1, in: facts.town.timeZone)
        return try await house.write(facts.town) { [house] scope in
            let (found, organisation) = try requests(of: subject, until: tonight, in: scope)
            let requests = found.filter(actor.maySpeak)
            let people = try People(scope).find(requests.filter(actor.mayGuide).map(\.beneficiary))
            let printing = PaperPrinting(house: house, by: actor, town: facts.town, in: scope)
            let codes = try printing.codes(of: requests.map { PaperRow(request: $0.id) })
            for person in people.keys {
                try Desk(house).journal(.printed, by: actor, "people", person.bytes, for: "day_list", in: scope)
            }
            let lines = zip(codes, requests).map { code, request in
                PaperDayList.Line(
                    code: code, request: request, firstName: actor.mayGuide(request) ? people[request.beneficiary]?.firstName : nil)
            }
            return PaperDayList(lines: lines, organisation: organisation, now: now)
        }
    }

    private func mayPrint(_ subject: PaperDayList.Subject, _ actor: Actor) -> Bool {
        guard actor.answersCalls else { return false }
        switch subject {
        case .quartier(let quartier): return actor.runsDesk || actor.mayGuide(quartier.id)
        case .unplaced: return actor.runsDesk || actor.mayGuide(nil)
        case .organisation: return actor.runsDesk
        }
    }

    private func requests(
        of subject: PaperDayList.Subject, until tonight: Moment, in scope: TownTransaction
    ) throws -> ([HelpRequest], organisation: String?) {
        let listing = PaperListing(scope, until: tonight)
        switch subject {
        case .quartier(let quartier): return (try listing.requests(in: quartier.id, limit: Self.listSize), nil)
        case .unplaced: return (try listing.requests(in: nil, limit: Self.listSize), nil)
        case .organisation(let id):
            guard let organisation = try Organisations(scope).find(id) else { throw Refusal.notFound }
            return (try listing.requests(of: id, limit: Self.listSize), organisation.name)
        }
    }
}
