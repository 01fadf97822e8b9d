import Domain

extension Scenario {
    public static let all = [ordinary, crisis, grenoble, hotline]

    public static func named(_ name: String) -> Scenario? { all.first { $0.name == name } }

    /// A town like Grenoble long after 2020: its helpers are known to it, the phone and the referents are doors like the web.
    public static let ordinary = Scenario(
        name: "ordinary", summary: "2,100 helpers of 160,000 residents, four weeks without an alert", population: 160_000, area: 18.1,
        quartiers: 12, settled: 2_100, newcomers: 60, newcomersHalfLife: 14, days: 28, requests: 0.1, desks: usualDesks)

    /// The same town; on the eighth day the mayor calls for help, and for five days four times as much is asked for.
    public static let crisis = Scenario(
        name: "crisis", summary: "the same town, four times the requests for five days", population: 160_000, area: 18.1, quartiers: 12,
        settled: 2_100, newcomers: 600, newcomersHalfLife: 9, days: 28, requests: 0.15,
        alert: Alert(firstDay: 7, days: 5, factor: 4, urgent: 0.5, switchDays: 10, desks: raisedDesks), desks: usualDesks)

    /// Grenoble, 18 March to 6 April 2020: nobody signed up before, 2,100 offers in 19 days (founding text 004), the web alone.
    ///
    /// How many asked is not published. Twice the 300 actions is taken, which the record of the decision discusses.
    public static let grenoble = Scenario(
        name: "grenoble", summary: "Grenoble in spring 2020: 2,100 offers in 19 days, a board", population: 158_000, area: 18.1,
        quartiers: 12, settled: 0, newcomers: 2_100, newcomersHalfLife: 5, days: 19, requests: 600.0 / 19 / 158, doors: [(.web, 1)])

    /// nebenan.de, mid-March to the end of July 2020: 12,400 helpers, 7,600 requests, a hotline (field report, section 0).
    ///
    /// So thinly as its 103,000 of 1.5 million users lived in Hamburg, 755 km² (Hamburger Abendblatt, April 2020): 16 helpers in 14 km².
    public static let hotline = Scenario(
        name: "hotline", summary: "nebenan.de's hotline in 2020: 12,400 helpers, 7,600 requests by phone", population: 1_500_000,
        area: 10_995, quartiers: 2_000, settled: 12_400, days: 133, requests: 7_600.0 / 133 / 1_500, doors: [(.phone, 1)])
}

extension Scenario {
    /// A referent in each of twelve quartiers, two associations, a few hours of agents, somebody on duty.
    static let usualDesks: [Rung: Desk] = [
        .referent: Desk(aDay: 12, hours: 4, answers: 0.6), .association: Desk(aDay: 6, hours: 8, answers: 0.6),
        .agent: Desk(aDay: 6, hours: 6, answers: 0.95), .duty: Desk(aDay: 4, hours: 4, answers: 0.8),
    ]

    /// In a crisis agents are freed from other work, and the reserve is called out.
    static let raisedDesks: [Rung: Desk] = [
        .referent: Desk(aDay: 18, hours: 4, answers: 0.6), .association: Desk(aDay: 15, hours: 8, answers: 0.6),
        .reserve: Desk(aDay: 25, hours: 4, answers: 0.8), .agent: Desk(aDay: 20, hours: 6, answers: 0.95),
        .duty: Desk(aDay: 6, hours: 4, answers: 0.8),
    ]
}
