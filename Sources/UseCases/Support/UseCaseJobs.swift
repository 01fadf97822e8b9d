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
            LoadSweep.job: LoadSweep(house: house).handler,
            CrisisSweep.job: CrisisSweep(house: house).handler,
            CrisisHaste.job: CrisisHaste(house: house).handler,
            AbsenceSweep.job: AbsenceSweep(house: house).handler,
            DutySweep.job: DutySweep(house: house).handler,
            DayLetter.job: DayLetter(house: house).handler,
            ConcernStep.job: ConcernStep(house: house).handler,
            CallerIndexSweep.job: CallerIndexSweep(house: house).handler,
            MessageNews.job: MessageNews(house: house).handler,
            JournalRetention.job: JournalRetention(house: house).handler,
            Retention.job: Retention(house).handler,
            Retention.townJob: Retention(house).townHandler,
            RightsReminder.job: RightsReminder(house: house).handler,
            KeyRotation.job: KeyRotation(house).handler,
            MandatesSweep.job: MandatesSweep(house: house).handler,
            ReserveSweep.job: ReserveSweep(house: house).handler,
            ReminderSweep.job: ReminderSweep(house: house).handler,
            StandingSweep.job: StandingSweep(house: house).handler,
            OutcomeQuestion.askJob: OutcomeQuestion(house: house).askHandler,
            OutcomeQuestion.ownerJob: OutcomeQuestion(house: house).ownerHandler,
        ]
    }

    public static func mail(_ house: House, _ mailer: any Mailer, _ sender: MailAddress) -> [String: JobHandler] {
        [Post.job: MailDelivery(house: house, mailer: mailer, sender: sender).handler]
    }

    public static let schedules: [Schedule] = [
        Schedule(ResidentsSweep.job, every: 86_400_000),
        Schedule(JournalRetention.job, every: 86_400_000),
        Schedule(Retention.job, every: 86_400_000),
        Schedule(RightsReminder.job, every: 86_400_000),
        Schedule(MandatesSweep.job, every: 86_400_000),
        Schedule(CallerIndexSweep.job, every: 86_400_000),
        Schedule(ReserveSweep.job, every: Duration.hours(1).inMilliseconds),
        Schedule(StandingSweep.job, every: Duration.hours(1).inMilliseconds),
        Schedule(Ladder.sweepJob, every: Duration.minutes(10).inMilliseconds),
        Schedule(LoadSweep.job, every: LoadSweep.every.inMilliseconds),
        Schedule(CrisisSweep.job, every: Duration.minutes(10).inMilliseconds),
        Schedule(AbsenceSweep.job, every: Duration.minutes(10).inMilliseconds),
        Schedule(DutySweep.job, every: Duration.minutes(10).inMilliseconds),
        Schedule(ReminderSweep.job, every: Duration.minutes(10).inMilliseconds),
        Schedule(DayLetter.job, every: Duration.minutes(10).inMilliseconds),
    ]
}
