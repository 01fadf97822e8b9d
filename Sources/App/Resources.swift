import Foundation

/// The folder that holds `Locales` and `Public`: beside the binary, or above it in a checkout.
enum Resources {
    static func folder() throws -> URL {
        let binary = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        var folder = binary.deletingLastPathComponent()
        for _ in 0..<6 {
            if FileManager.default.fileExists(atPath: folder.appending(path: "Locales/fr.json").path()) { return folder }
            folder = folder.deletingLastPathComponent()
        }
        throw Settings.Problem(
            description: "the folders Locales and Public are missing beside \(binary.path()): install them with the binary")
    }
}
