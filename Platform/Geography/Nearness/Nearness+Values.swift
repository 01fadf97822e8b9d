extension Nearness {
    public struct Entry: Sendable, Hashable {
        /// The 16 bytes of a UUID, first byte highest.
        public let id: UInt128
        /// A small number: a list is indexed by it.
        public let category: UInt16
        public let place: Place
        /// Milliseconds since 1970; what is farther than 4,459 years is brought there.
        public let time: Int64

        public init(id: UInt128, category: UInt16, place: Place, time: Int64) {
            (self.id, self.category, self.place) = (id, category, place)
            self.time = min(max(time, -1 << 47), 1 << 47 - 1)
        }
    }

    public struct Neighbour: Sendable, Hashable {
        public let id: UInt128
        /// Metres from the place asked about, any detour included.
        public let distance: Double
        public let time: Int64

        public init(id: UInt128, distance: Double, time: Int64) { (self.id, self.distance, self.time) = (id, distance, time) }

        /// What to give as `after` to ask for those that follow.
        public var distanceMark: DistanceMark { DistanceMark(distance: distance, id: id) }
        public var timeMark: TimeMark { TimeMark(time: time, id: id) }
    }

    /// Where a page of nearest entries ended.
    public struct DistanceMark: Sendable, Hashable, Comparable {
        public let distance: Double
        public let id: UInt128

        public init(distance: Double, id: UInt128) { (self.distance, self.id) = (distance, id) }

        public static func < (a: Self, b: Self) -> Bool { a.distance == b.distance ? a.id < b.id : a.distance < b.distance }
    }

    /// Where a page of newest entries ended.
    public struct TimeMark: Sendable, Hashable, Comparable {
        public let time: Int64
        public let id: UInt128

        public init(time: Int64, id: UInt128) { (self.time, self.id) = (time, id) }

        init(of slot: UInt32, in slots: Slots) {
            let row = slots[slot]
            self.init(time: row.time, id: row.id)
        }

        public static func < (a: Self, b: Self) -> Bool { a.time == b.time ? a.id < b.id : a.time < b.time }
    }
}
