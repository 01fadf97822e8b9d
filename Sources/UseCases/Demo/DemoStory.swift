import Domain

/// One request of the demo with everything that came of it.
struct DemoStory: Sendable {
    /// How it stands now.
    enum Ending: String, Sendable, CaseIterable {
        case awaiting, asking, atReferent, matched, helped, partly, notHelped, unmet, cancelled

        /// Out of a hundred requests.
        var share: Double {
            switch self {
            case .awaiting: 5
            case .asking: 13
            case .atReferent: 6
            case .matched: 15
            case .helped: 38
            case .partly: 6
            case .notHelped: 4
            case .unmet: 4
            case .cancelled: 9
            }
        }

        var hasMatch: Bool { [.matched, .helped, .partly, .notHelped].contains(self) }

        var result: Outcome.Result? {
            switch self {
            case .helped: .helped
            case .partly: .partly
            case .notHelped, .unmet: .notHelped
            default: nil
            }
        }

        /// So many stories with each ending in its share, at least one of each.
        static func dealt(_ count: Int, _ chance: inout SeededChance) -> [Ending] {
            var endings = allCases.flatMap { Array(repeating: $0, count: max(1, Int($0.share * Double(count) / 100))) }
            while endings.count < count { endings.append(.helped) }
            return endings.shuffled(using: &chance)
        }
    }

    struct Question: Sendable {
        var ask: Ask
        var tokenHash: [UInt8]
    }

    var request: HelpRequest
    var category: Category
    var trackingHash: [UInt8]
    /// Those whom nobody knew before.
    var newcomers: [Person] = []
    var consents: [Consent] = []
    var calls: [RingBack] = []
    var waves: [Wave] = []
    var questions: [Question] = []
    var matches: [Match] = []
    var messages: [Message] = []
    var outcomes: [Outcome] = []
    var journal: [JournalEntry] = []
    var proposals: [TimeProposal] = []
    var alarm: Alarm?
    var noShow: NoShow?
    /// When its ladder moves on.
    var nextStep: Moment?
}
