import Domain

/// One helper of the demo, with what they offer in public.
struct DemoHelper: Sendable {
    var person: Person
    var availability: Helper
    var offers: [Offer] = []
    var consents: [Consent] = []
    /// Who met the helper and when, where the tier needs it.
    var meeting: Meeting?
    /// When this helper was asked, for the weekly budget.
    var asked: [Moment] = []
    /// Asks of a week that chance must leave to the stories in which this helper has a part.
    var reserved = 0

    struct Meeting: Sendable {
        var referent: ID<Person>
        var at: Moment
    }

    /// Whether one more ask at `moment` keeps every week within the budget.
    func mayBeAsked(at moment: Moment) -> Bool {
        asked.count { $0 > moment - .days(7) && $0 < moment + .days(7) } < availability.weeklyAsks - reserved
    }
}
