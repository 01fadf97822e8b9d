import Domain
import JobQueue
import Mail

/// Every kind of job of the house, and what comes back by itself.
public struct UseCaseJobs {
    private let house: House

    public init(_ house: House) { self.house = house }

    public var handlers: [String: JobHandler] {
        [
            ResidentsSweep.job: ResidentsSweep(house: house).handler,
            Ladder.job: Ladder(house).stepHandler,
            Ladder.sweepJob: Ladder(house).sweepHandler,
            MessageNews.job: MessageNews(house: house).handler,
            OutcomeQuestion.askJob: OutcomeQuestion(house: house).askHandler,
            OutcomeQuestion.ownerJob: OutcomeQuestion(house: house).ownerHandler,
        ]
    }

    public static func mail(_ house: House, _ mailer: any Mailer, _ sender: MailAddress) -> [String: JobHandler] {
        [Post.job: MailDelivery(house: house, mailer: mailer, sender: sender).handler]
    }

    public static let schedules: [Schedule] = [
        Schedule(ResidentsSweep.job, every: 86_400_000),
        Schedule(Ladder.sweepJob, every: Duration.minutes(10).inMilliseconds),
    ]
}
