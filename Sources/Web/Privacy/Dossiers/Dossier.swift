import Domain
import Localization
import UseCases

/// One of the officer's files: parts of plain lines. What only the town can say is a blank, and looks like one.
struct Dossier: Sendable {
    enum Kind: String, Sendable, CaseIterable {
        case impact = "analyse-d-impact"
        case register = "registre"
        case processor = "sous-traitance"
        case security = "securite"

        /// In the catalogue's keys.
        var word: String {
            switch self {
            case .impact: "impact"
            case .register: "register"
            case .processor: "processor"
            case .security: "security"
            }
        }
    }

    enum Line: Sendable, Equatable {
        case text(String)
        /// Nil is a blank to be filled in by hand.
        case fact(String, [String]?)
    }

    struct Part: Sendable {
        var title: String
        var lines: [Line]
    }

    let kind: Kind
    let facts: TownFacts
    let standing: Dossiers.Facts
    let t: Localizer

    init(_ kind: Kind, facts: TownFacts, standing: Dossiers.Facts, t: Localizer) {
        self.kind = kind
        self.facts = facts
        self.standing = standing
        self.t = t
    }

    var parts: [Part] {
        switch kind {
        case .impact: impact
        case .register: register
        case .processor: processing
        case .security: security
        }
    }

    var town: Town { facts.town }
    var settings: TownSettings { town.settings }

    /// `dossier.impact.need`, with as many sentences as it has: `dossier.impact.need.1`…
    func part(_ name: String, sentences count: Int = 0, _ lines: [Line] = []) -> Part {
        let key = "dossier.\(kind.word).\(name)"
        let sentences = count == 0 ? [] : (1...count).map { Line.text(t("\(key).\($0)")) }
        return Part(title: t(key), lines: sentences + lines)
    }

    func fact(_ name: String, _ value: String?) -> Line { fact(name, value.map { [$0] }) }
    func fact(_ name: String, _ values: [String]?) -> Line {
        let known = values?.filter { !$0.isEmpty } ?? []
        return .fact(t("dossier.fact.\(name)"), known.isEmpty ? nil : known)
    }
}
