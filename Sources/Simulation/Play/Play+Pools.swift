import Domain
import Geography

extension Play {
    /// Who is there, ticked the kind, and was not asked for this request: what the house reads from its database.
    public func active(for errand: Int) -> [Int] { willing[errands[errand].category].filter { isFree($0, for: errand) } }

    func isFree(_ volunteer: Int, for errand: Int) -> Bool {
        isThere(volunteer) && errands[errand].asked[volunteer] == nil && errands[errand].match != volunteer
    }

    /// Whom the town's rules let help, within their own radius, whatever their week and their turn; the nearest first.
    func suited(to errand: Int) -> [Int] {
        let category = category(of: errand)
        var found: [(volunteer: Int, metres: Double)] = []
        for volunteer in grid.around(errands[errand].point) where isFree(volunteer, for: errand) {
            guard volunteers[volunteer].helper.categories.contains(category.id), mayHelp(volunteer, errand) else { continue }
            found.append((volunteer, volunteers[volunteer].home.distance(to: errands[errand].point)))
        }
        return found.sorted { ($0.metres, $0.volunteer) < ($1.metres, $1.volunteer) }.map(\.volunteer)
    }

    func mayHelp(_ volunteer: Int, _ errand: Int) -> Bool {
        guard Eligibility.mayHelp(volunteers[volunteer].helper, category(of: errand)) == nil else { return false }
        guard let metres = metres(volunteer, errand) else { return true }
        return !volunteers[volunteer].helper.isRemoteOnly && metres <= Double(volunteers[volunteer].helper.radius)
    }

    /// Nil where distance does not count.
    func metres(_ volunteer: Int, _ errand: Int) -> Double? {
        let mode = category(of: errand).mode
        if mode == .remote || (mode == .either && volunteers[volunteer].helper.isRemoteOnly) { return nil }
        return volunteers[volunteer].home.distance(to: errands[errand].point)
    }
}

/// Who lives around a place, for scenarios larger than a town.
struct HelperGrid: Sendable {
    /// Degrees: cells of eleven kilometres by eight.
    private static let size = 0.1
    private var cells: [SIMD2<Int32>: [Int]] = [:]

    init(_ volunteers: [Volunteer]) {
        for (number, volunteer) in volunteers.enumerated() { cells[Self.cell(volunteer.home), default: []].append(number) }
    }

    /// At least all within eight kilometres.
    func around(_ point: Point) -> [Int] {
        let middle = Self.cell(point)
        return (-1...1).flatMap { x in (-1...1).flatMap { y in cells[middle &+ SIMD2(x, y)] ?? [] } }
    }

    private static func cell(_ point: Point) -> SIMD2<Int32> {
        SIMD2(Int32((point.longitude / size).rounded(.down)), Int32((point.latitude / size).rounded(.down)))
    }
}
