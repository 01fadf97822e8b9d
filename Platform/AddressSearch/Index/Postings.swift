/// For each key the numbers of the things that have it, in increasing order, all in one line: a range of keys is a range of entries.
struct Postings: Sendable {
    let starts: ContiguousArray<UInt32>
    let entries: ContiguousArray<UInt32>

    var bytes: Int { (starts.count + entries.count) * 4 }

    /// - Parameter pairs: called with a closure that takes a key below `keys` and an entry; twice, with the same pairs both times.
    init(keys: Int, pairs: ((_ key: UInt32, _ entry: UInt32) -> Void) -> Void) {
        var starts = ContiguousArray<UInt32>(repeating: 0, count: keys + 1)
        pairs { key, _ in starts[Int(key) + 1] += 1 }
        for key in 0..<keys { starts[key + 1] += starts[key] }
        var next = starts
        var entries = ContiguousArray<UInt32>(repeating: 0, count: Int(starts[keys]))
        pairs { key, entry in
            entries[Int(next[Int(key)])] = entry
            next[Int(key)] += 1
        }
        (self.starts, self.entries) = (starts, entries)
    }

    func slots(_ key: Int) -> Range<Int> { Int(starts[key])..<Int(starts[key + 1]) }
    func slots(_ keys: Range<UInt32>) -> Range<Int> { Int(starts[Int(keys.lowerBound)])..<Int(starts[Int(keys.upperBound)]) }
}
