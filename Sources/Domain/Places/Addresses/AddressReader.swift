import Geography

/// Understands the lines of one address file, one after the other. Neighbouring lines share most of their words, which are read once.
public struct AddressReader: Sendable {
    /// A toponym as a whole, without a number (BAL 1.4, column `numero`).
    private static let wholeStreet = 99_999

    private let columns: AddressColumns
    private var street = RepeatedCell()
    private var locality = RepeatedCell()
    private var postcode = RepeatedCell()
    private var city = RepeatedCell()
    private var insee = RepeatedCell()
    private var position = RepeatedCell()
    private var rank = AddressPosition.unknown

    public init(_ columns: AddressColumns) { self.columns = columns }

    public mutating func read(_ record: TableRecord) throws(AddressFault) -> AddressLine {
        guard record.count >= min(columns.count, 3) else { throw .wrongColumns }
        let name = street.text(of: record, columns.street)
        guard !name.isEmpty else { throw .noStreet }
        let place = locality.text(of: record, columns.locality)
        let town = city.text(of: record, columns.city)
        guard name.utf8.count <= 200, place.utf8.count <= 200, town.utf8.count <= 100 else { throw .tooLong }
        let commune = try commune(record)
        let (number, suffix) = try number(record)
        let code = postcode.text(of: record, columns.postcode)
        return AddressLine(
            insee: commune, street: name, locality: place.isEmpty || place == name ? nil : place, postcode: code.isEmpty ? nil : code,
            city: town, number: number, suffix: suffix, point: try point(record), position: position(record))
    }

    /// The file's column, or the first five characters of the key of interoperability.
    private mutating func commune(_ record: TableRecord) throws(AddressFault) -> String {
        var code = insee.text(of: record, columns.insee)
        if code.isEmpty { code = String(decoding: record.bytes(columns.key).prefix(5), as: UTF8.self) }
        guard Town.isINSEE(code), !code.hasPrefix("00") else { throw .wrongCommune }
        return code
    }

    private func number(_ record: TableRecord) throws(AddressFault) -> (Int?, String) {
        let cell = record.bytes(columns.number)
        guard (1...5).contains(cell.count), cell.allSatisfy(\.isDigit) else { throw .wrongNumber }
        let number = cell.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        if number == Self.wholeStreet { return (nil, "") }
        guard number <= 9_999 else { throw .wrongNumber }
        let suffix = record.bytes(columns.suffix)
        guard !suffix.isEmpty else { return (number, "") }
        let text = record.text(columns.suffix).lowercased()
        guard text.utf8.count <= 12 else { throw .wrongNumber }
        return (number, text)
    }

    private mutating func position(_ record: TableRecord) -> AddressPosition {
        let before = position.current
        let name = position.text(of: record, columns.position)
        if name != before { rank = AddressPosition(named: name) }
        return rank
    }

    private func point(_ record: TableRecord) throws(AddressFault) -> Point {
        if let longitude = Decimals.read(record.bytes(columns.longitude)), let latitude = Decimals.read(record.bytes(columns.latitude)) {
            let point = Point(longitude: longitude, latitude: latitude)
            guard point.isOnEarth, longitude != 0 || latitude != 0 else { throw .wrongPosition }
            return point
        }
        guard let x = Decimals.read(record.bytes(columns.x)), let y = Decimals.read(record.bytes(columns.y)) else { throw .noPosition }
        guard let point = Lambert93.point(x: x, y: y) else { throw .wrongPosition }
        return point
    }
}

/// A cell that often says the same as the one above it.
private struct RepeatedCell: Sendable {
    private(set) var current = ""
    private var bytes: [UInt8] = []

    mutating func text(of record: TableRecord, _ column: Int?) -> String {
        guard let column else { return "" }
        let cell = record.bytes(column)
        if !cell.elementsEqual(bytes) {
            bytes = Array(cell)
            current = record.text(column)
        }
        return current
    }
}

/// Numbers as address files write them, with a point.
enum Decimals {
    /// Powers of ten that a Double holds exactly: with at most 15 digits the quotient is the nearest number.
    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]

    static func read(_ bytes: UnsafeBufferPointer<UInt8>.SubSequence) -> Double? {
        guard (1...32).contains(bytes.count) else { return nil }
        var (digits, count, decimals, hasPoint) = (0, 0, 0, false)
        let isNegative = bytes.first == UInt8(ascii: "-")
        for byte in isNegative ? bytes.dropFirst() : bytes {
            if byte == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
            } else if byte.isDigit {
                count += 1
                guard count <= 15 else { return Double(String(decoding: bytes, as: UTF8.self)) }
                digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
                if hasPoint { decimals += 1 }
            } else {
                return nil
            }
        }
        guard count > 0 else { return nil }
        let value = Double(digits) / powers[decimals]
        return isNegative ? -value : value
    }
}
