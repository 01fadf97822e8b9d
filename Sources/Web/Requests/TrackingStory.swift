import Domain
import Localization
import UseCases

/// The life of a request in plain words: what was done, what happens now, what comes next.
struct TrackingStory {
    enum State: String { case done, now, next }

    struct Step {
        var state: State
        var icon: String
        var title: String
        var words: String?
    }

    let tracked: TrackedRequest
    let t: Localizer

    private var request: HelpRequest { tracked.request }

    var steps: [Step] {
        let received = Step(
            state: .done, icon: "check", title: t("tracking.received"), words: t.dateTime(request.createdAt.milliseconds))
        return [received] + rest
    }

    private var rest: [Step] {
        switch request.status {
        case .awaitingAgreement:
            [
                Step(state: .now, icon: "phone", title: t("tracking.agreement", ["name": tracked.beneficiary.firstName]), words: promise),
                Step(state: .next, icon: "people", title: t("tracking.asking"), words: nil),
            ]
        case .open where request.rung == .helpers:
            [
                Step(state: .now, icon: "people", title: t("tracking.asking"), words: promise),
                Step(state: .next, icon: "hand", title: t("tracking.accepted"), words: nil),
            ]
        case .open:
            [Step(state: .now, icon: "phone", title: t("tracking.owner", ["name": tracked.ownerName]), words: t("tracking.owner.words"))]
        case .matched:
            [Step(state: .now, icon: "hand", title: t("tracking.matched"), words: t("tracking.matched.words"))]
        case .closed:
            [Step(state: .now, icon: "heart", title: t("tracking.closed"), words: nil)]
        case .cancelled:
            [Step(state: .now, icon: "cross", title: t("tracking.cancelled"), words: nil)]
        }
    }

    /// « Réponse avant demain midi, sinon Mme Martin vous appelle. » A time that is over is never shown: by then the owner has it.
    private var promise: String? {
        guard let due = request.rungDue, due > tracked.now else { return t("tracking.overdue", ["name": tracked.ownerName]) }
        return t(
            "tracking.promise", ["deadline": t.deadline(due.milliseconds, now: tracked.now.milliseconds), "name": tracked.ownerName])
    }
}
