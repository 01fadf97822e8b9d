import Domain
import HTML
import Localization
import UseCases

/// How a request is spoken of on the referent's pages.
struct RequestWords {
    let site: Site

    private var t: Localizer { site.t }

    func category(_ id: ID<Category>) -> String { site.facts.category(id).map { site.label($0) } ?? "" }
    func place(_ id: ID<Neighbourhood>?) -> String { site.facts.neighbourhood(id)?.name ?? t("referent.noQuartier") }

    func when(_ wanted: WhenWanted) -> String {
        switch wanted {
        case .now: t("ask.when.now")
        case .on(let day): t.date(day.milliseconds)
        case .every(let rhythm): t("rhythm.\(rhythm.rawValue)")
        }
    }

    func state(_ request: HelpRequest) -> String {
        switch request.status {
        case .open: t("referent.state.rung.\(request.rung.rawValue)")
        default: t("referent.state.\(request.status.rawValue)")
        }
    }

    /// A clock: late in red, else by when.
    func clock(_ due: Moment?, now: Moment) -> Markup {
        guard let due else { return span(.class("badge warning")) { t("referent.clock.none") } }
        guard due <= now else { return span(.class("badge warning")) { t.deadline(due.milliseconds, now: now.milliseconds) } }
        return span(.class("badge error")) { t("referent.clock.late", ["ago": t.ago(due.milliseconds, now: now.milliseconds)]) }
    }

    func urgencyClass(_ due: Moment?, now: Moment) -> String? {
        guard let due else { return "soon" }
        return due <= now ? "late" : due - now < .hours(4) ? "soon" : nil
    }

    /// The number as a link, spoken in pairs.
    func telephone(_ phone: PhoneNumber) -> Markup {
        a(.class("link"), .href("tel:\(phone.text)")) {
            icon("phone")
            phone.spoken
        }
    }
}

/// What is read out about a request: its number, what happens now, by when somebody answers.
struct SpokenWords {
    let spoken: SpokenRequest
    let site: Site

    private var t: Localizer { site.t }

    var sentences: [String] { [now] + closing }

    /// What is said once, however many requests there are.
    var closing: [String] {
        let rung = t("referent.say.\(spoken.isReachable ? spoken.isRung ? "rung" : "mailed" : "unreached")")
        let phone = site.town.settings.phone.map { t("referent.say.question", ["phone": $0]) }
        return ((spoken.request.isLive ? [rung] : []) + [phone]).compactMap(\.self)
    }

    private var manner: String { spoken.request.rung == .helpers ? "" : ".\(spoken.request.rung.rawValue)" }

    /// Nobody promises to ring whoever left no number.
    private var reach: String { spoken.isReachable ? "" : ".unreached" }

    var now: String {
        let request = spoken.request
        let promise = request.promise.map {
            t(
                "referent.say.promise\(reach)",
                ["deadline": t.deadline($0.milliseconds, now: spoken.now.milliseconds), "name": spoken.ownerName])
        }
        switch request.status {
        case .awaitingAgreement: return t("referent.say.awaiting")
        case .open where !request.rung.isInPerson:
            return [t("referent.say.asking\(manner)"), promise].compactMap(\.self).joined(separator: " ")
        case .open: return t("referent.say.mine\(reach)", ["name": spoken.ownerName])
        case .matched: return t("referent.say.matched")
        case .closed: return t("referent.say.closed")
        case .cancelled: return t("referent.say.cancelled")
        }
    }
}
