import Domain

/// What guards a town's data, point by point, for its administrator: from what is, not from what was meant.
public struct SecurityReview: Sendable {
    let house: House
    let installation: Installation

    public init(_ house: House, _ installation: Installation) { (self.house, self.installation) = (house, installation) }

    public struct Point: Sendable, Equatable {
        public enum State: String, Sendable, CaseIterable {
            /// On.
            case kept
            /// Neither good nor bad: to be known.
            case known
            /// Something is to be done.
            case missing
        }

        public var name: String
        public var state: State
        public var arguments: [String: String] = [:]
    }

    public func points(by actor: Actor, in facts: TownFacts) async throws -> [Point] {
        guard actor.has(.administrator) else { throw Refusal.notFound }
        return travelling + visiting(facts.town) + (try await stored(facts.town)) + kept(facts.town)
    }

    private var travelling: [Point] {
        let isSecure = house.publicURL.hasPrefix("https://")
        let mail: Point.State =
            switch installation.mail {
            case .encrypted, .local: .kept
            case .open: .missing
            case .shown: .known
            }
        return [Self.point("https", isSecure), Self.point("cookies", isSecure), Point(name: "mail", state: mail)]
    }

    private func visiting(_ town: Town) -> [Point] {
        let asked = [town.settings.tiles?.host, installation.geocoder].compactMap(\.self)
        return [
            Point(name: "pages", state: .kept),
            Point(name: "services", state: asked.isEmpty ? .kept : .known, arguments: ["services": asked.joined(separator: ", ")]),
            Self.point("limits", installation.limitsWrites),
            Point(name: "signIn", state: .kept, arguments: ["minutes": "\(Session.freshness.inMilliseconds / 60_000)"]),
        ]
    }

    private func stored(_ town: Town) async throws -> [Point] {
        let left = try await KeyRotation(house).left(town)
        let sealed = Point(name: "sealed", state: left == nil ? .kept : .known, arguments: ["rows": "\(left ?? 0)"])
        let keys = [Self.point("secret", installation.hasOwnSecretKey), Self.point("keys", installation.keysLieApart)]
        return [sealed] + keys + (installation.hasPreviousKey ? [Point(name: "previous", state: .missing)] : [])
    }

    private func kept(_ town: Town) -> [Point] {
        [
            Point(name: "database", state: .known, arguments: ["engine": installation.engine]),
            Point(name: "backups", state: .known),
            Point(name: "journal", state: .kept, arguments: ["months": "\(town.settings.privacy.journalMonths)"]),
        ] + (house.towns.isDemo ? [Point(name: "demo", state: .missing)] : [])
    }

    private static func point(_ name: String, _ isOn: Bool) -> Point { Point(name: name, state: isOn ? .kept : .missing) }
}
