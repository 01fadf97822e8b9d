extension Slots {
    /// 32 bytes that never straddle two cache lines: a search fetches a row for each entry it answers.
    struct Row {
        private let high: UInt64
        private let low: UInt64
        /// Time in the upper 48 bits, category in the lower 16.
        private let stamp: Int64
        private var x: Int32
        private var y: Int32

        init(_ entry: Nearness.Entry) {
            (high, low) = (UInt64(truncatingIfNeeded: entry.id >> 64), UInt64(truncatingIfNeeded: entry.id))
            stamp = entry.time << 16 | Int64(entry.category)
            (x, y) = (entry.place.x, entry.place.y)
        }

        var id: UInt128 { UInt128(high) << 64 | UInt128(low) }
        var time: Int64 { stamp >> 16 }
        var category: UInt16 { UInt16(truncatingIfNeeded: stamp) }

        var place: Nearness.Place {
            get { Nearness.Place(x: x, y: y) }
            set { (x, y) = (newValue.x, newValue.y) }
        }

        /// Of a free slot: which free slot comes next.
        var nextFree: UInt32 {
            get { UInt32(bitPattern: x) }
            set { x = Int32(bitPattern: newValue) }
        }

        static func allocate(_ count: Int) -> UnsafeMutablePointer<Row> {
            let size = MemoryLayout<Row>.stride
            return UnsafeMutableRawPointer.allocate(byteCount: count * size, alignment: size).bindMemory(to: Row.self, capacity: count)
        }
    }
}
