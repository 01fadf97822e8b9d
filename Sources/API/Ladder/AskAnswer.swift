import Domain
import Foundation
import UseCases

/// An ask as its helper sees it: never who asks, nor where exactly.
struct AskAnswer: Encodable {
    static let standings = ["open", "yes", "no", "later", "never", "proposed", "taken", "over", "expired"]
    /// An answer that is no `Answering.Reply`: it comes with the moments of a `TimeProposalForm`.
    static let otherTime = "other_time"
    static let times = ["firstDay", "firstHour", "secondDay", "secondHour"]
    static let whens = ["now", "date", "every"]

    var standing: String
    var category: String
    var neighbourhood: String?
    var distance: Int?
    var when: String
    var date: String?
    var rhythm: String?
    var text: String?
    var frame: String
    var restsUntil: String?
    /// Moments that this helper proposed.
    var proposedTimes: [String]?
    var proposal: String?
    var conversationUrl: String?

    /// - Parameter base: the address of the town's site.
    init(_ question: AskedQuestion, base: String, _ facts: TownFacts) {
        standing = Self.word(question.standing)
        category = question.category.key
        neighbourhood = question.neighbourhood?.slug
        distance = question.distance.map { Int($0.rounded()) }
        (when, date, rhythm) = Self.words(question.wanted, in: facts.town.timeZone)
        text = question.publicText
        frame = question.frame.rawValue
        restsUntil = question.standing == .later ? question.restsUntil?.iso : nil
        proposedTimes = question.proposal?.times.map(\.iso)
        proposal = question.proposal?.state.rawValue
        if case .yes(let match) = question.standing { conversationUrl = "\(base)/conversations/\(match.text)" }
    }

    private static func word(_ standing: AskStanding) -> String {
        switch standing {
        case .open: "open"
        case .yes: "yes"
        case .no: "no"
        case .later: "later"
        case .never: "never"
        case .proposed: "proposed"
        case .taken: "taken"
        case .over: "over"
        case .expired: "expired"
        }
    }

    private static func words(_ wanted: WhenWanted, in zone: TimeZone) -> (when: String, date: String?, rhythm: String?) {
        switch wanted {
        case .now: ("now", nil, nil)
        case .on(let day): ("date", CivilDay(day, in: zone).iso, nil)
        case .every(let rhythm): ("every", nil, rhythm.rawValue)
        }
    }
}
