import Domain
import UseCases

/// A list read around a place: what each thing says was written when it was first asked for, so that only the distances are new.
enum NearAnswer {
    private static let usualItem = 400

    static func bytes<Thing, Subject>(
        _ page: NearPage<Thing, Subject>, for town: Town, _ describe: (NearThing<Thing>) -> some Encodable
    ) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity((page.items.count + 1) * usualItem)
        bytes += "{\"items\":[".utf8
        for (number, near) in page.items.enumerated() {
            if number > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += "{\"distance\":".utf8
            bytes += String(Int(near.distance.rounded())).utf8
            bytes.append(UInt8(ascii: ","))
            bytes += try near.written(for: town) { Array(try JSONText.of(describe(near)).dropFirst()) }
        }
        bytes += "],\"next\":".utf8
        bytes += (page.next.map { "\"\($0.text)\"}" } ?? "null}").utf8
        return bytes
    }
}
