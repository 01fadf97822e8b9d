import Domain

extension Links {
    var callBacks: String { desk + "/rappels" }
    var newCallBack: String { callBacks + "/nouveau" }
    var nextCallBack: String { callBacks + "/suivant" }
    var dueCallBacks: String { callBacks + "/a-faire" }
    var endOfCallBack: String { callBacks + "/fin" }
    func callBack(_ caller: CallerKey) -> String { "\(callBacks)/\(caller.text)" }
    func callBackResult(_ caller: CallerKey) -> String { callBack(caller) + "/resultat" }
    func callBackSettled(_ caller: CallerKey) -> String { callBack(caller) + "/regle" }
    func callPromise(_ id: ID<Call>) -> String { call(id) + "/rappel" }
}
