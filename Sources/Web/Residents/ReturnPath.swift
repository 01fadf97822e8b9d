extension LocalPath {
    /// A path that stays inside a town's site: another town's, or one that climbs out by dots, is none.
    init?(_ path: String?, inside base: String) {
        guard let path, let local = LocalPath(path), path == base || path.hasPrefix(base + "/") else { return nil }
        let folders = path.prefix { $0 != "?" && $0 != "#" }.lowercased().replacing("%2e", with: ".").split(separator: "/")
        guard !folders.contains("."), !folders.contains("..") else { return nil }
        self = local
    }
}
