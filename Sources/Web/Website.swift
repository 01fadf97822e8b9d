import Hummingbird
import Observation
import UseCases

/// The whole web layer as one responder.
public struct Website: Sendable {
    public let responder: FrontDoor
    /// Of the instance, and of each town below its base.
    public let routes: (instance: [RouteEntry], town: [RouteEntry])
    /// Gathered in memory: somebody must flush them now and then.
    public let views: PageViews

    /// - Throws: when the folder of public files is not whole.
    public init(
        house: House, settings: SiteSettings, throttle: Throttle, readiness: Readiness, figures: Prometheus = Prometheus()
    ) throws {
        let files = try StaticFiles(folder: settings.publicFolder)
        let instance = InstanceRoutes(
            house: house, files: files, health: HealthController(readiness: readiness),
            showsMail: settings.showsMail,
            metrics: MetricsController(house: house, figures: figures, token: settings.metricsToken))
        let town = TownRoutes(house: house, settings: settings, throttle: throttle, hasLeaflet: files.hasLeaflet).router()
        routes = (instance: instance.router().entries, town: town.entries)
        views = PageViews(house)
        responder = FrontDoor(
            house: house, settings: settings,
            townRoutes: town.buildResponder(),
            instanceRoutes: instance.router().buildResponder(), proxies: TrustedProxies(settings.trustedProxies), views: views)
    }
}
