import Domain

extension Links {
    func stillAvailable(_ token: String) -> String { "\(base)/disponibilite/\(token)" }
    func availabilityCall(_ person: ID<Person>) -> String { "\(referent)/disponibilite/\(person.text)" }
}
