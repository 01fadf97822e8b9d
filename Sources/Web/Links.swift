import Domain
import Secrets

/// Every address of a town's site, typed; `base` is empty on its own host.
struct Links: Sendable {
    let base: String

    /// Those of another town of the instance.
    func beside(_ town: Town) -> Links { Links(base: town.host.map { "https://\($0)" } ?? "/t/\(town.slug)") }

    var home: String { base + "/" }
    var ask: String { base + "/demandes/nouvelle" }
    func ask(_ step: AskForm.Step) -> String { "\(ask)/\(step.path)" }
    func tracking(_ token: String) -> String { "\(base)/suivi/\(token)" }
    func answer(_ token: String) -> String { "\(base)/reponse/\(token)" }
    func otherTime(_ token: String) -> String { answer(token) + "/autre-moment" }
    func reminder(_ token: String) -> String { "\(base)/rendez-vous/\(token)" }
    func noShow(_ token: String) -> String { "\(base)/rendez-vous-manque/\(token)" }
    var addresses: String { base + "/adresses" }
    var needs: String { base + "/demandes" }
    func need(_ id: ID<HelpRequest>) -> String { "\(needs)/\(id.text)" }
    func helping(_ id: ID<HelpRequest>) -> String { "\(need(id))/aide" }
    var offers: String { base + "/propositions" }
    func offer(_ id: ID<Offer>) -> String { "\(offers)/\(id.text)" }
    var map: String { base + "/carte" }
    var newOffer: String { base + "/propositions/nouvelle" }
    var signIn: String { base + "/connexion" }
    var account: String { base + "/mon-compte" }
    var conversations: String { base + "/conversations" }
    var referent: String { base + "/referent" }
    var guidedRequests: String { referent + "/demandes" }
    func guidedRequest(_ id: ID<HelpRequest>) -> String { "\(guidedRequests)/\(id.text)" }
    func agreement(_ id: ID<HelpRequest>) -> String { guidedRequest(id) + "/accord" }
    func guidedOutcome(_ id: ID<HelpRequest>) -> String { guidedRequest(id) + "/suite" }
    func guidedCancellation(_ id: ID<HelpRequest>) -> String { guidedRequest(id) + "/annulation" }
    func guidedRestart(_ id: ID<HelpRequest>) -> String { guidedRequest(id) + "/relance" }
    func guidedOwner(_ id: ID<HelpRequest>) -> String { guidedRequest(id) + "/responsable" }
    func guidedAlarm(_ id: ID<HelpRequest>) -> String { guidedRequest(id) + "/alerte" }
    func guidedConfirmation(_ id: ID<HelpRequest>) -> String { guidedRequest(id) + "/confirmation" }
    func guidedNoShow(_ id: ID<HelpRequest>) -> String { guidedRequest(id) + "/rendez-vous-manque" }
    func guidedNoShowDecision(_ id: ID<HelpRequest>) -> String { guidedNoShow(id) + "/decision" }
    func guidedTime(_ id: ID<HelpRequest>, _ proposal: ID<TimeProposal>) -> String {
        "\(guidedRequest(id))/moments/\(proposal.text)"
    }
    var ringBacks: String { referent + "/rappels" }
    func ringBack(_ id: ID<RingBack>) -> String { "\(ringBacks)/\(id.text)" }
    func ringBackResult(_ id: ID<RingBack>) -> String { ringBack(id) + "/resultat" }
    var dayList: String { referent + "/liste-du-jour" }
    var moderation: String { base + "/moderation" }
    func moderation(later: String, isDone: Bool = false) -> String {
        let parts = [later.isEmpty ? nil : "plus-tard=\(later)", isDone ? "fait=1" : nil].compactMap(\.self)
        return parts.isEmpty ? moderation : "\(moderation)?\(parts.joined(separator: "&"))"
    }
    func decision(_ text: PendingText) -> String {
        "\(moderation)/\(text.kind.path)/\(ID<PendingText>(bytes: text.subject)?.text ?? "")/decision"
    }
    func appealAnswer(_ id: ID<DecidedText>) -> String { "\(moderation)/recours/\(id.text)/reponse" }
    func offerAppeal(_ id: ID<Offer>) -> String { ownOffer(id) + "/recours" }
    var administration: String { base + "/administration" }
    func administration(_ section: SettingsSection) -> String { section == .town ? administration : "\(administration)/\(section.path)" }
    var categories: String { administration + "/categories" }
    var security: String { administration + "/securite" }
    func category(_ key: String) -> String { "\(categories)/\(key)" }
    var figures: String { base + "/chiffres" }
    var accessibility: String { base + "/accessibilite" }
    var legal: String { base + "/mentions-legales" }
    var privacy: String { base + "/vos-donnees" }
    var help: String { base + "/aide" }
    var contact: String { base + "/contact" }
    var siteMap: String { base + "/plan-du-site" }
    var report: String { base + "/signaler" }
    var theme: String { base + "/theme.css" }
    var logo: String { base + "/logo" }
}

extension SettingsSection {
    /// French, in every language.
    var path: String {
        switch self {
        case .town: "ville"
        case .brand: "marque"
        case .controllers: "responsables"
        case .legal: "mentions"
        case .accessibility: "accessibilite"
        case .mail: "courriels"
        case .ladder: "delais"
        case .desk: "permanence"
        case .crisis: "reglages-de-crise"
        case .capacity: "capacite"
        case .moderation: "moderation"
        case .charter: "charte"
        case .map: "carte"
        }
    }

    init?(path: String) {
        guard let section = Self.allCases.first(where: { $0.path == path }) else { return nil }
        self = section
    }
}

extension AskForm.Step {
    /// French, in every language.
    var path: String {
        switch self {
        case .what: "quoi"
        case .when: "quand"
        case .place: "ou"
        case .who: "pour-qui"
        case .details: "precisions"
        case .contact: "vous-joindre"
        case .check: "verification"
        }
    }

    init?(path: String) {
        guard let step = Self.allCases.first(where: { $0.path == path }) else { return nil }
        self = step
    }

    var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
    var previous: Self? { number > 1 ? Self.allCases[number - 2] : nil }
    var next: Self? { number < Self.allCases.count ? Self.allCases[number] : nil }
}
