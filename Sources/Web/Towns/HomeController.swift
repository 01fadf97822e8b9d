import Domain
import Hummingbird
import Synchronization
import UseCases

struct HomeController: Sendable {
    let figures: RecentFigures

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        HomePage(site: Site(context, "/"), figures: try await figures.of(context.town)).response()
    }
}

/// A town's figures, looked up again every five minutes: the home page is the one most often asked for.
final class RecentFigures: Sendable {
    private static let lifetime = Duration.minutes(5)
    private let figures: Figures
    private let now: @Sendable () -> Moment
    private let kept = Mutex<[Int: (at: Moment, figures: TownFigures)]>([:])

    init(_ figures: Figures, now: @escaping @Sendable () -> Moment) {
        self.figures = figures
        self.now = now
    }

    func of(_ town: Town) async throws -> TownFigures {
        let time = now()
        if let found = kept.withLock({ $0[town.id] }), time - found.at < Self.lifetime { return found.figures }
        let fresh = try await figures.ofTown(town)
        kept.withLock { $0[town.id] = (time, fresh) }
        return fresh
    }
}
