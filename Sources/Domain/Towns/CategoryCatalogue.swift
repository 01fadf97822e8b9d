/// The default catalogue: the eleven services of Miramas and those of Grenoble. A town switches, renames, orders and adds.
/// Its words are the keys `catalogue.{key}` and `catalogue.{key}.guidance`.
public enum CategoryCatalogue {
    public struct Entry: Sendable {
        public let key: String
        public let icon: String
        public let mode: Category.Mode
        public let tier: TrustTier
        public var isGuided = false
    }

    public static let entries: [Entry] = [
        Entry(key: "groceries", icon: "basket", mode: .inPerson, tier: .doorstep, isGuided: true),
        Entry(key: "conversation", icon: "talk", mode: .remote, tier: .remote, isGuided: true),
        Entry(key: "homework", icon: "book", mode: .remote, tier: .remote, isGuided: true),
        Entry(key: "paperwork", icon: "paperwork", mode: .either, tier: .remote),
        Entry(key: "computing", icon: "computer", mode: .either, tier: .remote),
        Entry(key: "printing", icon: "printer", mode: .inPerson, tier: .doorstep),
        Entry(key: "sharing", icon: "code", mode: .remote, tier: .remote),
        Entry(key: "lending", icon: "lending", mode: .inPerson, tier: .doorstep),
        Entry(key: "pets", icon: "dog", mode: .inPerson, tier: .doorstep),
        Entry(key: "garden", icon: "garden", mode: .inPerson, tier: .insideHome, isGuided: true),
        Entry(key: "masks", icon: "mask", mode: .inPerson, tier: .doorstep),
        Entry(key: "staff", icon: "medal", mode: .either, tier: .doorstep),
        Entry(key: "money", icon: "euro", mode: .inPerson, tier: .money, isGuided: true),
        Entry(key: "other", icon: "heart", mode: .either, tier: .doorstep),
    ]
}
