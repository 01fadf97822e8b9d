import Domain

extension Links {
    var services: String { base + "/services" }
    /// Its place in the directory.
    func service(_ id: ID<LocalService>) -> String { "\(services)#\(ServiceCard.anchor(id))" }
    var keptServices: String { administration + "/services" }
    var newService: String { keptServices + "/nouveau" }
    func keptService(_ id: ID<LocalService>) -> String { "\(keptServices)/\(id.text)" }
    func serviceCheck(_ id: ID<LocalService>) -> String { keptService(id) + "/verification" }
    func serviceRemoval(_ id: ID<LocalService>) -> String { keptService(id) + "/retrait" }
}
