import Domain

extension Links {
    /// Who could take this request.
    func dispatch(_ id: ID<HelpRequest>) -> String { "\(deskLookup)/\(id.text)/orientation" }
    func dispatchSearch(_ id: ID<HelpRequest>) -> String { dispatch(id) + "/recherche" }
    func dispatchAsks(_ id: ID<HelpRequest>) -> String { dispatch(id) + "/sollicitations" }
    func dispatchYes(_ id: ID<HelpRequest>) -> String { dispatch(id) + "/oui" }
    func dispatchCalls(_ id: ID<HelpRequest>) -> String { dispatch(id) + "/appels" }
    func dispatchTold(_ id: ID<HelpRequest>) -> String { dispatch(id) + "/a-lire" }
    func dispatchWithdrawal(_ id: ID<HelpRequest>) -> String { dispatch(id) + "/retrait" }
    func dispatchCall(_ id: ID<DispatchCall>) -> String { "\(desk)/appels-aidants/\(id.text)" }
    func dispatchStop(_ id: ID<DispatchCall>) -> String { dispatchCall(id) + "/arret" }
    func dispatchOrganisation(_ id: ID<HelpRequest>, _ organisation: ID<Organisation>, _ act: String) -> String {
        "\(dispatch(id))/organisations/\(organisation.text)/\(act)"
    }
    var phoneHelper: String { desk + "/aidants/nouveau" }
}
