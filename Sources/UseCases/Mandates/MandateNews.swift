import Domain
import Localization
import Persistence

/// What happens to a request, told to the proxies who follow it; the represented person is told in any case.
struct MandateNews {
    let house: House
    let town: Town

    func tell(of request: HelpRequest, _ power: Mandate.Power, in scope: TownTransaction, now: Moment) throws {
        for mandate in try Mandates(scope).given(by: [request.asker]) {
            guard mandate.isInForce(now), mandate.powers.contains(power), mandate.covers(request), let holder = mandate.holder,
                let person = try People(scope).find(holder), let represented = try People(scope).find(mandate.represented)
            else { continue }
            let post = Post(house: house, town: town)
            let t = post.localizer(person.language)
            let letter = Letter(
                kind: "mandate_news", subject: t("mail.mandate.news.subject", ["reference": request.reference.text]),
                paragraphs: [
                    t("mail.greeting", ["name": person.firstName]), t("mail.mandate.news.body", ["name": represented.shownName]),
                ],
                actions: [
                    .init(
                        label: t("mail.mandate.news.button"),
                        url: "\(house.base(of: town))/mandats/\(mandate.id.text)/demandes/\(request.id.text)")
                ])
            try post.send(letter, to: person, in: scope)
        }
    }
}
