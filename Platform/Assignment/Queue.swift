/// The columns reached and not yet settled, nearest first; a heap of four children. A column may stand in it more than once: the nearest counts.
struct Queue: ~Copyable {
    struct Entry: BitwiseCopyable {
        let distance: Int
        let column: Int32
    }

    private var entries = Store<Entry>(capacity: 256)

    var nearest: Int { entries.isEmpty ? .max : entries[0].distance }

    mutating func removeAll() { entries.removeAll() }

    mutating func insert(_ distance: Int, _ column: Int32) {
        entries.append(Entry(distance: distance, column: column))
        let heap = entries.base
        var hole = entries.count - 1
        while hole > 0 {
            let parent = (hole - 1) >> 2
            guard distance < heap[parent].distance else { break }
            heap[hole] = heap[parent]
            hole = parent
        }
        heap[hole] = Entry(distance: distance, column: column)
    }

    mutating func removeNearest() -> (distance: Int, column: Int32) {
        let heap = entries.base
        let nearest = heap[0]
        guard let last = entries.popLast(), !entries.isEmpty else {
            return (nearest.distance, nearest.column)
        }
        let count = entries.count
        var hole = 0
        while true {
            let first = hole << 2 + 1
            guard first < count else { break }
            var least = first
            for child in first + 1..<min(first + 4, count)
            where heap[child].distance < heap[least].distance { least = child }
            guard heap[least].distance < last.distance else { break }
            heap[hole] = heap[least]
            hole = least
        }
        heap[hole] = last
        return (nearest.distance, nearest.column)
    }
}
