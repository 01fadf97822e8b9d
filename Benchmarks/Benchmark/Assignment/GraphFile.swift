import Assignment
import Foundation

/// A graph as `assignment/graphs.py` writes it: little-endian numbers of four bytes. Rows, columns, candidates of each row and the penalty; then
/// the capacities, and the columns and costs of all candidates, row by row.
struct GraphFile {
    let capacities: [Int]
    let rows: Int
    let candidatesEach: Int
    let penalty: Int32
    private let columns: [Int32]
    private let costs: [Int32]

    init(_ path: String) throws {
        let numbers = try Data(contentsOf: URL(filePath: path)).withUnsafeBytes { bytes in
            stride(from: 0, to: bytes.count, by: 4).map { Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: Int32.self)) }
        }
        (rows, candidatesEach, penalty) = (Int(numbers[0]), Int(numbers[2]), numbers[3])
        let firstCandidate = 4 + Int(numbers[1]), count = rows * candidatesEach
        capacities = numbers[4..<firstCandidate].map { Int($0) }
        columns = Array(numbers[firstCandidate..<firstCandidate + count])
        costs = Array(numbers[(firstCandidate + count)...])
    }

    func candidates(of row: Int) -> [Assignment.Candidate] {
        (row * candidatesEach..<(row + 1) * candidatesEach).map { .init(column: Int(columns[$0]), cost: costs[$0]) }
    }

    /// The whole of it, from the two flat arrays that the peers start from too.
    func plan() -> Assignment {
        var plan = Assignment(capacities: capacities, rows: rows, candidates: columns.count)
        var candidates = [Assignment.Candidate](repeating: .init(column: 0, cost: 0), count: candidatesEach)
        var next = 0
        for _ in 0..<rows {
            for index in candidates.indices {
                candidates[index] = .init(column: Int(columns[next]), cost: costs[next])
                next += 1
            }
            _ = plan.addRow(candidates, penalty: penalty)
        }
        return plan
    }
}
