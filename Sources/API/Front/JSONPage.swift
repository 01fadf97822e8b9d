import Domain
import UseCases

/// `{"items": […], "next": …}`
enum JSONPage {
    private static let usualItem = 400

    static func bytes<Item>(_ items: [Item], next: String?, _ write: (Item, inout [UInt8]) -> Void) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity((items.count + 1) * usualItem)
        bytes += "{\"items\":[".utf8
        for (number, item) in items.enumerated() {
            bytes += (number == 0 ? "{" : ",{").utf8
            write(item, &bytes)
            bytes.append(UInt8(ascii: "}"))
        }
        bytes += "],\"next\":".utf8
        bytes += (next.map { "\"\($0)\"}" } ?? "null}").utf8
        return bytes
    }

    /// A list read around a place: what each thing says was written when it was first asked for, so that only the distances are new.
    static func bytes<Thing, Subject>(
        _ page: NearPage<Thing, Subject>, for town: Town, _ describe: (NearThing<Thing>) -> JSONFields
    ) -> [UInt8] {
        bytes(page.items, next: page.next?.text) { near, bytes in
            bytes += "\"distance\":".utf8
            bytes += String(Int(near.distance.rounded())).utf8
            bytes.append(UInt8(ascii: ","))
            bytes += near.written(for: town) { describe(near).bytes }
        }
    }
}
