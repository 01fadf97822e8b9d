import Domain

extension Links {
    /// What one agreed to.
    var consents: String { account + "/consentements" }
    func consentWithdrawal(_ id: ID<Consent>) -> String { "\(consents)/\(id.text)/retrait" }
    /// The data protection officer's first page: the journal.
    var dpo: String { base + "/dpo" }
    var journalSheet: String { dpo + "/journal.csv" }
    func journalName(_ number: Int64) -> String { "\(dpo)/journal/\(number)/nom" }
    var rights: String { base + "/vos-droits" }
    func rightsReceipt(_ id: ID<RightsRequest>) -> String { "\(rights)/recu/\(id.text)" }
    var rightsDesk: String { dpo + "/demandes" }
    var newRightsRequest: String { rightsDesk + "/nouvelle" }
    func rightsRequest(_ id: ID<RightsRequest>) -> String { "\(rightsDesk)/\(id.text)" }
    func rightsIdentity(_ id: ID<RightsRequest>) -> String { rightsRequest(id) + "/identite" }
    func rightsExtension(_ id: ID<RightsRequest>) -> String { rightsRequest(id) + "/prolongation" }
    func rightsAnswer(_ id: ID<RightsRequest>) -> String { rightsRequest(id) + "/reponse" }
    func rightsErasure(_ id: ID<RightsRequest>) -> String { rightsRequest(id) + "/effacement" }
    func rightsFile(_ id: ID<RightsRequest>) -> String { rightsRequest(id) + "/dossier" }
    var dossiers: String { dpo + "/dossiers" }
    func dossier(_ kind: Dossier.Kind) -> String { "\(dossiers)/\(kind.rawValue)" }
    var retention: String { dpo + "/conservation" }
    func retentionRule(_ subject: RetentionRule.Subject) -> String { "\(retention)/regles/\(subject.rawValue)" }
    func retentionSlip(_ run: ID<RetentionRun>) -> String { "\(retention)/bordereaux/\(run.text)" }
    var ownData: String { account + "/donnees" }
    var ownErasure: String { account + "/effacement" }
    var erased: String { base + "/compte-efface" }
}
