import Domain
import Persistence

/// Who is asked in the demo when no neighbour could answer: an association of some quartiers, the town's own agents, the reserve.
struct DemoOrganisations {
    let scope: TownTransaction
    let stage: DemoStage

    private struct Sheet {
        var name: String
        var kind: Organisation.Kind
        var account: String
        var takes: [String]?
        var isLocal = false
    }

    private var sheets: [Sheet] {
        [
            Sheet(
                name: "Le Panier partagé", kind: .association, account: "panier", takes: ["groceries", "conversation", "paperwork"],
                isLocal: true),
            Sheet(name: "Service des solidarités de \(stage.facts.town.name)", kind: .service, account: "solidarites"),
            Sheet(name: "Réserve communale de \(stage.facts.town.name)", kind: .communalReserve, account: "reserve"),
        ]
    }

    func write(_ chance: inout SeededChance) throws {
        let at = stage.staff.opening
        for sheet in sheets {
            guard let email = EmailAddress("\(sheet.account)@\(stage.facts.town.slug).demo.invalid") else { continue }
            let quartiers = Set(stage.facts.neighbourhoods.prefix(3).map(\.id))
            let owner = sheet.isLocal ? stage.staff.referents.first ?? stage.staff.administrator : stage.staff.administrator
            try Organisations(scope).save(
                Organisation(
                    id: chance.id(at: at), kind: sheet.kind, name: sheet.name, email: email, owner: owner.id,
                    zone: sheet.isLocal && !quartiers.isEmpty ? quartiers : nil,
                    categories: sheet.takes.map { Set($0.compactMap { stage.facts.category(key: $0)?.id }) }, createdAt: at))
        }
    }
}
