import Domain
import Localization

/// The mail with the link and the code.
struct SignInLetter {
    let t: Localizer
    let url: String
    let code: String

    var letter: Letter {
        Letter(
            kind: "sign_in", subject: t("mail.signIn.subject"), paragraphs: [t("mail.signIn.body")],
            actions: [.init(label: t("mail.signIn.button"), url: url)],
            afterwards: [t("mail.signIn.code", ["code": spoken]), t("mail.signIn.until"), t("mail.signIn.notYou")])
    }

    /// `123 456`, with a no-break space.
    private var spoken: String { "\(code.prefix(3))\u{A0}\(code.suffix(3))" }
}
