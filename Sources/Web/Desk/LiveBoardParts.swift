import Domain
import HTML
import Localization
import NIOCore
import Synchronization
import UseCases

/// The part of the page that changes, written once for all who watch in one language.
final class LiveBoardParts: Sendable {
    private struct Key: Hashable {
        let town: Int
        let base: String
        let language: Language
    }

    private let latest = Mutex<[Key: (number: Int, event: ByteBuffer)]>([:])

    func event(of shown: BoardWatch.Shown, on site: Site) -> ByteBuffer {
        let key = Key(town: site.town.id, base: site.links.base, language: site.t.language)
        if let kept = latest.withLock({ $0[key] }), kept.number == shown.number { return kept.event }
        let part = LiveBoardPart(site: site, board: shown.board, at: shown.at).markup.rendered()
        var event = ByteBuffer(string: "id: \(shown.number)\nevent: board\n")
        for line in part.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            event.writeString("data: ")
            event.writeBytes(line)
            event.writeString("\n")
        }
        event.writeString("\n")
        latest.withLock { [event] in $0[key] = (shown.number, event) }
        return event
    }
}
