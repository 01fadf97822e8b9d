extension FeatureCollection {
    /// Two features that lie on each other.
    public struct Overlap: Sendable, Hashable {
        public let first: String, second: String
        /// Of the smaller one's area, 0 to 1.
        public let share: Double
    }

    /// A feature that leaves the place it should be in.
    public struct Stray: Sendable, Hashable {
        public let name: String
        /// Of its own area outside, 0 to 1.
        public let share: Double
    }

    /// Pairs that share more than `limit` of the smaller one (see ``Region/overlap(with:)``), in the order of the features.
    public func overlaps(above limit: Double = 0.01) -> [Overlap] {
        features.indices.flatMap { index in
            features[(index + 1)...].compactMap { other in
                let share = features[index].region.overlap(with: other.region)
                return share > limit ? Overlap(first: features[index].name, second: other.name, share: share) : nil
            }
        }
    }

    /// Features with more than `limit` of their area outside the region. The outlines of communes in use are simplified: allow for it.
    public func strays(outside region: Region, above limit: Double = 0.05) -> [Stray] {
        features.compactMap { feature in
            let share = 1 - feature.region.share(within: region)
            return share > limit ? Stray(name: feature.name, share: share) : nil
        }
    }
}
