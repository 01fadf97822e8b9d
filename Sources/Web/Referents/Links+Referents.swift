import Domain

extension Links {
    func referent(done: String) -> String { "\(referent)?fait=\(done)" }
    func welcome(_ person: ID<Person>) -> String { "\(referent)/bienvenue/\(person.text)" }
    func newsGiven(_ person: ID<Person>) -> String { "\(referent)/nouvelles/\(person.text)" }
    var dayMail: String { referent + "/courriel" }
    var endOfDayMail: String { dayMail + "/fin" }
    var absences: String { referent + "/absences" }
    func declinedAbsence(_ id: ID<Absence>) -> String { "\(absences)/\(id.text)/refus" }
    func endOfAbsence(_ id: ID<Absence>) -> String { "\(absences)/\(id.text)/fin" }
    /// The form of an invitation, filled for a second referent.
    func referentWanted(_ neighbourhood: Neighbourhood) -> String { "\(invitations)?quartier=\(neighbourhood.slug)#email" }
}
