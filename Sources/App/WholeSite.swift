import API
import CoreMetrics
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Observation
import UseCases
import Web

/// Pages and JSON behind one address; each request is counted, timed, and leaves one line in the log.
struct WholeSite: HTTPResponder {
    struct Context: InitializableFromSource {
        private let channel: any Channel
        private let logger: Logger

        init(source: ApplicationRequestContextSource) {
            channel = source.channel
            logger = source.logger
        }

        var source: ApplicationRequestContextSource { ApplicationRequestContextSource(channel: channel, logger: logger) }
    }

    let pages: Website
    let interface: Interface
    let record: AccessRecord
    var views: PageViews { pages.views }

    func respond(to request: Request, context: Context) async throws -> Response {
        let trace = RequestTrace(traceparent: request.headers[.traceparent])
        return try await RequestTrace.$current.withValue(trace) {
            let start = ContinuousClock.now
            let (response, route) = try await answer(request, context)
            record.write(request.method.rawValue, route ?? "none", response.status.code, ContinuousClock.now - start)
            return response
        }
    }

    /// The answer, and the template of the route that gave it.
    private func answer(_ request: Request, _ context: Context) async throws -> (Response, String?) {
        if request.uri.path.hasPrefix(Interface.prefix) {
            let context = APIContext(source: context.source)
            return (try await interface.respond(to: request, context: context), context.endpointPath)
        }
        let context = AppContext(source: context.source)
        return (try await pages.responder.respond(to: request, context: context), context.note.value)
    }
}

extension HTTPField.Name {
    fileprivate static let traceparent = HTTPField.Name("traceparent") ?? .via
}

/// What is known of a request afterwards: how, by which route, with what answer, how long. Nobody's address, no path, no name.
struct AccessRecord: Sendable {
    let figures: Prometheus
    let logger: Logger

    func write(_ method: String, _ route: String, _ status: Int, _ time: Duration) {
        let nanoseconds = time.components.seconds * 1_000_000_000 + time.components.attoseconds / 1_000_000_000
        figures.makeCounter(label: "http_requests", dimensions: [("method", method), ("route", route), ("status", "\(status)")])
            .increment(by: 1)
        figures.makeTimer(label: "http_request_duration", dimensions: [("route", route)]).recordNanoseconds(nanoseconds)
        logger.info(
            "request",
            metadata: [
                "method": "\(method)", "route": "\(route)", "status": "\(status)",
                "ms": "\(Double(nanoseconds / 10_000) / 100)",
            ])
    }
}
