import Domain
import Localization
import UseCases

/// Who answers, rings or writes, and by when. True for each way of reaching somebody: nobody without a telephone is told that they will be
/// rung, and a time that has passed is not promised again.
struct TrackingPromises {
    let tracked: TrackedRequest
    let t: Localizer

    private var owner: String { tracked.ownerName }
    private var isRung: Bool { !tracked.asker.isMailed }

    /// « Réponse avant demain midi, sinon Mme Martin vous appelle. »
    var answer: String {
        guard let deadline else { return late }
        return t("tracking.promise.\(manner)", ["deadline": deadline, "name": owner])
    }

    /// The owner looks for an answer in person, and has a time of their own.
    var search: String {
        guard let deadline else { return late }
        return t("tracking.search.\(manner)", ["deadline": deadline, "name": owner])
    }

    var agreement: String {
        guard let deadline else { return late }
        let isByPhone = tracked.beneficiary.phone != nil
        return t(
            isByPhone ? "tracking.agreement.call" : "tracking.agreement.visit",
            ["deadline": deadline, "name": owner, "person": tracked.beneficiary.firstName])
    }

    /// Once somebody said yes.
    var meeting: [String] {
        var words = [t(isRung ? "tracking.meeting.voice" : "tracking.meeting.write", ["name": owner])]
        if tracked.request.isForSomebodyElse, !tracked.beneficiary.isMailed {
            words.append(t("tracking.meeting.told", ["name": owner, "person": tracked.beneficiary.firstName]))
        }
        return words
    }

    private var late: String { t("tracking.late.\(manner)", ["name": owner]) }

    private var deadline: String? {
        guard let due = tracked.request.promise, due > tracked.now else { return nil }
        return t.deadline(due.milliseconds, now: tracked.now.milliseconds)
    }

    /// By voice to those without mail; else by telephone if there is one, or in writing.
    private var manner: String { isRung ? "voice" : tracked.asker.phone == nil ? "write" : "call" }
}
