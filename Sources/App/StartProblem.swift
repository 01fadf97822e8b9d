import Database
import Foundation
import NIOCore
import NIOPosix
import Secrets

/// What stops a command, said in one line with what to do about it.
enum StartProblem {
    /// Our own problems may have several lines, one per fault; whatever else fails is kept to one.
    static func lines(_ error: any Error) -> [String] {
        let text =
            switch error {
            case let error as DatabaseError: words(error)
            default: "\(error)"
            }
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
        return error is Settings.Problem ? lines : [lines.joined(separator: " ")]
    }

    private static func words(_ error: DatabaseError) -> String {
        switch error.kind {
        case .connection: "the database cannot be reached (\(error.message)): see that it runs and that ENTRAIDE_DATABASE_URL is right"
        case .medium: "the database cannot be used (\(error.message)): see that ENTRAIDE_DATABASE_URL is right, or run `entraide doctor`"
        case .full: "the disk is full (\(error.message)): make room and start again; nothing is lost"
        case .busy: "the database is busy (\(error.message)): try again when the other process is done"
        default: "\(error)"
        }
    }

    /// Takes the port and gives it back, before anything else is begun: a start that fails says one line and has done nothing.
    static func checkPort(_ listen: (host: String, port: Int)) async throws {
        do {
            let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1).bind(host: listen.host, port: listen.port).get()
            try await channel.close()
        } catch {
            throw listening(error, on: listen)
        }
    }

    /// Why the port could not be had, as far as the system says.
    static func listening(_ error: any Error, on listen: (host: String, port: Int)) -> any Error {
        let place = "\(listen.host):\(listen.port)"
        switch error {
        case let error as IOError where error.errnoCode == EADDRINUSE:
            return Settings.Problem(
                description: "\(place) is in use: stop what listens there, or set ENTRAIDE_LISTEN to another port")
        case let error as IOError where error.errnoCode == EACCES:
            return Settings.Problem(
                description: "\(place) is not allowed: ports below 1024 are for root; set ENTRAIDE_LISTEN to a higher one")
        case let error as IOError where error.errnoCode == EADDRNOTAVAIL:
            return Settings.Problem(description: "\(listen.host) is no address of this machine: set ENTRAIDE_LISTEN")
        case is SocketAddressError, is SocketAddressError.UnknownHost:
            return Settings.Problem(description: "the host \(listen.host) is not known: set ENTRAIDE_LISTEN, such as 127.0.0.1:8080")
        default: return error
        }
    }
}
