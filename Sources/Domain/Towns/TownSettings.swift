/// What a town decides for itself. Every field has a sane default, so that a town is open a minute after its creation.
public struct TownSettings: Sendable, Equatable, Codable {
    /// As it is printed: « 08000 13140 ».
    public var phone: String?
    /// When the phone is answered, in the town's words.
    public var phoneHours: String?
    public var timeZone = "Europe/Paris"
    public var brand = Brand()
    /// The sender's name of mails; the address is the instance's unless the town has its own.
    public var mailSenderName: String?
    public var mailSenderAddress: String?
    public var replyTo: String?
    public var controllers = Controllers()
    public var legal = LegalNotice()
    public var accessibility = AccessibilityStatement()
    public var ladder = LadderSettings()
    /// Whether texts are read by a moderator before anybody else sees them.
    public var reviewsTexts = true
    /// Raised each time the town changes its charter's words.
    public var charterVersion = 1
    public var charter: [String: String] = [:]
    /// Shown before a yes: who insures what (B-04).
    public var insurance: [String: String] = [:]
    public var insuranceVersion = 1
    /// In euros, for shopping done for somebody (B-09).
    public var moneyCeiling = 50
    /// Under the public map; nil shows the quartiers alone.
    public var tiles: MapTiles?
    public var privacy = PrivacySettings()
    /// When referents get the mail of the day, by the town's clock; 5 to 18.
    public var dayMailHour = 8
    /// Days after which an offer that nobody used leaves the public list; 7 to 365.
    public var reserveAfterDays = 30

    /// What the town adds to the words of the guard, and takes from them.
    public var guardWords: GuardWords?

    public var capacity = CapacitySettings()
    /// What makes a need pressing.
    public var urgency = UrgencyRule()
    /// Days within which the same need of the same home may be one that was asked for already; 1 to 60.
    public var repeatDays = 7
    /// How long somebody may be on duty at the desk.
    public var duty = DutyCaps()
    /// What will hold in a crisis, and the decision in force.
    public var crisisSet = CrisisSet()
    public internal(set) var crisis: CrisisTerm?

    public var textGuard: TextGuard { guardWords.map { TextGuard($0) } ?? .common }

    public init() {}
}

/// A logo and two colours, for surfaces and large text.
public struct Brand: Sendable, Equatable, Codable {
    public var brand: String
    public var accent: String
    /// An SVG or PNG stored with the town; nil shows the name alone.
    public var logo: Logo?

    public init(brand: String = "#1f5c4d", accent: String = "#9a3b1b", logo: Logo? = nil) {
        self.brand = brand
        self.accent = accent
        self.logo = logo
    }

    public struct Logo: Sendable, Equatable, Codable {
        public var mediaType: String
        /// Base64.
        public var data: String

        public init(mediaType: String, data: String) {
            self.mediaType = mediaType
            self.data = data
        }
    }
}

/// The public body answerable for a processing (GDPR 4.7): a CCAS is not the commune.
public struct Controller: Sendable, Equatable, Codable {
    public var name: String
    public var address: String
    public var contact: String

    public init(name: String, address: String, contact: String) {
        self.name = name
        self.address = address
        self.contact = contact
    }
}

/// Who answers for what: mutual aid, follow-up by the CCAS, statistics; and the data protection officer.
public struct Controllers: Sendable, Equatable, Codable {
    public var mutualAid: Controller?
    public var socialFollowUp: Controller?
    public var statistics: Controller?
    public var dpoContact: String?

    public init() {}
}

public struct LegalNotice: Sendable, Equatable, Codable {
    public var publisher: String?
    public var publicationDirector: String?
    public var address: String?
    public var host: String?

    public init() {}
}
