import Database
import Domain
import Geography

/// The houses of a street in one column, twelve bytes each and the suffix: number, east and north in ten millionths of a degree,
/// what the point marks, length of the suffix, suffix. All numbers have the low byte first.
enum PackedHouses {
    private static let unit = 1e7

    static func write(_ houses: [AddressStreet.House]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(houses.count * 14)
        for house in houses {
            append(UInt16(clamping: house.number), to: &bytes)
            append(UInt32(bitPattern: Int32((house.point.longitude * unit).rounded())), to: &bytes)
            append(UInt32(bitPattern: Int32((house.point.latitude * unit).rounded())), to: &bytes)
            bytes.append(UInt8(house.position.rawValue))
            bytes.append(UInt8(clamping: house.suffix.utf8.count))
            bytes += house.suffix.utf8.prefix(255)
        }
        return bytes
    }

    static func read(_ bytes: [UInt8]) throws -> [AddressStreet.House] {
        var houses: [AddressStreet.House] = []
        var index = 0
        while index < bytes.count {
            guard index + 12 <= bytes.count, let position = AddressPosition(rawValue: Int(bytes[index + 10])) else { throw broken }
            let end = index + 12 + Int(bytes[index + 11])
            guard end <= bytes.count else { throw broken }
            let point = Point(longitude: degrees(bytes, index + 2), latitude: degrees(bytes, index + 6))
            houses.append(
                AddressStreet.House(
                    number: Int(bytes[index]) | Int(bytes[index + 1]) << 8,
                    suffix: String(decoding: bytes[(index + 12)..<end], as: UTF8.self),
                    point: point, position: position))
            index = end
        }
        return houses
    }

    private static let broken = DatabaseError(.unexpectedValue, "a street's houses cannot be read")

    private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
        for shift in stride(from: 0, to: value.bitWidth, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }

    private static func degrees(_ bytes: [UInt8], _ index: Int) -> Double {
        let word = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[index + $1]) << (8 * UInt32($1)) }
        return Double(Int32(bitPattern: word)) / unit
    }
}
