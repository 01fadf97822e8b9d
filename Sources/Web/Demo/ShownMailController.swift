import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Localization
import NIOCore
import UseCases

/// `/dev/mail`: the demo's mail, for somebody at this computer only.
struct ShownMailController: Sendable {
    let mails: ShownMails

    func index(_ request: Request, _ context: AppContext) async throws -> Response {
        guard context.isAtThisComputer(request) else { return ErrorAnswer.plain(.notFound) }
        let t = localizer(request)
        return try await answering { .html(ShownMailPages(t: t).list(try await mails.latest())) }
    }

    func show(_ request: Request, _ context: AppContext) async throws -> Response {
        guard context.isAtThisComputer(request), let town = context.parameters.get("town"),
            let id = context.parameters.get("id")
        else { return ErrorAnswer.plain(.notFound) }
        let t = localizer(request)
        return try await answering { .html(ShownMailPages(t: t).mail(try await mails.find(id, town: town))) }
    }

    func json(_ request: Request, _ context: AppContext) async throws -> Response {
        guard context.isAtThisComputer(request) else { return ErrorAnswer.plain(.notFound) }
        return try await answering {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let body = try encoder.encode(ShownMailList(items: try await mails.latest().map(ShownMailList.Item.init)))
            return .bytes([UInt8](body), type: "application/json; charset=utf-8")
        }
    }

    private func answering(_ body: () async throws -> Response) async throws -> Response {
        do { return try await body() } catch let refusal as Refusal where refusal.kind == .notFound { return ErrorAnswer.plain(.notFound) }
    }

    private func localizer(_ request: Request) -> Localizer {
        Localizer(language: Language(acceptLanguage: request.headers[.acceptLanguage] ?? ""), catalogue: mails.catalogue)
    }
}

/// `{"items": […]}`, the newest first.
private struct ShownMailList: Encodable {
    struct Item: Encodable {
        var to: [String]
        var subject: String
        var text: String
        var html: String
        var links: [String]
        /// ISO 8601, UTC.
        var at: String
        var town: String

        init(_ shown: ShownMails.Mail) {
            to = [shown.to]
            subject = shown.subject
            text = shown.text
            html = shown.html
            links = shown.links
            at = Date(timeIntervalSince1970: Double(shown.at.milliseconds) / 1_000).formatted(.iso8601)
            town = shown.town.slug
        }
    }

    var items: [Item]
}

extension AppContext {
    /// The peer is this machine, and nobody stands behind it as a proxy would.
    fileprivate func isAtThisComputer(_ request: Request) -> Bool {
        let isLoopback = peer == "local" || peer == "::1" || peer.hasPrefix("127.") || peer.hasPrefix("::ffff:127.")
        return isLoopback && request.headers[.xForwardedFor] == nil && request.headers[.forwarded] == nil
    }
}

extension HTTPField.Name {
    fileprivate static let forwarded = HTTPField.Name("Forwarded") ?? .via
}
