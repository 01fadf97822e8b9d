/// How new words begin, and what others see of them. A text is read first (P-12) where the town says so or the kind of help does; what
/// asks for money or gives somebody away is, whatever the town says (B-01, G-04).
public struct Publication: Sendable, Equatable {
    public var review: HelpRequest.Review
    public var publicText: String?
    /// What the guard saw: kinds with commas between; nil when there is nothing.
    public var heldFor: String?

    public init(review: HelpRequest.Review, publicText: String? = nil, heldFor: String? = nil) {
        self.review = review
        self.publicText = publicText
        self.heldFor = heldFor
    }

    public static let nothing = Publication(review: .unread)

    public static func isReviewed(_ category: Category, in settings: TownSettings) -> Bool {
        settings.reviewsTexts || category.reviewsTexts
    }

    public static func start(of text: String?, in category: Category, _ settings: TownSettings) -> Publication {
        guard let text else { return .nothing }
        if let held = settings.textGuard.findings(in: text).map(\.kind).heldFor { return Publication(review: .unread, heldFor: held) }
        return isReviewed(category, in: settings) ? .nothing : Publication(review: .approved, publicText: text)
    }
}
