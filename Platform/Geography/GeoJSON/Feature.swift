/// A named region and what a town may say of it.
public struct Feature: Sendable, Hashable {
    public let name: String
    public let code: String?
    /// `#rrggbb`, lower case.
    public let colour: String?
    public let telephone: String?
    /// Invented for a demonstration (property `fictif`).
    public let isFictional: Bool
    public let region: Region

    public init(
        name: String, code: String? = nil, colour: String? = nil, telephone: String? = nil, isFictional: Bool = false, region: Region
    ) {
        (self.name, self.code, self.colour, self.telephone) = (name, code, colour, telephone)
        (self.isFictional, self.region) = (isFictional, region)
    }
}
