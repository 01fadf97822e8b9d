import Foundation

/// A PDF read back as somebody who listens to it has it: the tree of what it says, in order.
struct ReadPDF {
    struct Element: Equatable {
        var role: String
        var text: String
        var children: [Element] = []

        /// Itself and all below it, in order.
        var all: [Element] { [self] + children.flatMap(\.all) }
    }

    let text: String
    private let objects: [Int: Substring]

    init(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: Unicode.ASCII.self)
        self.text = text
        var objects: [Int: Substring] = [:]
        for match in text.matches(of: /(?:^|\n)(\d+) 0 obj\n/) {
            guard let number = Int(match.1), let end = text[match.range.upperBound...].firstRange(of: "\nendobj") else { continue }
            objects[number] = text[match.range.upperBound..<end.lowerBound]
        }
        self.objects = objects
    }

    func object(_ number: Int) -> Substring { objects[number] ?? "" }

    /// The object whose number stands after a name.
    func reference(_ name: String, in object: Substring) -> Int? {
        object.firstMatch(of: Regex<(Substring, Substring)>(verbatim: "/\(name) (\\d+) 0 R")).flatMap { Int($0.1) }
    }

    var catalog: Substring { objects.values.first { $0.contains("/Type /Catalog") } ?? "" }
    var pages: [Int] { objects.filter { $0.value.contains("/Type /Page ") }.keys.sorted() }

    var document: Element? {
        guard let root = reference("StructTreeRoot", in: catalog),
            let first = object(root).firstMatch(of: /\/K \[(\d+) 0 R/).flatMap({ Int($0.1) })
        else { return nil }
        return element(first)
    }

    func attribute(_ name: String, of role: String) -> [String] {
        objects.sorted { $0.key < $1.key }.map(\.value).filter { $0.contains("/S /\(role) ") }.compactMap { one in
            one.firstMatch(of: Regex<(Substring, Substring)>(verbatim: "/\(name) <FEFF([0-9A-F]*)>")).map { Self.unicode($0.1) }
        }
    }

    private func element(_ number: Int) -> Element {
        let body = object(number)
        let role = body.firstMatch(of: /\/S \/(\w+)/).map { String($0.1) } ?? ""
        var element = Element(role: role, text: "")
        let children = body.firstRange(of: "/K [").map { body[$0.upperBound...] } ?? ""
        for child in children.matches(of: /\/Pg (\d+) 0 R \/MCID (\d+)|(\d+) 0 R/) {
            if let page = child.1.flatMap({ Int($0) }), let mark = child.2.flatMap({ Int($0) }) {
                element.text += (element.text.isEmpty ? "" : " ") + marked(mark, on: page)
            } else if let other = child.3.flatMap({ Int($0) }) {
                element.children.append(self.element(other))
            }
        }
        return element
    }

    /// What is drawn between a mark and its end, by the fonts' own tables of characters.
    private func marked(_ mark: Int, on page: Int) -> String {
        guard let content = reference("Contents", in: object(page)),
            let start = object(content).firstRange(of: "/MCID \(mark)>> BDC\n"),
            let end = object(content)[start.upperBound...].firstRange(of: "EMC")
        else { return "" }
        return object(content)[start.upperBound..<end.lowerBound].matches(of: /\/(F\d) .*?<([0-9A-F]*)> Tj/).map { run in
            let characters = characters(of: String(run.1), on: page)
            return stride(from: 0, to: run.2.count, by: 4).map { place in
                characters[String(run.2.dropFirst(place).prefix(4))] ?? "?"
            }.joined()
        }.joined()
    }

    private func characters(of font: String, on page: Int) -> [String: String] {
        guard let number = reference(font, in: object(page)), let map = reference("ToUnicode", in: object(number)) else { return [:] }
        return Dictionary(
            object(map).matches(of: /<([0-9A-F]{4})> <([0-9A-F]{4,8})>\n/).map { (String($0.1), Self.unicode($0.2)) },
            uniquingKeysWith: { $1 })
    }

    private static func unicode(_ digits: Substring) -> String {
        let units = stride(from: 0, to: digits.count, by: 4).compactMap { UInt16(digits.dropFirst($0).prefix(4), radix: 16) }
        return String(decoding: units, as: UTF16.self)
    }
}

extension Regex {
    /// Of words that a test itself puts together.
    fileprivate init(verbatim pattern: String) where Output == (Substring, Substring) {
        guard let regex = try? Regex<Output>(pattern, as: Output.self) else { preconditionFailure(pattern) }
        self = regex
    }
}
