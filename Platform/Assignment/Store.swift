/// Numbers side by side that are read and written without a check of bounds or of sharing: one owner, freed with it.
struct Store<Element: BitwiseCopyable>: ~Copyable {
    private(set) var base: UnsafeMutablePointer<Element>
    private(set) var count: Int
    private var capacity: Int

    init(capacity: Int = 16) {
        base = .allocate(capacity: max(1, capacity))
        count = 0
        self.capacity = max(1, capacity)
    }

    deinit { base.deallocate() }

    var isEmpty: Bool { count == 0 }

    subscript(index: Int32) -> Element {
        get { base[Int(index)] }
        nonmutating _modify { yield &base[Int(index)] }
    }

    mutating func reserve(_ total: Int) {
        guard total > capacity else { return }
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: max(total, capacity * 2))
        larger.moveInitialize(from: base, count: count)
        base.deallocate()
        base = larger
        capacity = max(total, capacity * 2)
    }

    mutating func append(_ element: Element) {
        if count == capacity { reserve(count + 1) }
        (base + count).initialize(to: element)
        count += 1
    }

    mutating func append(contentsOf elements: UnsafeBufferPointer<Element>) {
        guard let source = elements.baseAddress else { return }
        reserve(count + elements.count)
        (base + count).initialize(from: source, count: elements.count)
        count += elements.count
    }

    mutating func popLast() -> Element? {
        guard count > 0 else { return nil }
        count -= 1
        return base[count]
    }

    mutating func removeAll() { count = 0 }
}

// The compiler cannot see it, since the subscript writes without being mutating: only the mutating calls of `Assignment`, which owns each
// store alone and cannot be copied, write at all. Keep it so, or make the subscript mutating and measure again.
extension Store: @unchecked Sendable {}
