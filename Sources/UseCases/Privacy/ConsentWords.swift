import Domain
import Localization
import Secrets

/// The words that people say yes to. Pages show and voices read these and no others, so that their hash is a proof (G-01).
public struct ConsentWords: Sendable {
    public enum Saying: Sendable, CaseIterable {
        /// The notice at a form; with the box that says it was read.
        case notice, readNotice
        /// The same by voice, from who calls, and from the one for whom somebody else asked.
        case callNotice, agreementNotice
        /// By voice, from a volunteer without e-mail.
        case helperNotice
        /// Showing one's number or address to the other of a match; giving the number by voice.
        case showPhone, showEmail, givePhone
        case charter

        public var purpose: Consent.Purpose {
            switch self {
            case .notice, .readNotice, .callNotice, .agreementNotice, .helperNotice: .notice
            case .showPhone, .givePhone: .sharePhone
            case .showEmail: .shareEmail
            case .charter: .charter
            }
        }
    }

    private let t: Localizer
    private let town: Town

    public init(_ t: Localizer, _ town: Town) {
        self.t = t
        self.town = town
    }

    public var controller: String { town.settings.controllers.mutualAid?.name ?? t("notice.townHall", ["town": town.name]) }

    public func lines(_ saying: Saying) -> [String] {
        switch saying {
        case .notice: [t("notice.body", ["controller": controller])]
        case .readNotice: lines(.notice) + [t("ask.check.notice")]
        case .callNotice: [t("call.aloud.notice", ["controller": controller])]
        case .agreementNotice: [t("calls.script.notice", ["controller": controller])]
        case .helperNotice: [t("phoneHelper.aloud.notice", ["controller": controller])]
        case .showPhone: [t("contact.rule"), t("contact.show.phone")]
        case .showEmail: [t("contact.rule"), t("contact.show.email")]
        case .givePhone: [t("call.aloud.share")]
        case .charter: charter + [t("charter.agree")]
        }
    }

    /// The town's own words; else ours.
    public var charter: [String] {
        let charter = town.settings.charter
        guard let own = charter[t.language.rawValue] ?? charter["fr"], !own.isEmpty else {
            return (1...8).map { t("charter.line.\($0)") }
        }
        return own.split(separator: "\n").map(String.init)
    }

    public func text(_ saying: Saying) -> ConsentText {
        let text = lines(saying).joined(separator: "\n")
        return ConsentText(
            version: Self.version(of: text), purpose: saying.purpose, language: t.language.rawValue, text: text)
    }

    public static func version(of text: String) -> String { String(Digest.hexadecimal(of: text).prefix(12)) }
}
