/// Helpers who are alike in all that says what they may be asked; counted, never named.
public struct HelperGroup: Sendable, Equatable {
    /// One who stands for all: kinds of help, quartier, radius, tier.
    public var sample: Helper
    public var count: Int
    /// Asks of a week that they have left together, when each match under way has taken one.
    public var asks: Int

    public init(sample: Helper, count: Int, asks: Int) {
        self.sample = sample
        self.count = count
        self.asks = asks
    }

    /// What they may be asked for, and where: the rules of the search for helpers, whatever the day.
    func cells(_ categories: [Category], _ places: [ID<Neighbourhood>?], on ground: Ground) -> [LoadCell] {
        categories.filter { sample.categories.contains($0.id) && Eligibility.mayHelp(sample, $0) == nil }.flatMap { category in
            places.filter { reaches($0, category, ground) }.map { LoadCell(category.id, $0) }
        }
    }

    private func reaches(_ place: ID<Neighbourhood>?, _ category: Category, _ ground: Ground) -> Bool {
        if category.mode == .remote { return true }
        if sample.isRemoteOnly { return category.mode == .either }
        guard let place, place != sample.neighbourhood else { return true }
        let (from, to) = (Location(neighbourhood: sample.neighbourhood), Location(neighbourhood: place))
        guard ground.isKnown(to), let metres = ground.distance(from, to) else { return true }
        return metres <= Double(sample.radius)
    }
}
