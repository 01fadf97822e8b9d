import Hummingbird
import UseCases

/// The whole web layer as one responder.
public struct Website: Sendable {
    public let responder: FrontDoor
    /// Gathered in memory: somebody must flush them now and then.
    public let views: PageViews

    /// - Throws: when the folder of public files is not whole.
    public init(house: House, settings: SiteSettings, throttle: Throttle, readiness: Readiness) throws {
        let instance = InstanceRoutes(
            house: house, files: try StaticFiles(folder: settings.publicFolder), health: HealthController(readiness: readiness),
            showsMail: settings.showsMail)
        views = PageViews(house)
        responder = FrontDoor(
            house: house, settings: settings,
            townRoutes: TownRoutes(house: house, settings: settings, throttle: throttle).router().buildResponder(),
            instanceRoutes: instance.router().buildResponder(), proxies: TrustedProxies(settings.trustedProxies), views: views)
    }
}
