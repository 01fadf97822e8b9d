import Fetch
import UseCases

extension Composition {
    /// Nil where the settings do not name one: then nothing leaves.
    static func geocoder(_ settings: Settings, _ world: World) -> Geocoder? {
        guard settings.geocoder == .geoplateforme, let address = FetchAddress(settings.geocoderURL) else { return nil }
        return Geocoder(fetcher: CurlFetcher(threads: Geocoder.breadth), address: address, now: world.now)
    }
}
