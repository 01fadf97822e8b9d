import UseCases

/// What the web layer must know of the installation.
public struct SiteSettings: Sendable {
    /// `https://entraide.example` or `http://127.0.0.1:8080`.
    public var publicURL: String
    /// Networks whose `X-Forwarded-For` is believed.
    public var trustedProxies: [String]
    /// Folder of the stylesheets, scripts and pictures; what `scripts/` fetched of others' is in `.vendor` beside it.
    public var publicFolder: String
    /// Without SMTP a demo shows its mail.
    public var showsMail: Bool
    /// Who may read `/metrics`; nobody without one.
    public var metricsToken: String?
    /// What the page of security says of the installation.
    public var installation: Installation

    public init(
        publicURL: String, trustedProxies: [String] = [], publicFolder: String, showsMail: Bool = false, metricsToken: String? = nil,
        installation: Installation = Installation()
    ) {
        self.installation = installation
        self.metricsToken = metricsToken
        self.publicURL = publicURL
        self.trustedProxies = trustedProxies
        self.publicFolder = publicFolder
        self.showsMail = showsMail
    }

    public var isSecure: Bool { publicURL.hasPrefix("https://") }
}
