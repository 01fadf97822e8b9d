import Domain

extension Links {
    var signInCode: String { signIn + "/code" }
    func signInLink(_ token: String) -> String { "\(signIn)/lien/\(token)" }
    var signInChoice: String { signIn + "/personne" }
    var welcome: String { base + "/bienvenue" }
    var signOut: String { base + "/deconnexion" }
}
