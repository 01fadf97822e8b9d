extension Nearness {
    public enum Change: Sendable, Hashable {
        case insert(Entry)
        case remove(UInt128)
        case move(UInt128, to: Place)
    }

    /// Replaces the entry of the same id.
    public func insert(_ entry: Entry) { change { $0.insert(entry) } }

    /// Seen together or not at all. Nobody reads meanwhile: about a second for a million. Oldest first is quickest and smallest.
    public func insert(contentsOf entries: some Sequence<Entry>) {
        change { shelves in
            for entry in entries { shelves.insert(entry) }
        }
    }

    /// Whether there was such an entry.
    @discardableResult
    public func remove(_ id: UInt128) -> Bool { change { $0.remove(id) } }

    /// Whether there was such an entry.
    @discardableResult
    public func move(_ id: UInt128, to place: Place) -> Bool { change { $0.move(id, to: place) } }

    /// Seen together or not at all; what names no entry is left out. Cheaper than one by one: readers are held up once.
    public func apply(_ changes: some Sequence<Change>) {
        change { shelves in
            for change in changes {
                switch change {
                case .insert(let entry): shelves.insert(entry)
                case .remove(let id): shelves.remove(id)
                case .move(let id, let place): shelves.move(id, to: place)
                }
            }
        }
    }
}
