import Domain
import Synchronization

/// A public thing as it was read, and what an edge wrote of it: the same bytes for everybody who asks, written once.
final class KeptThing<Thing: Sendable>: Sendable {
    let thing: Thing
    let commune: NearCommunes.Commune
    /// For those who ask in its own commune, and for those of another.
    private let written = Mutex<(inside: [UInt8]?, outside: [UInt8]?)>((nil, nil))

    init(_ thing: Thing, of commune: NearCommunes.Commune) { (self.thing, self.commune) = (thing, commune) }

    func written(inside: Bool, _ write: () throws -> [UInt8]) rethrows -> [UInt8] {
        try written.withLock { written in
            if let known = inside ? written.inside : written.outside { return known }
            let bytes = try write()
            if inside { written.inside = bytes } else { written.outside = bytes }
            return bytes
        }
    }
}
