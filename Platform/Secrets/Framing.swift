/// Joins parts with their lengths, so that no two lists of parts give the same bytes ("ab"+"c" is not "a"+"bc").
struct Framing {
    private(set) var bytes: [UInt8]

    init(version: UInt8) {
        bytes = [version]
        bytes.reserveCapacity(96)
    }

    mutating func append(_ number: Int) {
        withUnsafeBytes(of: Int64(number).bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ part: [UInt8]) {
        append(part.count)
        bytes.append(contentsOf: part)
    }

    mutating func append(_ part: StaticString) {
        append(part.utf8CodeUnitCount)
        part.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }
}
