/// Whether somebody may help with something at all, whoever asks whom (B-02, B-04, B-08).
public enum Eligibility {
    /// Why this helper may not help with this kind of need; nil when they may.
    ///
    /// The wish to be asked (pause, days, radius) does not count: who says yes by themselves is willing.
    public static func mayHelp(_ helper: Helper?, _ category: Category) -> Refusal? {
        guard let helper, helper.isActive else { return Refusal(.forbidden, "refusal.notHelper") }
        guard let tier = helper.effectiveTier else { return Refusal(.forbidden, "refusal.parentalAuthorisation") }
        guard tier < category.tier else { return nil }
        if helper.isMinor, category.tier.needsMeeting { return Refusal(.forbidden, "refusal.minor") }
        return Refusal(.forbidden, category.tier.needsMeeting ? "refusal.tierMeeting" : "refusal.tierCharter")
    }
}
