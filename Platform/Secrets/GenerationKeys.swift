import Crypto

/// What one generation of a data key is used for, each use with its own key.
struct GenerationKeys: Sendable {
    let number: UInt32
    /// Nil, as the index, for a generation of which only the proof remains.
    let seal: SymmetricKey?
    let index: SymmetricKey?
    let chain: SymmetricKey
    let codes: SymmetricKey

    init(_ generation: KeyGeneration) {
        number = generation.number
        switch generation.secret {
        case .data(let key):
            seal = key.derived("entraide seal")
            index = key.derived("entraide blind index")
            chain = key.derived(Sealer.chainUse)
            codes = key.derived(Sealer.codesUse)
        case .remains(let chain, let codes): (seal, index, self.chain, self.codes) = (nil, nil, chain, codes)
        }
    }

    var header: [UInt8] { number == 1 ? [1] : [2] + number.bigEndianBytes }

    /// The generation that a sealed value names, and how many bytes that takes; nil for another format.
    static func header(of bytes: [UInt8]) -> (number: UInt32, length: Int)? {
        switch bytes.first {
        case 1: (1, 1)
        case 2 where bytes.count > 5: (bytes[1..<5].reduce(0) { $0 << 8 | UInt32($1) }, 5)
        default: nil
        }
    }
}
