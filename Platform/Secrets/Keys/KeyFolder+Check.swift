import Foundation

extension KeyFolder {
    func check(towns: [Int]?) -> [KeyRingError] {
        do throws(KeyRingError) {
            let names = try names()
            let slots = names.compactMap(KeySlot.init(fileName:))
            let wanted = towns.map(Set.init) ?? Set(slots.map(\.town))
            let missing = wanted.flatMap(KeySlot.all).map(\.fileName).filter { !names.contains($0) }
            let orphans = slots.filter { !wanted.contains($0.town) }.map(\.fileName)
            return
                ([mode("", of: folder.path)].compactMap { $0 } + names.flatMap(check) + missing.map { problem($0, .missing) }
                + orphans.map { problem($0, .orphan) })
                .sorted { $0.file < $1.file }
        } catch {
            return [error]
        }
    }

    private func check(name: String) -> [KeyRingError] {
        // A ledger: see `KeyRing.note`.
        if name.hasSuffix(".log") { return [mode(name, of: folder.path(name))].compactMap { $0 } }
        guard let slot = KeySlot(fileName: name) else {
            return [problem(name, name.hasPrefix(".town-") ? .leftOver : .unknownFile)]
        }
        return [mode(name, of: folder.path(name)), content(name, slot)].compactMap { $0 }
    }

    private func content(_ name: String, _ slot: KeySlot) -> KeyRingError? {
        do throws(KeyRingError) {
            let bytes = try content(slot).bytes
            if isCurrent(bytes, slot) { return nil }
            return problem(name, unwrap(bytes, slot) == nil ? .refused : .previousKey)
        } catch {
            return error
        }
    }

    private func mode(_ name: String, of path: String) -> KeyRingError? {
        guard let status = folder.status(name), status.st_mode & 0o077 != 0 else { return nil }
        return KeyRingError(file: path, reason: .open(mode: Int(status.st_mode & 0o777)))
    }

    private func problem(_ name: String, _ reason: KeyRingError.Reason) -> KeyRingError {
        KeyRingError(file: folder.path(name), reason: reason)
    }
}
