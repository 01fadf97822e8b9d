import Domain
import Persistence

/// How somebody comes to what they report: only through what they can see. Nobody is named by a free id.
public enum ReportDoor: Sendable {
    case request(ID<HelpRequest>, Actor)
    case offer(ID<Offer>, Actor)
    /// The other person of a match, or one of their messages.
    case conversation(ConversationDoor, ID<Message>?)

    /// - Throws: `notFound` for what this person cannot see, or is their own.
    func sight(in scope: TownTransaction, _ facts: TownFacts, now: Moment) throws -> ReportSight {
        let sight =
            switch self {
            case .request(let id, let actor): try need(id, actor, in: scope, facts, now: now)
            case .offer(let id, let actor): try offer(id, actor, in: scope, now: now)
            case .conversation(let door, let message): try meeting(door, message, in: scope, now: now)
            }
        guard sight.reporter != sight.accused, sight.accused != Person.nobody.id else { throw Refusal.notFound }
        return sight
    }

    private func need(
        _ id: ID<HelpRequest>, _ actor: Actor, in scope: TownTransaction, _ facts: TownFacts, now: Moment
    ) throws -> ReportSight {
        let calendar = RoughCalendar(now: now, in: facts.town.timeZone)
        guard let need = try NeedListing(scope, calendar: calendar).find(id), facts.category(need.category)?.mayBePublic == true,
            let request = try HelpRequests(scope).find(id)
        else { throw Refusal.notFound }
        return ReportSight(
            subject: ReportedSubject(kind: .request, category: need.category, neighbourhood: need.neighbourhood, text: need.text),
            id: id.bytes, accused: request.asker, reporter: actor.person, tie: actor.person == nil ? .visitor : .signedIn)
    }

    private func offer(_ id: ID<Offer>, _ actor: Actor, in scope: TownTransaction, now: Moment) throws -> ReportSight {
        guard let shown = try OfferListing(scope, now: now).find(id), let offer = try Offers(scope).find(id) else {
            throw Refusal.notFound
        }
        return ReportSight(
            subject: ReportedSubject(kind: .offer, category: shown.category, neighbourhood: shown.neighbourhood, text: shown.text),
            id: id.bytes, accused: offer.person, reporter: actor.person, tie: actor.person == nil ? .visitor : .signedIn)
    }

    private func meeting(_ door: ConversationDoor, _ id: ID<Message>?, in scope: TownTransaction, now: Moment) throws -> ReportSight {
        let seat = try door.seat(in: scope, now: now, evenWithdrawn: true)
        guard let other = try People(scope).find(seat.other) else { throw Refusal.notFound }
        let message = try id.map { id in
            guard let found = try Messages(scope).of(seat.match.id).first(where: { $0.id == id }), found.authorID == seat.other,
                found.isDelivered
            else {
                throw Refusal.notFound
            }
            return found
        }
        return ReportSight(
            subject: ReportedSubject(
                kind: message == nil ? .person : .message, category: seat.request.category, neighbourhood: seat.request.neighbourhood,
                text: message?.body, name: other.shownName),
            id: message?.id.bytes ?? seat.match.id.bytes, accused: seat.other, reporter: seat.me, tie: .met)
    }
}

/// What is reported, as the one who reports sees it.
public struct ReportedSubject: Sendable {
    public var kind: Report.Kind
    public var category: ID<Category>
    public var neighbourhood: ID<Neighbourhood>?
    public var text: String?
    /// First name and initial, of the other person of a match.
    public var name: String?
}

/// The same with who is behind it.
struct ReportSight {
    var subject: ReportedSubject
    var id: [UInt8]
    var accused: ID<Person>
    var reporter: ID<Person>?
    var tie: ReporterStanding.Tie
}
