import Foundation
import Hummingbird
import UseCases

/// Whether this process can serve: 503 for the database or the schema only; the queue's age is reported.
public struct HealthController: Sendable {
    let readiness: Readiness

    func ready(_ request: Request, _ context: AppContext) async throws -> Response {
        let report = await readiness.report()
        let body = try JSONEncoder().encode(report)
        return .bytes([UInt8](body), type: "application/json", status: report.isReady ? .ok : .serviceUnavailable)
    }
}
