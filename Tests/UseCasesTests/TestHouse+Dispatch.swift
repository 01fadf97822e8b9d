import Database
import Domain
import Persistence
import TestSupport
@testable import UseCases

extension TestHouse {
    static let phoneHelper = [
        "firstName": "Yvette", "lastName": "Colin", "phone": "06 11 22 33 44", "neighbourhood": "les-tilleuls", "birthYear": "1954",
        "notice": "yes", "charter": "yes", "takes-groceries": "yes",
    ]

    /// Yvette, who has a telephone and no e-mail, and helps with groceries.
    func writeDownYvette(by actor: Actor? = nil) async throws -> ID<Person> {
        try await Dispatch(house).writeDown(PhoneHelperForm(Self.phoneHelper), language: "fr", by: actor ?? attendant, in: town)
    }

    func dispatchCalls(_ request: ID<HelpRequest>) async throws -> [DispatchCall] {
        try await house.read(town.town) { try DispatchCalls($0).about(request) }
    }

    /// Rings somebody about a request and notes what came of it.
    @discardableResult
    func ring(
        _ helper: ID<Person>?, about id: ID<HelpRequest>, _ result: [String: String], by actor: Actor? = nil
    ) async throws -> DispatchCall {
        let (dispatch, actor) = (Dispatch(house), actor ?? attendant)
        let call = try await dispatch.ring(helper, about: id, by: actor, in: town)
        return try await dispatch.note(DispatchOutcomeForm(result), of: call, by: actor, in: town)
    }
}
