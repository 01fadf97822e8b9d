import HTTPTypes
import Hummingbird

/// One call of the interface: how it is described and what it does.
struct Operation: Sendable {
    struct Parameter: Sendable {
        enum Place: String, Sendable { case path, query, header }

        var name: String
        var place: Place
        var meaning: String
        var isRequired = false
        /// The only values there are; nil for any text.
        var choices: [String]?
    }

    /// Fixed for ever: clients are generated from it.
    var id: String
    var method: HTTPRequest.Method
    /// Below `/api/v1`, with `{parameters}`.
    var path: String
    var meaning: String
    /// What a caller should know besides: how it may be repeated, what becomes of a wrong filter.
    var note: String?
    var parameters: [Parameter] = []
    /// Name of a schema of the document.
    var body: String?
    var success: Int = 200
    var answer: String
    var refusals: [Int] = [404]
    var handle: @Sendable (Request, APIContext) async throws -> Response

    var routePath: String { Interface.prefix + path.replacing("{", with: ":").replacing("}", with: "") }
}
