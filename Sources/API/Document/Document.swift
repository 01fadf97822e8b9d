import Foundation
import HTTPTypes

/// `openapi.json` (OpenAPI 3.1), made from the operations themselves, so that it cannot forget one.
struct Document {
    let operations: [Operation]
    let publicURL: String
    private static let meaning = """
        Mutual aid between neighbours. Lists answer their newest items first, 50 at most, and `next`: the `cursor` of the next page, null on \
        the last. Query parameters that are not described are ignored. Errors are RFC 9457 problems in the language of Accept-Language; \
        429 (too often) and 503 (the database is away or full) come with Retry-After in seconds. Every write is safe to repeat, and counted \
        per network. There is no CORS: this is for servers and applications, not for scripts of other sites.
        """

    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return (try? encoder.encode(root)).map { [UInt8]($0) } ?? []
    }

    private var root: JSON {
        [
            "openapi": "3.1.0",
            "info": [
                "title": "Entraide", "version": "1.0.0",
                "license": ["name": "EUPL-1.2", "identifier": "EUPL-1.2"],
                "description": .text(Self.meaning),
            ],
            "servers": [["url": .text(publicURL + Interface.prefix)]],
            "paths": .object(paths),
            "components": ["schemas": .object(Schemas.all)],
        ]
    }

    private var paths: [String: JSON] {
        Dictionary(grouping: operations, by: \.path).mapValues { operations in
            .object(Dictionary(uniqueKeysWithValues: operations.map { ($0.method.rawValue.lowercased(), Self.described($0)) }))
        }
    }

    private static func described(_ operation: Operation) -> JSON {
        var entry: [String: JSON] = [
            "operationId": .text(operation.id), "summary": .text(operation.meaning),
            "parameters": .list(operation.parameters.map(described)), "responses": .object(responses(operation)),
        ]
        if let note = operation.note { entry["description"] = .text(note) }
        if let body = operation.body {
            entry["requestBody"] = ["required": true, "content": ["application/json": ["schema": reference(body)]]]
        }
        return .object(entry)
    }

    private static func described(_ parameter: Operation.Parameter) -> JSON {
        [
            "name": .text(parameter.name), "in": .text(parameter.place.rawValue), "description": .text(parameter.meaning),
            "required": .flag(parameter.isRequired || parameter.place == .path),
            "schema": parameter.choices.map(Schemas.choice) ?? Schemas.text,
        ]
    }

    private static func responses(_ operation: Operation) -> [String: JSON] {
        var responses: [String: JSON] = [
            String(operation.success): [
                "description": "Done.", "content": ["application/json": ["schema": reference(operation.answer)]],
            ]
        ]
        for status in operation.refusals {
            responses[String(status)] = [
                "description": "Refused.", "content": ["application/problem+json": ["schema": reference("Problem")]],
            ]
        }
        return responses
    }

    static func reference(_ name: String) -> JSON { ["$ref": .text("#/components/schemas/\(name)")] }
}
