import Domain

extension Links {
    var desk: String { base + "/conciergerie" }
    var deskLookup: String { desk + "/demandes" }
    var scripts: String { administration + "/reponses" }
    var newScript: String { scripts + "/nouvelle" }
    func script(_ key: String) -> String { "\(scripts)/\(key)" }
    func scriptReset(_ key: String) -> String { script(key) + "/retour" }
    var calls: String { desk + "/appels" }
    func call(_ id: ID<Call>) -> String { "\(calls)/\(id.text)" }
    func callDraft(_ id: ID<Call>) -> String { call(id) + "/brouillon" }
    func callNeeds(_ id: ID<Call>) -> String { call(id) + "/besoins" }
    func callCaller(_ id: ID<Call>) -> String { call(id) + "/appelant" }
    func callKept(_ id: ID<Call>) -> String { call(id) + "/attente" }
    func callTakenOver(_ id: ID<Call>) -> String { call(id) + "/reprise" }
    func callEnd(_ id: ID<Call>) -> String { call(id) + "/fin" }
    func callSame(_ id: ID<Call>) -> String { call(id) + "/meme" }
    func callApart(_ id: ID<Call>) -> String { callSame(id) + "/annulation" }
    func callAgain(_ id: ID<Call>) -> String { callEnd(id) + "/annulation" }
    func callOther(_ id: ID<Call>) -> String { call(id) + "/autre" }
}
