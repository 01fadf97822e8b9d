/// A rotation of a town's data keys: begin, seal everything anew, end. Every process notices each step by the file's stamp.
extension KeyRing {
    /// From now on new values are sealed by new keys, and older ones still open. Begun already, it goes on as it is.
    public func beginRotation(town: Int) throws(KeyRingError) {
        for slot in KeySlot.all(town: town) { try store.change(slot) { $0.begin() } }
    }

    /// Whether older keys of the town still open rows.
    public func isRotating(town: Int) throws(KeyRingError) -> Bool {
        for slot in KeySlot.all(town: town) where try store.read(slot).keys.isRotating { return true }
        return false
    }

    /// Destroys the older keys. What they sealed never opens again; what they proved can still be proved.
    public func endRotation(town: Int) throws(KeyRingError) {
        for slot in KeySlot.all(town: town) where try store.read(slot).keys.isRotating { try store.change(slot) { $0.end() } }
    }

    /// One line per key that the town has now, `people 3 9f86d081884c7d65`: purpose, generation, fingerprint. They do not lead back to a key.
    public func fingerprints(town: Int) throws(KeyRingError) -> [String] {
        var words: [String] = []
        for slot in KeySlot.all(town: town) where store.stamp(slot) != nil {
            for print in try store.read(slot).keys.prints where print.isWhole {
                words.append("\(slot.purpose.rawValue) \(print.number) \(print.fingerprint.hex)")
            }
        }
        return words
    }
}
