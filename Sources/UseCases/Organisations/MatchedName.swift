import Domain
import Persistence

/// Who helps, as the other side is told: a first name and initial, or an organisation.
struct MatchedName {
    let scope: TownTransaction

    func of(_ match: Match, _ helper: Person?) throws -> String? {
        guard match.origin == .organisation, let organisation = try Organisations(scope).accepting(match.id) else {
            return helper?.shownName
        }
        return organisation.name
    }
}
