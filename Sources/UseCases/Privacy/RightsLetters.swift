import Domain
import Localization
import Persistence

/// What goes by mail about a request on one's rights; without an address the officer answers by letter or telephone.
struct RightsLetters {
    let house: House
    let town: Town

    private var post: Post { Post(house: house, town: town) }

    /// Date, reference, deadline, and the service with its address and number (CRPA R112-11-1; P-11).
    func receipt(of request: RightsRequest, in scope: TownTransaction) throws {
        let t = post.localizer(request.language)
        let kind = t("rights.kind.\(request.kind.rawValue)")
        let settings = town.settings
        let service = [
            settings.controllers.mutualAid?.name ?? t("notice.townHall", ["town": town.name]),
            settings.controllers.mutualAid?.address ?? settings.legal.address, settings.controllers.dpoContact, settings.phone,
        ]
        try send(
            request, t("mail.rights.receipt.subject", ["reference": request.reference.text]),
            [
                t("mail.rights.receipt.body", ["kind": kind, "date": t.date(request.receivedAt.milliseconds)]),
                t("mail.rights.receipt.due", ["date": t.date(request.dueAt.milliseconds)]),
                t("mail.rights.receipt.service", ["service": service.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")]),
            ], "receipt", in: scope)
    }

    func `extension`(of request: RightsRequest, in scope: TownTransaction) throws {
        let t = post.localizer(request.language)
        try send(
            request, t("mail.rights.extension.subject", ["reference": request.reference.text]),
            [t("mail.rights.extension.body", ["date": t.date(request.dueAt.milliseconds)]), request.extension?.reason ?? ""],
            "extension", in: scope)
    }

    func answer(to request: RightsRequest, in scope: TownTransaction) throws {
        guard let answer = request.answer else { return }
        let t = post.localizer(request.language)
        let remedy = t(request.kind == .accessibility ? "mail.rights.answer.defender" : "mail.rights.answer.cnil")
        try send(
            request, t("mail.rights.answer.subject", ["reference": request.reference.text]),
            [t("mail.rights.answer.\(answer.result.rawValue)")] + (answer.words.map { $0.split(separator: "\n").map(String.init) } ?? [])
                + [remedy], "answer", in: scope)
    }

    /// How many are due within a week, to each officer; to the administrators where there is none.
    func reminder(soon: Int, overdue: Int, in scope: TownTransaction) throws {
        var readers = try Staff(scope).holding(.dpo)
        if readers.isEmpty { readers = try Staff(scope).holding(.administrator) }
        for person in try People(scope).find(readers).values {
            let t = post.localizer(person.language)
            let letter = Letter(
                kind: "rights_reminder", subject: t("mail.rights.reminder.subject", ["town": town.name]),
                paragraphs: [
                    t("mail.greeting", ["name": person.firstName]), t("mail.rights.reminder.soon", count: soon),
                    overdue == 0 ? nil : t("mail.rights.reminder.overdue", count: overdue),
                ].compactMap(\.self),
                actions: [.init(label: t("mail.rights.reminder.button"), url: "\(house.base(of: town))/dpo/demandes")])
            try post.send(letter, to: person, in: scope)
        }
    }

    private func send(
        _ request: RightsRequest, _ subject: String, _ paragraphs: [String], _ kind: String, in scope: TownTransaction
    ) throws {
        guard request.answerBy == .email, let email = EmailAddress(request.contact) else { return }
        let letter = Letter(kind: "rights_\(kind)", subject: subject, paragraphs: paragraphs.filter { !$0.isEmpty })
        try post.send(letter, to: email, language: request.language, in: scope)
    }
}
