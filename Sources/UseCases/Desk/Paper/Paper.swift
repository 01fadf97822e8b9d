import Domain
import Persistence

/// The desk on paper: sheets that are printed, and entered by their codes once the network is back.
///
/// To whoever does not answer calls nothing of it exists: `Refusal.notFound`.
public struct Paper: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// What somebody may print lists of.
    public struct Choices: Sendable {
        public var quartiers: [Neighbourhood]
        /// Requests whose quartier nobody knows.
        public var hasUnplaced: Bool
        public var organisations: [Organisation]
    }

    public func choices(by actor: Actor, in facts: TownFacts) async throws -> Choices {
        guard actor.answersCalls else { throw Refusal.notFound }
        let organisations = actor.runsDesk ? try await house.read(facts.town) { try Organisations($0).active() } : []
        return Choices(
            quartiers: facts.neighbourhoods.filter { actor.runsDesk || actor.mayGuide($0.id) },
            hasUnplaced: actor.runsDesk || actor.mayGuide(nil), organisations: organisations)
    }

    /// - Parameter copies: as it was typed.
    /// - Returns: what shows them.
    public func printSheets(_ copies: String?, by actor: Actor, in facts: TownFacts) async throws -> ID<PaperSlip.Printing> {
        guard actor.answersCalls, actor.person != nil else { throw Refusal.notFound }
        let count = try PaperSlip.copies(copies)
        return try await house.write(facts.town) { [house] scope in
            let printing = PaperPrinting(house: house, by: actor, town: facts.town, in: scope)
            try printing.blankSheets(count)
            return printing.id
        }
    }

    /// Where the code of a sheet leads when it is scanned.
    public func address(of code: PaperCode, in town: Town) -> String {
        "\(house.base(of: town))/conciergerie/papier/saisie?code=\(code.text)"
    }

    /// Blank sheets that were printed together; whose lists were printed is not shown again.
    public func sheets(_ printing: ID<PaperSlip.Printing>, by actor: Actor, in facts: TownFacts) async throws -> [PaperSlip] {
        guard actor.answersCalls else { throw Refusal.notFound }
        let slips = try await house.read(facts.town) { try PaperCodes($0).of(printing) }.filter(\.isIntake)
        guard !slips.isEmpty else { throw Refusal.notFound }
        return slips
    }
}
