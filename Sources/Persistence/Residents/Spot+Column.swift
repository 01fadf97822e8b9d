import Database
import Domain
import Geography

/// A spot as it lies sealed in one column: five parts, told apart by tabs, which no address holds.
extension Spot {
    var column: String {
        [PointText.write(point), street.insee, street.name, street.postcode, house ?? ""].joined(separator: "\t")
    }

    /// Nil without one.
    init?(column text: String?, cell: Int?) throws {
        guard let text else { return nil }
        let parts = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, let point = PointText.read(parts[0]) else { throw DatabaseError(.unexpectedValue, "a spot cannot be read") }
        let street = AddressStreet.Key(insee: parts[1], name: parts[2], postcode: parts[3])
        self.init(point: point, cell: cell, street: street, house: parts[4].isEmpty ? nil : parts[4])
    }

    var streetText: String { [street.insee, street.postcode, Slug.of(street.name)].joined(separator: "\t") }
    var buildingText: String? { house.map { streetText + "\t" + $0 } }
}

/// `5.7 45.2`: longitude and latitude as Swift writes a number so that it is read back the same.
private enum PointText {
    static func write(_ point: Point) -> String { "\(point.longitude) \(point.latitude)" }

    static func read(_ text: String) -> Point? {
        let numbers = text.split(separator: " ").compactMap { Double($0) }
        return numbers.count == 2 ? Point(longitude: numbers[0], latitude: numbers[1]) : nil
    }
}
