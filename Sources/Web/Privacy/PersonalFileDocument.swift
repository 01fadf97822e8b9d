import Domain
import Foundation

/// The same file for machines (GDPR 20): `{"town", "at", "chapters": {name: [{fact: value}]}}`; moments are RFC 3339 in UTC, words are codes.
struct PersonalFileDocument: Encodable {
    private enum Value: Encodable {
        case text(String)
        case number(Int)
        case flag(Bool)

        init(_ value: PersonalFile.Value) {
            switch value {
            case .text(let text), .word(let text): self = .text(text)
            case .number(let number): self = .number(number)
            case .flag(let flag): self = .flag(flag)
            case .moment(let moment): self = .text(PersonalFileDocument.text(moment))
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            case .flag(let flag): try container.encode(flag)
            }
        }
    }

    private let town: String
    private let at: String
    private let chapters: [String: [[String: Value]]]

    init(file: PersonalFile, town: Town) {
        self.town = town.name
        at = Self.text(file.at)
        chapters = Dictionary(
            file.chapters.map { chapter in
                (chapter.name, chapter.entries.map { Dictionary($0.map { ($0.name, Value($0.value)) }, uniquingKeysWith: { $1 }) })
            }, uniquingKeysWith: { $1 })
    }

    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }

    private static func text(_ moment: Moment) -> String {
        Date(timeIntervalSince1970: Double(moment.milliseconds) / 1_000).formatted(.iso8601)
    }
}
