import API
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
