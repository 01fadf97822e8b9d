import Domain
import UseCases

extension Links {
    var concerns: String { base + "/inquietudes" }
    var newConcern: String { concerns + "/nouvelle" }
    func newConcern(_ source: Concerning.Source) -> String {
        let (name, value) = ConcernSource.query(source)
        return "\(newConcern)?\(name)=\(value)"
    }
    func concern(_ id: ID<Concern>) -> String { "\(concerns)/\(id.text)" }
    func raisedConcern(_ id: ID<Concern>) -> String { concern(id) + "/recue" }
    func concern(token: String) -> String { "\(base)/inquietude/\(token)" }
    func callConcern(_ id: ID<Call>) -> String { call(id) + "/inquietude" }
}

/// Where a worry came upon somebody, as the address says it.
enum ConcernSource {
    static let names = ["appel", "rappel", "demande", "conversation"]

    static func query(_ source: Concerning.Source) -> (name: String, value: String) {
        switch source {
        case .call(let id): ("appel", id.text)
        case .caller(let key): ("rappel", key.text)
        case .request(let id): ("demande", id.text)
        case .match(let id): ("conversation", id.text)
        }
    }

    static func read(_ value: (String) -> String?) -> Concerning.Source? {
        for name in names {
            guard let text = value(name) else { continue }
            switch name {
            case "appel": return ID(text: text).map { .call($0) }
            case "rappel": return CallerKey(text: text).map { .caller($0) }
            case "demande": return ID(text: text).map { .request($0) }
            default: return ID(text: text).map { .match($0) }
            }
        }
        return nil
    }

    static func back(_ source: Concerning.Source, _ links: Links) -> String {
        switch source {
        case .call(let id): links.call(id)
        case .caller(let key): links.callBack(key)
        case .request(let id): links.guidedRequest(id)
        case .match(let id): links.conversation(id)
        }
    }
}
