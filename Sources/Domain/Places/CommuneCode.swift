/// INSEE codes of communes: five characters, strings.
public enum CommuneCode {
    private static let arrondissements: [String: ClosedRange<Int>] = [
        "13055": 13_201...13_216, "69123": 69_381...69_389, "75056": 75_101...75_120,
    ]

    /// The code itself and, for Marseille, Lyon and Paris, those of the arrondissements, which addresses bear in its place.
    public static func all(of commune: String) -> [String] { [commune] + (arrondissements[commune].map { $0.map { "\($0)" } } ?? []) }
}
