import Domain
import Hummingbird
import UseCases

/// The addresses of a town, as its forms complete them. Public data: no person is in it.
struct AddressOperations {
    let desk: APIDesk

    var all: [Operation] {
        [
            Operation(
                id: "searchAddresses", method: .get, path: "/towns/{town}/addresses", meaning: "Addresses that begin like this, or nearly.",
                note: "Ten at most, the likely one first; none where the town has no address base.",
                parameters: [
                    TownOperations.town,
                    Operation.Parameter(name: "q", place: .query, meaning: "What was typed so far, 200 characters at most."),
                ], answer: "AddressList", refusals: [404, 429], handle: search)
        ]
    }

    @Sendable private func search(_ request: Request, _ context: APIContext) async throws -> Response {
        let facts = try desk.town(context)
        try desk.take(.complete, request, context)
        let typed = String((request.uri.queryParameters["q"] ?? "").prefix(200))
        let found = try await Placing(desk.house).completions(of: typed, in: facts) ?? []
        return try .json(Listed(items: found.map(AddressAnswer.init)))
    }
}

private struct AddressAnswer: Encodable {
    var label: String
    var street: String
    var number: String?
    var postcode: String?
    var city: String
    var insee: String
    var isInTown: Bool

    init(_ candidate: AddressCandidate) {
        label = candidate.label
        street = candidate.street.name
        number = candidate.house
        postcode = candidate.street.postcode.isEmpty ? nil : candidate.street.postcode
        city = candidate.city
        insee = candidate.street.insee
        isInTown = candidate.isInTown
    }
}
