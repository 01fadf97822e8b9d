import Geography

/// The quartiers of a file against those a town has: what is new, what changes, or everything that stands in the way.
public struct NeighbourhoodPlan: Sendable {
    public private(set) var added: [Neighbourhood] = []
    public private(set) var changed: [Neighbourhood] = []
    public private(set) var unchanged: [Neighbourhood] = []
    /// Quartiers of the town that the file does not name: they stay, people live there.
    public private(set) var kept: [Neighbourhood] = []

    /// A quartier is the same, and keeps its id, when the slug of its name is; or when it lies where one did whose name the file no longer
    /// has: then it was renamed.
    /// - Parameters:
    ///   - outline: the commune's, when it is known; up to 5 % may stick out, outlines in use being simplified.
    ///   - newID: makes the id of a quartier that the town does not have.
    /// - Throws: one field per fault, named after the quartier.
    public init(
        _ file: FeatureCollection, onto present: [Neighbourhood], outline: Region?, newID: () -> ID<Neighbourhood>
    ) throws(Refusal) {
        guard !file.features.isEmpty else { throw Refusal(.invalid, "refusal.quartier.none") }
        let former = Self.former(file, among: present)
        let found = Set(former.values.map(\.id))
        kept = present.filter { !found.contains($0.id) }
        try Self.check(file, beside: kept, outline: outline)
        for (position, feature) in file.features.enumerated() {
            let slug = Slug.of(feature.name)
            let before = former[slug]
            let quartier = Neighbourhood(
                id: before?.id ?? newID(), slug: slug, name: feature.name, region: feature.region, anchor: feature.region.anchor,
                position: position)
            if before == nil {
                added.append(quartier)
            } else if before == quartier {
                unchanged.append(quartier)
            } else {
                changed.append(quartier)
            }
        }
    }

    /// What each quartier of the file is today, by the slug of its name there.
    private static func former(_ file: FeatureCollection, among present: [Neighbourhood]) -> [String: Neighbourhood] {
        let named = Set(file.features.map { Slug.of($0.name) })
        var former = Dictionary(uniqueKeysWithValues: present.filter { named.contains($0.slug) }.map { ($0.slug, $0) })
        var others = present.filter { !named.contains($0.slug) }
        for feature in file.features {
            let slug = Slug.of(feature.name)
            guard former[slug] == nil, let index = others.firstIndex(where: { $0.lies(where: feature.region) }) else { continue }
            former[slug] = others.remove(at: index)
        }
        return former
    }

    private static func check(_ file: FeatureCollection, beside kept: [Neighbourhood], outline: Region?) throws(Refusal) {
        var faults: [Refusal.Field] = []
        var names: [String: String] = [:]
        for feature in file.features {
            let slug = Slug.of(feature.name)
            if slug.isEmpty { faults.append(.init(feature.name, "refusal.quartier.noSlug")) }
            if let other = names[slug], !slug.isEmpty { faults.append(.init(feature.name, "refusal.quartier.sameSlug", ["other": other])) }
            names[slug] = feature.name
        }
        let staying = kept.compactMap { quartier in quartier.region.map { Feature(name: quartier.name, region: $0) } }
        for overlap in FeatureCollection(file.features + staying).overlaps() {
            faults.append(.init(overlap.first, "refusal.quartier.overlap", ["other": overlap.second, "share": percent(overlap.share)]))
        }
        for stray in outline.map({ file.strays(outside: $0) }) ?? [] {
            faults.append(.init(stray.name, "refusal.quartier.outside", ["share": percent(stray.share)]))
        }
        guard faults.isEmpty else { throw .invalid(faults) }
    }

    /// Rounded away from the limit, so that no refusal says « 1 % » where 1 % is allowed.
    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded(.up)))" }
}

extension Neighbourhood {
    /// The same place, drawn again: at least 95 % of each lies in the other.
    fileprivate func lies(where other: Region) -> Bool {
        guard let region else { return false }
        return min(region.share(within: other), other.share(within: region)) >= 0.95
    }
}

extension Refusal {
    /// A fault of a GeoJSON text, under the quartier's name or its place in the file.
    public init(_ problem: GeoJSONProblem) {
        let name = problem.name ?? problem.position.map { "n° \($0)" } ?? "GeoJSON"
        let place = problem.point.map { "\($0.longitude), \($0.latitude)" } ?? "?"
        self = .invalid(name, "refusal.quartier.\(problem.kind.rawValue)", problem.kind == .selfCrossing ? ["place": place] : [:])
    }
}
