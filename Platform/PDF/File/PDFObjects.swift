/// The numbered objects of a file, and the table that finds them (ISO 32000-1, 7.5).
struct PDFObjects {
    private var objects: [[UInt8]?] = []

    /// A number for what is written later.
    mutating func reserve() -> Int {
        objects.append(nil)
        return objects.count
    }

    mutating func add(_ text: String) -> Int {
        let number = reserve()
        set(number, text)
        return number
    }

    mutating func set(_ number: Int, _ text: String) { objects[number - 1] = Array(text.utf8) }

    /// - Parameter entries: of its dictionary, beside the length.
    mutating func add(stream bytes: [UInt8], _ entries: String = "") -> Int {
        objects.append(
            Array("<</Length \(bytes.count)\(entries.isEmpty ? "" : " ")\(entries)>>\nstream\n".utf8) + bytes + Array("\nendstream".utf8))
        return objects.count
    }

    func file(root: Int, info: Int) -> [UInt8] {
        // The second line says that not all of it is text.
        var bytes = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
        var places: [Int] = []
        for (place, object) in objects.enumerated() {
            places.append(bytes.count)
            bytes += Array("\(place + 1) 0 obj\n".utf8) + (object ?? Array("null".utf8)) + Array("\nendobj\n".utf8)
        }
        let start = bytes.count
        let entries = places.map { place in
            String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n"
        }
        let table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n\(entries.joined())"
        let trailer = "trailer\n<</Size \(objects.count + 1) /Root \(root) 0 R /Info \(info) 0 R>>\nstartxref\n\(start)\n%%EOF\n"
        return bytes + Array((table + trailer).utf8)
    }

    /// A text as UTF-16 with its mark, in hexadecimal digits.
    static func text(_ text: String) -> String { "<FEFF\(text.utf16.map { hex(Int($0), 4) }.joined())>" }
}
