import AddressSearch
import Foundation
import Geography

/// Everything asked once to warm up, then once with a watch.
enum AddressTrial {
    struct Question: Decodable {
        let text: String
        /// Longitude and latitude.
        let near: [Double]?
    }

    struct Result: Encodable {
        var rows = 0
        var readSeconds = 0.0
        var buildSeconds = 0.0
        /// Of the base itself, and resident of the process before and after.
        var bytes = 0
        var residentBefore = 0
        var resident = 0
        var microseconds: [Double] = []
        var answers: [[Answer]] = []
    }

    struct Answer: Encodable {
        /// The line of the file, for a number.
        let row: UInt32?
        let street: String
        let insee: String
        let label: String
    }

    static func run(file: URL, questions: [Question]) throws -> Result {
        var result = Result()
        result.residentBefore = resident()
        let base = try load(file, &result)
        result.resident = resident()
        for question in questions { _ = ask(base, question) }
        for question in questions {
            let start = ContinuousClock.now
            let found = ask(base, question)
            result.microseconds.append((ContinuousClock.now - start) / .microseconds(1))
            result.answers.append(found.map { Answer(row: $0.reference, street: $0.street, insee: $0.insee, label: $0.label) })
        }
        return result
    }

    private static func ask(_ base: AddressBase, _ question: Question) -> [Suggestion] {
        base.suggestions(for: question.text, limit: 5, near: question.near.map { Point(longitude: $0[0], latitude: $0[1]) })
    }

    private static func load(_ file: URL, _ result: inout Result) throws -> AddressBase {
        let start = ContinuousClock.now
        var builder = AddressBaseBuilder()
        try AddressFile(file).forEach { row in
            builder.add(row)
            result.rows += 1
        }
        let middle = ContinuousClock.now
        let base = builder.finish()
        result.readSeconds = (middle - start) / .seconds(1)
        result.buildSeconds = (ContinuousClock.now - middle) / .seconds(1)
        result.bytes = base.bytes
        return base
    }

    private static func resident() -> Int {
        let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ").dropFirst().first
        return (pages.flatMap { Int($0) } ?? 0) * 4096
    }
}
