import AddressSearch
import Database
import Domain
import Geography
import Persistence

/// From what somebody types to a place of the town: completion, and the spot of an address with its quartier and its cell.
public struct Placing: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// Addresses that begin like this, or nearly, the likely ones first; nil while nobody can tell.
    public func completions(of text: String, in facts: TownFacts) async throws -> [AddressCandidate]? {
        facts.isGeocoded
            ? await house.geocoder?.candidates(for: text, in: facts.town, .completing) : try await suggestions(for: text, in: facts)
    }

    /// What the base has that resembles this; nobody is asked, nothing is kept.
    private func suggestions(for text: String, in facts: TownFacts, limit: Int = 10) async throws -> [AddressCandidate] {
        guard let base = try await house.addresses.base(of: facts) else { return [] }
        let communes = Set(facts.town.insee.map(CommuneCode.all) ?? [])
        let found = base.suggestions(for: text, limit: limit, communes: communes).flatMap { $0.candidates(in: facts.town) }
        return Array(found.prefix(limit)).markingExact(text)
    }

    /// What the base or the geocoder says of the address in a form; nil when there is none, or nobody to ask.
    public func finding(_ form: PlaceForm, in facts: TownFacts) async throws -> PlaceFinding? {
        // Nobody outside is told an address that stays as it was written.
        guard facts.hasAddresses, !(facts.isGeocoded && form.keepsWords), let typed = form.typedAddress,
            let candidates = try await candidates(for: typed, in: facts)
        else { return nil }
        let finding = AddressFinding(candidates, for: typed)
        guard case .found(let address) = finding else { return PlaceFinding(address: finding) }
        let spot = try await spot(of: address, in: facts)
        return PlaceFinding(address: finding, neighbourhood: quartier(of: spot, in: facts), spot: spot)
    }

    /// Where a list is to be read around: the likeliest address in town, without a question.
    public func place(near typed: String, in facts: TownFacts) async throws -> PlaceFinding? {
        let candidates = try await suggestions(for: typed, in: facts, limit: 5)
        // Named to the letter, the same street next door is not meant here.
        if case .outside = AddressFinding(candidates, for: typed) { return nil }
        guard let found = candidates.first(where: { $0.isInTown && $0.score > 0.5 }) else { return nil }
        let spot = try await spot(of: found, in: facts)
        return PlaceFinding(address: .found(found), neighbourhood: quartier(of: spot, in: facts), spot: spot)
    }

    /// The cell's, so that the two never say more together than one; else the one that holds the point.
    private func quartier(of spot: Spot, in facts: TownFacts) -> ID<Neighbourhood>? {
        if let cell = spot.cell.flatMap({ facts.cells[$0] }) { return cell.neighbourhood }
        return facts.neighbourhood(holding: spot.point)?.id
    }

    private func candidates(for typed: String, in facts: TownFacts) async throws -> [AddressCandidate]? {
        facts.isGeocoded
            ? await house.geocoder?.candidates(for: typed, in: facts.town, .finding)
            : try await suggestions(for: typed, in: facts, limit: 8)
    }

    private func spot(of address: AddressCandidate, in facts: TownFacts) async throws -> Spot {
        let cell = try await house.read(facts.town) { scope in
            let cells = HomeCells(scope)
            return try cells.grid().flatMap { try cells.cell(of: facts.part(of: address.point, in: $0)) }
        }
        return Spot(point: address.point, cell: cell, street: address.street, house: address.house)
    }
}

extension [AddressCandidate] {
    /// Notes those that are what was typed: the line alone, or with postcode, city or both.
    fileprivate func markingExact(_ text: String) -> Self {
        let typed = AddressText.key(text)
        let street = typed.split(separator: " ").drop { $0.first?.isNumber == true }.joined(separator: " ")
        return map { candidate in
            var candidate = candidate
            let line = [candidate.house ?? "", candidate.street.name].filter { !$0.isEmpty }.joined(separator: " ")
            let ends = ["", candidate.street.postcode, candidate.city, "\(candidate.street.postcode) \(candidate.city)"]
            candidate.isExact = ends.contains { AddressText.key("\(line) \($0)") == (candidate.lacksNumber ? street : typed) }
            return candidate
        }
    }
}

extension Spot {
    /// The cell, where it lies in the quartier that the public is told: any other would point at the true place.
    func cell(in quartier: ID<Neighbourhood>?, _ facts: TownFacts) -> Int? {
        cell.flatMap { facts.cells[$0] }.flatMap { $0.neighbourhood == quartier ? $0.number : nil }
    }
}

extension Suggestion {
    /// The place itself; for a number that its street does not have, the doors next to it too.
    fileprivate func candidates(in town: Town) -> [AddressCandidate] {
        guard kind != .commune else { return [] }
        return [candidate(number, at: point, in: town)] + nearest.map { candidate($0, at: $0.point, in: town) }
    }

    private func candidate(_ door: HouseNumber?, at point: Point, in town: Town) -> AddressCandidate {
        let line = [door?.label ?? "", street].filter { !$0.isEmpty }.joined(separator: " ")
        return AddressCandidate(
            label: [line, postcode, city].filter { !$0.isEmpty }.joined(separator: " "),
            street: AddressStreet.Key(insee: insee, name: street, postcode: postcode), city: city,
            house: door.map { "\($0.number)\($0.suffix)" }, point: point, score: score, lacksNumber: numberUnknown && door == nil,
            isInTown: town.holds(insee))
    }
}
