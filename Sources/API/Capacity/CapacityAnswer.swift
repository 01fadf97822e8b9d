import Domain
import Localization
import UseCases

/// What can be promised where a request comes to more work than helpers: in words, never in numbers of people.
struct CapacityAnswer: Encodable {
    static let standings = ["heavy", "nobody"]

    var standing: String
    var words: String
    var answerBy: String

    init(_ advice: Capacity.Advice, _ t: Localizer, _ facts: TownFacts) {
        standing = advice.notice.hasHelpers ? "heavy" : "nobody"
        words = advice.sentences(t, in: facts).joined(separator: " ")
        answerBy = advice.answerBy.iso
    }
}
