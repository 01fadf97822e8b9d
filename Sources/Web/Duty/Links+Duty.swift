import Domain

extension Links {
    var duties: String { desk + "/permanence" }
    func duties(_ week: CivilWeek) -> String { "\(duties)?semaine=\(week.text)" }
    func dutySheet(_ week: CivilWeek) -> String { "\(duties)/affiche?semaine=\(week.text)" }
    var dutyCopies: String { duties + "/copie" }
    func takenDuty(_ id: ID<Duty>) -> String { "\(duties)/\(id.text)/prise" }
    func leftDuty(_ id: ID<Duty>) -> String { "\(duties)/\(id.text)/retrait" }
    func personOfDuty(_ id: ID<Duty>) -> String { "\(duties)/\(id.text)/personne" }
    func removedDuty(_ id: ID<Duty>) -> String { "\(duties)/\(id.text)/suppression" }
    var handOver: String { desk + "/passation" }
    func readHandOver(_ id: ID<HandOver>) -> String { "\(handOver)/\(id.text)/lecture" }
    var liveBoard: String { desk + "/tableau" }
    var liveBoardFeed: String { liveBoard + "/flux" }
}
