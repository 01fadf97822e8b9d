import Domain
import Persistence
import Secrets

/// How somebody comes to a mandate: signed in, or by a link on paper or in a mail.
public enum MandateDoor: Sendable {
    case account(ID<Mandate>, Viewer)
    case link(Token)

    /// What somebody is to a mandate.
    enum Part: Sendable {
        case represented(ID<Person>)
        case holder(ID<Person>)
        /// Referent or administrator of the place.
        case guide(ID<Person>)
        /// The one whom the represented person lets read.
        case reader
    }

    /// - Throws: `notFound` for a wrong link, and to whoever has no part in it.
    func open(in scope: TownTransaction) throws -> (Mandate, Part) {
        switch self {
        case .account(let id, let viewer):
            guard let mandate = try Mandates(scope).find(id), let part = try Self.part(of: viewer, in: mandate, scope) else {
                throw Refusal.notFound
            }
            return (mandate, part)
        case .link(let token):
            let links = try MandateLinks(scope)
            if let mandate = try links.find(token.hash).flatMap({ try Mandates(scope).find($0) }) {
                return (mandate, .represented(mandate.represented))
            }
            guard let mandate = try links.read(with: token.hash).flatMap({ try Mandates(scope).find($0) }) else { throw Refusal.notFound }
            return (mandate, .reader)
        }
    }

    private static func part(of viewer: Viewer, in mandate: Mandate, _ scope: TownTransaction) throws -> Part? {
        let person = viewer.person.id
        if try Selves(scope).of(viewer.person).contains(where: { $0.id == mandate.represented }) { return .represented(person) }
        if mandate.holder == person { return .holder(person) }
        return mandate.isOverseen(by: viewer.actor) ? .guide(person) : nil
    }
}

extension MandateDoor.Part {
    /// Nil for a reader, who may have no account.
    var person: ID<Person>? {
        switch self {
        case .represented(let person), .holder(let person), .guide(let person): person
        case .reader: nil
        }
    }

    var mayReadActs: Bool { if case .holder = self { false } else { true } }
    var mayRevoke: Bool { if case .reader = self { false } else { true } }
    /// Who reads is for the represented person to say, or for a referent who hears them.
    var mayChooseReader: Bool {
        switch self {
        case .represented, .guide: true
        case .holder, .reader: false
        }
    }
}
