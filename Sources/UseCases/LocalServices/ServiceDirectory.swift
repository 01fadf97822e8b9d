import Domain

/// The directory of services (annuaire) as anybody reads it. It lies in memory with the town.
public struct ServiceDirectory: Sendable {
    /// Beside a request: enough for a choice, few enough to be read.
    static let proposed = 3
    let house: House

    public init(_ house: House) { self.house = house }

    /// What one part of it holds now.
    public struct Reading: Sendable {
        public var services: [ServiceNow]
        /// Under which anything can be found, whatever the filter.
        public var topics: [LocalService.Topic]
        public var now: Moment
    }

    public func read(_ filter: ServiceFilter, in facts: TownFacts) -> Reading {
        let now = house.world.now()
        let used = facts.services.reduce(into: Set<LocalService.Topic>()) { $0.formUnion($1.topics) }
        return Reading(
            services: LocalService.ordered(facts.services, at: now, in: facts.town.timeZone).filter(filter.keeps),
            topics: LocalService.Topic.allCases.filter(used.contains), now: now)
    }

    /// A few that answer any of these.
    func beside(_ cells: [LoadCell], in facts: TownFacts) -> [ServiceNow] {
        let fitting = facts.services.filter { service in cells.contains { service.answers($0.category, in: $0.neighbourhood) } }
        return Array(LocalService.ordered(fitting, at: house.world.now(), in: facts.town.timeZone).prefix(Self.proposed))
    }
}
