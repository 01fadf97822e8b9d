import Domain
import Persistence

/// What a helper is told by voice once they have said yes; to whoever gets mail the site writes it.
public struct ToldHelper: Sendable {
    public var request: HelpRequest
    public var helper: Person
    /// Of whoever is helped: first name and initial (G-03).
    public var beneficiaryName: String
    /// Where they agreed to have it passed on.
    public var phone: PhoneNumber?
    /// Approved by the guard, or without anything to hold it for.
    public var details: String?
    public var constraints: String?
    public var ownerName: String
    public var match: Match
    public var mayGuide: Bool
}

extension Dispatch {
    /// Only while they help, and only of somebody who gets no mail is there anything to read out. Whose numbers were shown is journaled.
    public func told(_ id: ID<HelpRequest>, by actor: Actor, in facts: TownFacts) async throws -> ToldHelper {
        try await house.write(facts.town) { scope in
            let request = try dispatched(id, by: actor, in: scope)
            guard let match = try Matches(scope).active(for: id), match.isPersonal,
                let helper = try People(scope).find(match.helper)
            else { throw Refusal.notFound }
            let people = try People(scope).find([request.asker, request.beneficiary, request.owner])
            let beneficiary = people[request.beneficiary]
            var told = ToldHelper(
                request: request, helper: helper, beneficiaryName: beneficiary?.shownName ?? "",
                ownerName: people[request.owner]?.shownName ?? "", match: match, mayGuide: actor.mayGuide(request))
            guard !helper.isMailed else { return told }
            (told.details, told.constraints) = (request.isHeld ? nil : request.details, request.isHeld ? nil : request.constraints)
            told.phone = try [people[request.beneficiary], people[request.asker]].compactMap(\.self).lazy
                .first { try Consents(scope).inForce(of: $0.id).shared(in: match).contains(.phone) && $0.phone != nil }?.phone
            let read = [helper.id, told.phone == nil ? nil : request.beneficiary].compactMap(\.self)
            for person in read { try journal(.readContact, by: actor, "people", person.bytes, for: "told_helper", in: scope) }
            return told
        }
    }
}
