import Domain
import HTML
import Localization
import UseCases

/// Whom the desk rings: why, since when, who is ringing them. Name and number, once they are held.
struct CallQueuePage: Page {
    let site: Site
    let board: CallingBack.Board
    /// What was just done: `note`, `pris`, `libre`, `personne`, `promis`.
    let done: String?

    var title: String { t("callBacks.title") }
    var ownAssets: Markup { DeskVeil.assets(["ring"]) }

    var content: Markup {
        .list([
            BackLink(path: links.desk, label: t("desk.title")).markup,
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { t("callBacks.lead") }
            },
            notice,
            board.held.map(held) ?? .empty,
            DueBox(site: site, board: board).markup,
            section("due", board.queue.due),
            section("later", board.queue.later),
            p(.class("actions")) { a(.class("button secondary"), .href(links.newCallBack)) { t("callBacks.new") } },
            Emergency(t: t).markup,
            DeskVeil(t: t).markup,
        ])
    }

    private var notice: Markup {
        switch done {
        case "note": said("success", "check", "calls.noted")
        case "promis": said("success", "check", "callBacks.promised")
        case "pris": said("warning", "warning", "refusal.callerHeld")
        case "libre": said("info", "info", "refusal.callerNotHeld")
        case "personne": said("info", "check", "callBacks.nobodyLeft")
        default: .empty
        }
    }

    private func said(_ kind: String, _ symbol: String, _ key: String) -> Markup {
        div(.class("notice \(kind)"), .role("status")) {
            icon(symbol)
            div { p { t(key) } }
        }
    }

    private func held(_ caller: DueCaller) -> Markup {
        div(.class("notice info")) {
            icon("phone")
            div {
                p { t("callBacks.held") }
                div(.class("actions")) {
                    a(.class("button small"), .href(links.callBack(caller.key))) { t("callBacks.goOn") }
                    HTML.form(.method("post"), .action(links.endOfCallBack)) {
                        button(.class("button quiet small"), .type("submit")) { t("callBacks.release") }
                    }
                }
            }
        }
    }

    private func section(_ name: String, _ callers: [DueCaller]) -> Markup {
        guard !callers.isEmpty else { return .empty }
        return HTML.section(.class("stack section"), .aria("labelledby", "rappels-\(name)")) {
            h2(.id("rappels-\(name)")) { t("callBacks.\(name)", count: callers.count) }
            ol(.class("todo")) {
                for (place, caller) in callers.enumerated() { DueCallerLine(page: self, caller: caller, place: place + 1).markup }
            }
        }
    }
}

/// One of the queue.
struct DueCallerLine {
    let page: CallQueuePage
    let caller: DueCaller
    let place: Int

    private var t: Localizer { page.t }
    private var now: Moment { page.board.now }
    private var isHeld: Bool { caller.lock?.holds(against: page.site.viewer?.person.id, now) == true }

    var markup: Markup {
        li(.class(caller.dueAt <= now ? "soon" : nil)) {
            div {
                p { span(.class(caller.dueAt <= now ? "badge warning" : "badge")) { due } }
                h3 { CallBackWords(site: page.site).reasons(caller).joined(separator: ", ") }
                p(.class("meta")) { facts.joined(separator: ", ") }
            }
            div(.class("actions")) {
                if !isHeld {
                    HTML.form(.method("post"), .action(page.links.callBack(caller.key))) {
                        button(.class("button small secondary"), .type("submit")) {
                            icon("phone")
                            t("calls.ring")
                            span(.class("visually-hidden")) { "\u{A0}: \(t("callBacks.place", ["place": place]))" }
                        }
                    }
                }
            }
        }
    }

    private var due: String {
        guard caller.dueAt > now else { return caller.rings(now) ? t("callBacks.scheduled") : t("calls.now") }
        return caller.promisedAt == caller.dueAt
            ? t.dateTime(caller.dueAt.milliseconds) : t.deadline(caller.dueAt.milliseconds, now: now.milliseconds)
    }

    private var facts: [String] {
        let words = CallBackWords(site: page.site)
        let ringing = isHeld ? caller.lock.map { t("callBacks.ringing", ["name": page.board.holders[$0.holder] ?? ""]) } : nil
        let tries = caller.attempts == 0 ? t("callBacks.never") : t("calls.attempts", count: caller.attempts)
        let since = caller.dueAt <= now ? t("callBacks.since", ["time": t.dateTime(caller.dueAt.milliseconds)]) : nil
        return words.references(caller) + [tries, since, ringing].compactMap(\.self)
    }
}

/// How what is to be said is named.
struct CallBackWords {
    let site: Site

    func reasons(_ caller: DueCaller) -> [String] {
        caller.items.reduce(into: []) { list, item in
            let name =
                switch item {
                case .request(let call): site.t("calls.reason.\(call.ringBack.reason.rawValue)")
                case .promise(let promise): site.t("callBacks.reason.\(promise.reason.rawValue)")
                }
            if !list.contains(name) { list.append(name) }
        }
    }

    func references(_ caller: DueCaller) -> [String] {
        caller.items.reduce(into: []) { list, item in
            guard case .request(let call) = item, !list.contains(call.reference.text) else { return }
            list.append(call.reference.text)
        }
    }
}

/// How many wait, and the next: shown anew now and then, with a ring where a promised time has come.
struct DueBox {
    let site: Site
    let board: CallingBack.Board

    private var t: Localizer { site.t }

    var markup: Markup {
        HTML.section(
            .class("box tint"), .id("a-faire"), .aria("labelledby", "a-faire-titre"), .data("url", site.links.dueCallBacks),
            .data("rings", board.queue.due.filter { $0.rings(board.now) }.map(\.key.text).joined(separator: " "))
        ) {
            h2(.id("a-faire-titre")) { t("callBacks.box") }
            p { board.queue.due.isEmpty ? t("callBacks.none") : t("callBacks.waiting", count: board.queue.due.count) }
            scheduled
            div(.class("actions")) {
                if board.next != nil {
                    HTML.form(.method("post"), .action(site.links.nextCallBack)) {
                        button(.class("button"), .type("submit")) {
                            icon("phone")
                            t("callBacks.next")
                        }
                    }
                }
                if site.path != "/conciergerie/rappels" {
                    a(.class("button secondary"), .href(site.links.callBacks)) { t("callBacks.see") }
                }
            }
        }
    }

    /// The next hour that was promised.
    @MarkupBuilder private var scheduled: Markup {
        let hours = (board.queue.due + board.queue.later).compactMap(\.promisedAt).sorted()
        if let due = hours.first(where: { $0 <= board.now }) {
            p { strong { t("callBacks.promisedNow", ["time": t.time(due.milliseconds)]) } }
        } else if let next = hours.first {
            p(.class("meta")) { t("callBacks.promisedNext", ["time": t.dateTime(next.milliseconds)]) }
        }
    }
}
