import Domain
import Localization
import Persistence
import Secrets

/// What a helper hears of a no-show: that it is said, and what was decided. Never the asker's words.
struct NoShowLetters {
    let house: House
    let town: Town

    private var post: Post { Post(house: house, town: town) }

    func asked(_ noShow: NoShow, _ token: Token, about request: HelpRequest, in scope: TownTransaction) throws {
        try send("asked", noShow, request, in: scope) { t in
            [.init(label: t("mail.noShow.button"), url: "\(house.base(of: town))/rendez-vous-manque/\(token.text)")]
        }
    }

    func decided(_ noShow: NoShow, about request: HelpRequest, in scope: TownTransaction) throws {
        try send(noShow.state == .kept ? "kept" : "struck", noShow, request, in: scope) { _ in [] }
    }

    private func send(
        _ what: String, _ noShow: NoShow, _ request: HelpRequest, in scope: TownTransaction, actions: (Localizer) -> [Letter.Action]
    ) throws {
        guard let helper = try People(scope).find(noShow.helper), let category = try Categories(scope).find(request.category) else {
            return
        }
        let t = post.localizer(helper.language)
        let letter = Letter(
            kind: "no_show_\(what)", subject: t("mail.noShow.\(what).subject", ["reference": request.reference.text]),
            paragraphs: [
                t("mail.greeting", ["name": helper.firstName]),
                t("mail.noShow.\(what).body", ["category": category.label(helper.language)]),
            ], actions: actions(t))
        try post.send(letter, to: helper, in: scope)
    }
}
