import Domain
import Persistence

/// Whose file it is: the person, the rows they left before they had an account, and what they asked.
struct ExportSubject {
    let person: Person
    let selves: [Person]
    let requests: [HelpRequest]
    let facts: TownFacts

    func isSelf(_ id: ID<Person>?) -> Bool { id.map { one in selves.contains { $0.id == one } } ?? false }
    func category(_ id: ID<Category>) -> String? { facts.category(id)?.label(person.language) }
    func place(_ id: ID<Neighbourhood>?) -> String? { facts.neighbourhood(id)?.name }
}

/// One part of somebody's file. A feature that keeps something about people adds its chapter to `all`, and is exported from then on.
struct ExportChapter: Sendable {
    typealias Fact = PersonalFile.Fact

    let name: String
    let entries: @Sendable (ExportSubject, TownTransaction) throws -> [[Fact?]]

    static let all: [ExportChapter] = [
        .account, .availability, .checks, .requests, .calls, .callBacks, .duty, .offers, .decisions, .asks, .dispatchCalls, .otherTimes,
        .matches, .appointments,
        .noShows,
        .standing,
        .messages, .outcomes, .blocks, .reports, .stops, .proposals, .mandates, .acts, .consents, .roles, .organisations, .absences,
        .crises, .quartier, .sessions, .accesses,
    ]

    func read(_ subject: ExportSubject, in scope: TownTransaction) throws -> PersonalFile.Chapter {
        let entries = try entries(subject, scope).map { $0.compactMap(\.self) }.filter { !$0.isEmpty }
        return PersonalFile.Chapter(name: name, entries: entries)
    }
}

extension PersonalFile.Value {
    static func word(_ raw: some RawRepresentable<String>) -> Self { .word(raw.rawValue) }
}
