import Domain
import HTTPTypes
import Hummingbird
import Localization
import Logging
import NIOHTTP1
import UseCases

/// Whatever an operation throws becomes a problem in the caller's language; so do addresses that do not exist.
struct ProblemAnswers: RouterMiddleware {
    typealias Context = APIContext
    let catalogue: Catalogue

    func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        var t: Localizer { Localizer(language: Language(acceptLanguage: request.headers[.acceptLanguage] ?? ""), catalogue: catalogue) }
        do {
            return try await next(request, context)
        } catch let refusal as Refusal {
            return Problem(refusal, t).response
        } catch let concern as TextConcern {
            return Problem(concern, t).response
        } catch let error as WrongMethod {
            var response = Problem(.methodNotAllowed, t).response
            response.headers[.allow] = error.allow
            return response
        } catch let error as any HTTPResponseError {
            return Problem(error.status, t).response
        } catch let error as HTTPParserError {
            // This is no HTTP: the server answers 400 and hangs up.
            throw error
        } catch {
            context.logger.error("an API call failed", metadata: ["error": "\(error)", "route": "\(context.endpointPath ?? "?")"])
            return Problem(Outage.explains(error) ? .serviceUnavailable : .internalServerError, t).response
        }
    }
}

/// The address exists, and has other methods.
struct WrongMethod: Error {
    let allowed: [HTTPRequest.Method]

    /// The header: `GET, HEAD, POST`.
    var allow: String {
        let all = allowed.contains(.get) ? allowed + [.head] : allowed
        return all.map(\.rawValue).sorted().joined(separator: ", ")
    }
}
