import Domain
import Localization
import Persistence

extension Requests {
    /// The asker changes a request that is not over. New words are unread again, and gone from the public list; a new moment sets the
    /// clock anew; a helper who said yes is told.
    public func change(_ form: ChangeForm, through door: TrackingDoor, in facts: TownFacts) async throws {
        let now = house.world.now()
        let choices = AskForm.Choices(categories: [], neighbourhoods: [], now: now, zone: facts.town.timeZone)
        try await house.write(facts.town, listings: .needs) { scope in
            let request = try door.request(in: scope, now: now)
            guard request.isLive else { throw Refusal(.conflict, "refusal.requestOver") }
            guard let asker = try People(scope).find(request.asker) else { throw Refusal.notFound }
            let change = try form.read(request, hasAccount: asker.hasAccount || door.isUnderMandate, choices)
            if change.details != request.details {
                try facts.town.settings.textGuard.reread(change.details, field: "details", insisted: change.insists)
            }
            let writing = TrackedChange(request: request, asker: asker, house: house, town: facts.town, scope: scope, now: now)
            if try writing.apply(change) { try door.note(.changed, on: request, in: scope, of: house) }
            if let contact = change.contact { try writing.reach(contact) }
        }
    }
}

/// A change as it is written down.
struct TrackedChange {
    let request: HelpRequest
    let asker: Person
    let house: House
    let town: Town
    let scope: TownTransaction
    let now: Moment

    /// Answers whether anything is other than before.
    func apply(_ change: ChangeForm.Change) throws -> Bool {
        var changed = request
        changed.wanted = change.wanted
        changed.details = change.details
        changed.constraints = change.constraints
        guard changed != request else { return false }
        if changed.wanted != request.wanted { try setClock(&changed) }
        let category = try Categories(scope).find(request.category)
        if changed.details != request.details || changed.constraints != request.constraints { try rewrite(&changed, category) }
        try HelpRequests(scope).save(changed, mayBePublic: category?.mayBePublic ?? false)
        guard var match = try Matches(scope).active(for: request.id) else { return true }
        if changed.wanted != request.wanted {
            match.appointmentAt = nil
            try Matches(scope).save(match)
            try OutcomeQuestion.cancel(for: match.id, in: scope)
            try OutcomeQuestion.schedule(for: match, of: changed, town: town, in: scope)
            try StandingTurn(house: house, town: town, scope: scope, now: now).begin(match, changed)
        }
        try tellHelper(of: match, category)
        return true
    }

    /// New words begin as those of a new request do.
    private func rewrite(_ changed: inout HelpRequest, _ category: Category?) throws {
        guard let category else { return }
        changed.start(Publication.start(of: changed.details, in: category, town.settings))
        try PendingTexts(scope).wroteAnew(.request, changed.id.bytes, at: now)
    }

    private func setClock(_ changed: inout HelpRequest) throws {
        changed.urgency = Urgency(changed.wanted, changed.criteria, by: town.settings.urgency, now: now)
        guard changed.status == .open, changed.rung.asksHelpers else { return }
        let clock = RungClock(town, at: now)
        let promise = clock.helpersUntil(from: now, urgency: changed.urgency)
        changed.promisedBy = promise
        changed.rungDue = clock.until(changed.rung, from: now, urgency: changed.urgency, promise: promise)
        try Ladder.schedule(request.id, at: now, in: scope)
    }

    private func tellHelper(of match: Match, _ category: Category?) throws {
        try OrganisationNews(house: house, town: town).tell(.changed, of: match, about: request, in: scope)
        try HelperByVoice(house: house, town: town, scope: scope, now: now).ring(.message, of: match, about: request)
        guard let helper = try People(scope).find(match.helper) else { return }
        let post = Post(house: house, town: town)
        let t = post.localizer(helper.language)
        let letter = Letter(
            kind: "changed", subject: t("mail.changed.subject"),
            paragraphs: [
                t("mail.greeting", ["name": helper.firstName]),
                t("mail.changed.body", ["category": category?.label(helper.language) ?? "", "reference": request.reference.text]),
            ],
            actions: [.init(label: t("mail.helping.button"), url: "\(house.base(of: town))/conversations/\(match.id.text)")])
        try post.send(letter, to: helper, in: scope)
    }

    /// A new address hears of the request by a fresh link; the old one hears that it was replaced, in case somebody else did it.
    func reach(_ contact: ChangeForm.Contact) throws {
        var person = asker
        person.email = contact.email
        person.phone = contact.phone
        if contact.email != asker.email { person.channel = contact.email == nil ? .phone : .email }
        guard person != asker else { return }
        try People(scope).save(person)
        guard person.email != asker.email else { return }
        let post = Post(house: house, town: town)
        let t = post.localizer(asker.language)
        let old = Letter(
            kind: "contact_replaced", subject: t("mail.contactReplaced.subject", ["reference": request.reference.text]),
            paragraphs: [t("mail.greeting", ["name": asker.firstName]), t("mail.contactReplaced.body")])
        try post.send(old, to: asker, in: scope)
        guard person.isMailed else { return }
        let new = Letter(
            kind: "contact_new", subject: t("mail.contactNew.subject", ["reference": request.reference.text]),
            paragraphs: [t("mail.greeting", ["name": asker.firstName]), t("mail.contactNew.body")],
            actions: [.init(label: t("mail.receipt.button"), url: try post.trackingURL(of: request, in: scope, now: now))],
            afterwards: [t("mail.receipt.keep")])
        try post.send(new, to: person, in: scope)
    }
}
