import Crypto

/// One generation of a town's key for one purpose.
struct KeyGeneration: Sendable {
    enum Secret: Sendable {
        /// Seals, opens and indexes.
        case data(SymmetricKey)
        /// What outlives a data key that was destroyed: proves the journal's older links, finds codes already on paper, opens nothing.
        case remains(chain: SymmetricKey, codes: SymmetricKey)
    }

    /// What a key file says of a generation without being opened.
    struct Print: Equatable, Sendable {
        let number: UInt32
        /// 8 bytes, of the data key; they do not lead back to it.
        let fingerprint: [UInt8]
        let isWhole: Bool
    }

    let number: UInt32
    let fingerprint: [UInt8]
    let secret: Secret

    init(_ number: UInt32, _ key: SymmetricKey) {
        self.number = number
        fingerprint = key.derived("entraide fingerprint").withUnsafeBytes { Array($0.prefix(8)) }
        secret = .data(key)
    }

    init(number: UInt32, fingerprint: [UInt8], secret: Secret) {
        (self.number, self.fingerprint, self.secret) = (number, fingerprint, secret)
    }

    var isWhole: Bool { if case .data = secret { true } else { false } }
    var print: Print { Print(number: number, fingerprint: fingerprint, isWhole: isWhole) }

    /// The same without its data key.
    var remains: KeyGeneration {
        guard case .data(let key) = secret else { return self }
        let rest = Secret.remains(chain: key.derived(Sealer.chainUse), codes: key.derived(Sealer.codesUse))
        return KeyGeneration(number: number, fingerprint: fingerprint, secret: rest)
    }
}

/// All generations of a slot, oldest first; the last one seals. Two whole ones stand beside each other while a rotation goes on.
struct KeyGenerations: Sendable {
    private(set) var all: [KeyGeneration]

    init(_ all: [KeyGeneration]) { self.all = all }
    init(first key: SymmetricKey) { all = [KeyGeneration(1, key)] }

    var isRotating: Bool { all.count(where: \.isWhole) > 1 }
    var prints: [KeyGeneration.Print] { all.map(\.print) }

    /// Adds a generation, unless one was added already and the one before still opens rows.
    mutating func begin() {
        guard !isRotating, let last = all.last else { return }
        all.append(KeyGeneration(last.number + 1, SymmetricKey(size: .bits256)))
    }

    /// Lets go of every data key but the last.
    mutating func end() {
        all = all.dropLast().map(\.remains) + all.suffix(1)
    }
}
