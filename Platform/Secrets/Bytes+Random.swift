extension [UInt8] {
    /// `count` bytes from the kernel's generator.
    public static func random(_ count: Int) -> [UInt8] {
        var generator = Chance()
        return random(count, using: &generator)
    }

    /// `count` bytes from the generator given; tests pass one that repeats itself.
    public static func random(_ count: Int, using generator: inout some RandomNumberGenerator) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 7)
        while bytes.count < count { Swift.withUnsafeBytes(of: generator.next() as UInt64) { bytes.append(contentsOf: $0) } }
        return Array(bytes.prefix(count))
    }
}
