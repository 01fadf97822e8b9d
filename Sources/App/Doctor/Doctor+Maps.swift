import Domain
import Foundation
import UseCases

extension Doctor {
    /// A town that wants a base map needs Leaflet, which is fetched apart.
    var maps: [Finding] {
        let wanting = composition.house.towns.all.filter { $0.town.settings.tiles != nil }.map(\.town.slug)
        guard !wanting.isEmpty, let folder = try? Resources.folder() else { return [] }
        let script = folder.appending(path: ".vendor/leaflet-1.9.4/leaflet.js").path()
        guard FileManager.default.fileExists(atPath: script) else {
            return [.advice("maps", "\(wanting.joined(separator: ", ")): drawn without the base map until scripts/fetch-leaflet has run")]
        }
        return [.well("maps", "Leaflet is there")]
    }
}
