import Domain
import Synchronization

/// To whom the requests of each quartier went last. It is a guess, by which the next one can be written out before its transaction;
/// the transaction looks for itself.
final class ExpectedOwners: Sendable {
    private struct Place: Hashable {
        let town: Int
        let neighbourhood: ID<Neighbourhood>?
    }

    private let owners = Mutex<[Place: ID<Person>]>([:])

    subscript(town: Int, neighbourhood: ID<Neighbourhood>?) -> ID<Person>? {
        get { owners.withLock { $0[Place(town: town, neighbourhood: neighbourhood)] } }
        set { owners.withLock { $0[Place(town: town, neighbourhood: neighbourhood)] = newValue } }
    }
}
