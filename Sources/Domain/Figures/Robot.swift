/// Programs that read pages for nobody: they are no page views. They are told by what they call themselves; one that lies is counted.
public enum Robot {
    private static let words = [
        "bot", "crawl", "spider", "slurp", "headless", "monitor", "preview", "fetch", "scan", "curl", "wget", "python", "java/", "go-http",
        "okhttp", "httpclient", "libwww", "lighthouse", "facebookexternalhit",
    ]

    public static func isOne(_ userAgent: String?) -> Bool {
        guard let name = userAgent?.lowercased(), !name.isEmpty else { return true }
        return words.contains { name.contains($0) }
    }
}
