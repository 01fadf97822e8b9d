import Domain
import API
import Foundation
import Hummingbird
import JobQueue
import Logging
import Mail
import Observation
import UseCases
import Web

extension Composition {
    func site(showsMail: Bool, logger: Logger) throws -> WholeSite {
        let figures = Prometheus()
        let throttle = Throttle(isOn: settings.rateLimits, now: house.world.now)
        let interface = Interface(house: house, throttle: throttle, proxies: TrustedProxies(settings.trustedProxies))
        return WholeSite(
            pages: try website(throttle, figures, showsMail: showsMail), interface: interface,
            record: AccessRecord(figures: figures, logger: logger))
    }

    private func website(_ throttle: Throttle, _ figures: Prometheus, showsMail: Bool) throws -> Website {
        let site = SiteSettings(
            publicURL: settings.publicURL, trustedProxies: settings.trustedProxies,
            publicFolder: try Resources.folder().appending(path: "Public").path(), showsMail: showsMail,
            metricsToken: settings.metricsToken,
            installation: installation)
        return try Website(
            house: house, settings: site, throttle: throttle, readiness: Readiness(house: house, migrator: migrator), figures: figures)
    }

    func worker(_ mailer: (any Mailer)?, logger: Logger) -> Worker {
        let now = house.world.now
        let sender = MailAddress(parsing: "entraide@\(mailDomain)", name: nil)
        var handlers: [String: JobHandler] = UseCaseJobs(house).handlers
        if let mailer, let sender { handlers.merge(UseCaseJobs.mail(house, mailer, sender)) { _, new in new } }
        if mailer == nil { handlers.merge(ShownMails(house).handlers) { _, new in new } }
        return Worker(
            database: database, handlers: handlers, schedules: UseCaseJobs.schedules, bell: house.bell,
            now: { now().milliseconds }, logger: logger)
    }

    /// The public host; a loopback address has no domain of its own.
    private var mailDomain: String {
        let host = URL(string: settings.publicURL)?.host() ?? ""
        return host.contains(".") && !host.allSatisfy { $0.isNumber || $0 == "." } ? host : "entraide.invalid"
    }
}

/// Where mail goes: to the server of the settings; or, in a demo without one, to pages that show it.
struct PostOffice {
    let mailer: (any Mailer)?
    let isShown: Bool

    init(_ composition: Composition) throws {
        if let url = composition.settings.smtpURL {
            do {
                mailer = try SMTPMailer(SMTPSettings(url: url))
            } catch {
                throw Settings.Problem(description: "ENTRAIDE_SMTP_URL: \(error); write smtp://user:password@host:port or smtps://…")
            }
            isShown = false
        } else if composition.house.towns.isDemo {
            mailer = nil
            isShown = true
        } else {
            throw Settings.Problem(
                description: "ENTRAIDE_SMTP_URL is missing: without a mail server nobody can be asked (only a demo runs without)")
        }
    }
}
