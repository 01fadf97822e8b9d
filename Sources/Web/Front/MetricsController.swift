import CoreMetrics
import Domain
import HTTPTypes
import Hummingbird
import Observation
import Secrets
import UseCases

/// `/metrics` for Prometheus, behind a bearer token; without one in the settings it does not exist.
struct MetricsController: Sendable {
    let house: House
    let figures: Prometheus
    let token: String?

    func show(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let token else { return ErrorAnswer.plain(.notFound) }
        let given = request.headers[.authorization] ?? ""
        guard constantTimeEquals(Array(given.utf8), Array("Bearer \(token)".utf8)) else {
            var response = ErrorAnswer.plain(.unauthorized)
            response.headers[.wwwAuthenticate] = "Bearer"
            return response
        }
        let queue = try await house.queueState()
        gauge("jobs_waiting", queue.waiting)
        gauge("jobs_dead", queue.dead)
        gauge("jobs_oldest_due_seconds", queue.oldestSeconds)
        gauge("towns", house.towns.all.count)
        return .bytes(Array(figures.render().utf8), type: Prometheus.contentType)
    }

    private func gauge(_ name: String, _ value: Int) { figures.makeMeter(label: name, dimensions: []).set(Int64(value)) }
}
