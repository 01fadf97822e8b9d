import Domain

extension Links {
    var organisations: String { administration + "/organisations" }
    var newOrganisation: String { organisations + "/nouvelle" }
    func organisation(_ id: ID<Organisation>) -> String { "\(organisations)/\(id.text)" }
    func organisationActivation(_ id: ID<Organisation>) -> String { organisation(id) + "/activation" }
    var reserve: String { administration + "/reserve-communale" }
    func endOfActivation(_ id: ID<ReserveActivation>) -> String { "\(reserve)/\(id.text)/fin" }
    /// What an organisation opens by the link of its mail.
    func organisation(_ token: String) -> String { "\(base)/organisation/\(token)" }
    func organisationOutcome(_ token: String) -> String { organisation(token) + "/suite" }
    func organisationWithdrawal(_ token: String) -> String { organisation(token) + "/retrait" }
    func organisationMessage(_ token: String) -> String { organisation(token) + "/message" }
}
