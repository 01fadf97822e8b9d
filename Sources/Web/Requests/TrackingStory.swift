import Domain
import Localization
import UseCases

/// The life of a request in plain words: what was done, what happens now and by when, what comes next.
struct TrackingStory {
    enum State: String { case done, now, next }

    struct Step {
        var state: State
        var icon: String
        var title: String
        var words: [String] = []
    }

    let tracked: TrackedRequest
    let t: Localizer

    private var request: HelpRequest { tracked.request }
    private var promises: TrackingPromises { TrackingPromises(tracked: tracked, t: t) }

    var steps: [Step] { [received] + [agreed].compactMap(\.self) + rest }

    private var received: Step {
        Step(state: .done, icon: "check", title: t("tracking.received"), words: [t.dateTime(request.createdAt.milliseconds)])
    }

    /// Somebody else said that they agree (G-06).
    private var agreed: Step? {
        request.agreement.map { agreement in
            let title = t("tracking.agreed", ["name": tracked.beneficiary.firstName])
            return Step(state: .done, icon: "check", title: title, words: [t.dateTime(agreement.at.milliseconds)])
        }
    }

    private var rest: [Step] {
        switch request.status {
        case .awaitingAgreement: [agreement, Step(state: .next, icon: "people", title: t("tracking.asking"))]
        case .open:
            [request.rung.isInPerson ? owner : asking, Step(state: .next, icon: "hand", title: t("tracking.accepted")), telling]
        case .matched: [saidYes, arranging, telling].compactMap(\.self)
        case .closed: [saidYes, closed].compactMap(\.self)
        case .cancelled: [Step(state: .now, icon: "cross", title: t("tracking.cancelled"), words: [ended])]
        }
    }

    private var agreement: Step {
        let title = t("tracking.agreement", ["name": tracked.beneficiary.firstName])
        return Step(state: .now, icon: "phone", title: title, words: [promises.agreement, t("tracking.agreement.secret")])
    }

    private var asking: Step { Step(state: .now, icon: "people", title: t("tracking.asking\(manner)"), words: [promises.answer]) }

    private var manner: String { request.rung == .helpers ? "" : ".\(request.rung.rawValue)" }

    private var owner: Step {
        Step(state: .now, icon: "person", title: t("tracking.owner", ["name": tracked.ownerName]), words: [promises.search])
    }

    private var saidYes: Step? {
        guard let name = tracked.helperName, let at = tracked.match?.createdAt else { return nil }
        return Step(state: .done, icon: "hand", title: t("tracking.saidYes", ["name": name]), words: [t.dateTime(at.milliseconds)])
    }

    private var appointment: [String] {
        guard let at = tracked.match?.appointmentAt else { return [] }
        return [t("tracking.appointment", ["time": t.dateTime(at.milliseconds)])]
    }

    private var confirmed: [String] {
        guard tracked.isConfirmed, let name = tracked.helperName else { return [] }
        return [t("tracking.confirmed", ["name": name])]
    }

    private var arranging: Step {
        Step(state: .now, icon: "talk", title: t("tracking.arranging"), words: appointment + confirmed + promises.meeting)
    }

    private var telling: Step { Step(state: .next, icon: "heart", title: t("tracking.telling")) }

    private var closed: Step {
        let outcome = request.outcome.map { t("tracking.outcome.\($0.rawValue)") }
        return Step(state: .now, icon: "heart", title: t("tracking.closed"), words: [ended, outcome].compactMap(\.self))
    }

    private var ended: String { request.closedAt.map { t.dateTime($0.milliseconds) } ?? "" }
}
