import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Secrets
import UseCases

/// `/conciergerie/tableau`: how the desk stands, and its changes as server-sent events.
struct LiveBoardController: Sendable {
    let boards: LiveBoards
    let isSecure: Bool
    let parts = LiveBoardParts()

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.atDesk()
        let board = try await boards.read(by: viewer.actor, in: context.facts)
        return LiveBoardPage(site: Site(context, "/conciergerie/tableau"), board: board, now: boards.now).response()
    }

    /// Only for who listens to events; everybody else is shown the page.
    func feed(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.atDesk()
        guard viewer.actor.runsDesk else { throw Refusal.notFound }
        let jar = CookieJar(isSecure: isSecure, town: context.town.slug)
        guard request.headers[.accept]?.contains("text/event-stream") == true,
            let token = jar.read(.session, from: request).flatMap({ Token(text: $0) })
        else { return .seeOther(context.links.liveBoard) }
        let (site, facts) = (Site(context, "/conciergerie/tableau"), context.facts)
        let events = try boards.watch(by: viewer.actor, in: facts)
        let headers: HTTPFields = [
            .contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store, no-transform", .unbuffered: "no",
        ]
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody { [boards, parts] writer in
                try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
                for await event in events {
                    switch event {
                    case .board(let shown): try await writer.write(parts.event(of: shown, on: site))
                    case .replaced: try await writer.write(Self.end)
                    case .beat:
                        guard try await boards.isOpen(to: token, in: facts) else {
                            try await writer.write(Self.end)
                            return try await writer.finish(nil)
                        }
                        try await writer.write(ByteBuffer(string: ": \n\n"))
                    }
                }
                try await writer.finish(nil)
            })
    }

    /// The browser does not come back by itself.
    private static let end = ByteBuffer(string: "event: end\ndata: \n\n")
}

extension HTTPField.Name {
    /// Proxies like nginx hold small answers back otherwise.
    fileprivate static let unbuffered = HTTPField.Name("X-Accel-Buffering") ?? .via
}
