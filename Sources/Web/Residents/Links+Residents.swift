import Domain

extension Links {
    var signInCode: String { signIn + "/code" }
    func signInLink(_ token: String) -> String { "\(signIn)/lien/\(token)" }
    var signInChoice: String { signIn + "/personne" }
    var welcome: String { base + "/bienvenue" }
    var signOut: String { base + "/deconnexion" }

    var newAddress: String { account + "/adresse" }
    func newAddress(_ token: String) -> String { "\(newAddress)/\(token)" }
    var ownRequests: String { account + "/demandes" }
    var endOfSessions: String { account + "/sessions/fin" }
    func endOfSession(_ id: ID<Session>) -> String { "\(account)/sessions/\(id.text)/fin" }
    var availability: String { account + "/disponibilites" }
    var endOfHelp: String { availability + "/fin" }
    var refusedKinds: String { availability + "/types" }
    var pause: String { account + "/pause" }
    var endOfPause: String { pause + "/fin" }
    var charter: String { account + "/charte" }
    var meeting: String { account + "/rencontre" }

    var trust: String { referent + "/confiance" }
    func trust(_ person: ID<Person>) -> String { "\(trust)/\(person.text)" }
    func meetings(_ person: ID<Person>) -> String { trust(person) + "/rencontres" }
    func endOfTrust(_ person: ID<Person>) -> String { trust(person) + "/retrait" }
    func authorisation(_ person: ID<Person>) -> String { trust(person) + "/autorisation" }
    func endOfAuthorisation(_ person: ID<Person>) -> String { authorisation(person) + "/retrait" }

    var invitation: String { base + "/invitation" }
    func invitation(_ secret: String) -> String { "\(invitation)/\(secret)" }
    func refusalOfInvitation(_ secret: String) -> String { invitation(secret) + "/refus" }
    var invitations: String { administration + "/invitations" }
    func endOfInvitation(_ id: ID<Invitation>) -> String { "\(invitations)/\(id.text)/retrait" }
    func endOfRole(_ id: ID<Role>) -> String { "\(administration)/roles/\(id.text)/retrait" }
}
