import ArgumentParser
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// A Hummingbird route that answers one page from memory with the headers it was given: what the framework can do at most.
struct StaticPage: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "static", abstract: "Serve one page from memory.")

    @Argument(help: "File of the page's bytes.") var file: String
    @Option(help: "File of its headers, one `Name: value` a line.") var headers: String
    @Option(help: "Port on the loopback address.") var port: Int

    func run() async throws {
        let page = ByteBuffer(bytes: [UInt8](try Data(contentsOf: URL(filePath: file))))
        let fields = Self.fields(try String(contentsOfFile: headers, encoding: .utf8))
        let router = Router()
        router.get("/**") { _, _ in Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: page)) }
        var logger = Logger(label: "static")
        logger.logLevel = .error
        let server = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: nil), logger: logger)
        try await server.runService()
    }

    /// Length and date are the server's own to write.
    private static func fields(_ text: String) -> HTTPFields {
        var fields = HTTPFields()
        for line in text.split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let name = HTTPField.Name(String(parts[0])), ![.contentLength, .date].contains(name) else { continue }
            fields.append(HTTPField(name: name, value: parts[1].trimmingCharacters(in: .whitespaces)))
        }
        return fields
    }
}
