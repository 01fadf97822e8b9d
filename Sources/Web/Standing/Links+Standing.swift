import Domain

extension Links {
    func offerSecond(_ token: String) -> String { answer(token) + "/deuxieme" }
    func nextTime(_ token: String) -> String { "\(base)/prochaine-fois/\(token)" }
    func nextTimeAfterAll(_ token: String) -> String { nextTime(token) + "/finalement" }
    func second(_ token: String) -> String { "\(base)/deuxieme/\(token)" }
    func guidedSecond(_ id: ID<HelpRequest>) -> String { guidedRequest(id) + "/deuxieme" }
    func standingCheck(_ token: String) -> String { "\(base)/nouvelles/\(token)" }
}
