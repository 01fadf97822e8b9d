@testable import Domain
import Geography
import Testing

@Suite struct AddressReaderTests {
    private static let bal =
        "cle_interop;commune_insee;toponyme;numero;suffixe;commune_nom;position;long;lat;x;y"

    private static func rows(_ header: String = bal, _ lines: String...) throws -> [Result<AddressLine, AddressFault>] {
        var reader = AddressReader(try AddressColumns(header.split(separator: ";", omittingEmptySubsequences: false).map(String.init)))
        var (cutter, rows) = (TableCutter(delimiter: UInt8(ascii: ";")), [Result<AddressLine, AddressFault>]())
        _ = Array(lines.joined(separator: "\n").utf8).withUnsafeBufferPointer { bytes in
            cutter.cut(bytes, isLast: true) { record in
                do throws(AddressFault) { rows.append(.success(try reader.read(record))) } catch { rows.append(.failure(error)) }
            }
        }
        return rows
    }

    @Test func aLineOfACommunesOwnFile() throws {
        let rows = try Self.rows(Self.bal, "31591_0009_00009;31591;Rue des 3 Places;9;BIS;Escoulis;Entrée;1.028392;43.111637;;")
        #expect(
            try rows[0].get()
                == AddressLine(
                    insee: "31591", street: "Rue des 3 Places", locality: nil, postcode: nil, city: "Escoulis", number: 9, suffix: "bis",
                    point: Point(longitude: 1.028392, latitude: 43.111637), position: .entrance))
    }

    @Test func aLineOfTheNationalFile() throws {
        let header = "id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;x;y;lon;lat;type_position;alias;nom_ld"
        let rows = try Self.rows(header, "38185_0001_00012;12;;Rue Berlioz;38000;38185;Grenoble;;;5.72;45.18;segment;;Le Village")
        let row = try rows[0].get()
        #expect(row.postcode == "38000" && row.locality == "Le Village" && row.position == .segment && row.number == 12)
    }

    @Test func withoutDegreesTheMetresServe() throws {
        let rows = try Self.rows(Self.bal, ";35001;Square Ella Maillart;3;;Acigné;bâtiment;;;363406.065895971;6791854.24255302")
        let point = try rows[0].get().point
        #expect(point.distance(to: Point(longitude: -1.52766874865078, latitude: 48.1401803364252)) < 0.2)
    }

    @Test func theCommuneMayStandInTheKeyAlone() throws {
        let header = "cle_interop;voie_nom;numero;suffixe;commune_nom;position;x;y;long;lat"
        let rows = try Self.rows(header, "67482_0340_43;Rue de l'Aubépine;43;;Strasbourg;;;;7.77;48.6", "A7482_1_1;Rue;1;;S;;;;7.7;48.6")
        #expect(try rows[0].get().insee == "67482")
        #expect(rows[1] == .failure(.wrongCommune))
    }

    @Test(
        "Each fault has its name",
        arguments: [
            (";31591;;9;;E;;1.0;43.1;;", AddressFault.noStreet), (";31591;Rue;163,0000;;E;;1.0;43.1;;", .wrongNumber),
            (";31591;Rue;10001;;E;;1.0;43.1;;", .wrongNumber), (";31591;Rue;-4;;E;;1.0;43.1;;", .wrongNumber),
            (";3159;Rue;9;;E;;1.0;43.1;;", .wrongCommune), (";00000;Rue;9;;E;;1.0;43.1;;", .wrongCommune),
            (";31591;Rue;9;;E;;;;;", .noPosition), (";31591;Rue;9;;E;;0;0;;", .wrongPosition),
            (";31591;Rue;9;;E;;181;43.1;;", .wrongPosition), (";31591;Rue;9;;E;;;;12;13", .wrongPosition), ("seule;ment", .wrongColumns),
        ])
    func faults(line: String, fault: AddressFault) throws {
        #expect(try Self.rows(Self.bal, line) == [.failure(fault)])
    }

    @Test func aStreetAsAWholeHasNoNumber() throws {
        let rows = try Self.rows(Self.bal, ";31591;Le Moulin;99999;;E;segment;1.0;43.1;;")
        #expect(try rows[0].get().number == nil)
    }

    @Test func aTableOfSomethingElseIsRefused() {
        #expect(throws: Refusal(.invalid, "refusal.address.columns")) { try AddressColumns(["prenom", "nom", "email"]) }
    }

    @Test func ofSeveralPointsOfADoorTheEntranceStays() {
        func row(_ number: Int, _ position: AddressPosition, _ longitude: Double) -> AddressLine {
            AddressLine(
                insee: "31591", street: "Rue", locality: nil, postcode: nil, city: "E", number: number, suffix: "",
                point: Point(longitude: longitude, latitude: 43), position: position)
        }
        var batch = AddressBatch()
        for row in [row(2, .unknown, 1), row(9, .parcel, 2), row(2, .entrance, 3), row(2, .entrance, 4)] { batch.add(row) }
        let streets = batch.settled()
        #expect(streets.count == 1)
        #expect(streets[0].houses.map(\.number) == [2, 9])
        #expect(streets[0].houses.map(\.point.longitude) == [3, 2])
    }
}
