/// « Firefox, Android »: enough for its owner to recognise a session. Versions are not kept.
enum DeviceName {
    static func of(_ userAgent: String?) -> String {
        let agent = userAgent ?? ""
        let names = [browsers, systems].compactMap { list in list.first { agent.contains($0.sign) }?.name }
        return names.joined(separator: ", ")
    }

    private static let browsers: [(sign: String, name: String)] = [
        ("Edg", name: "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("FxiOS", "Firefox"),
        ("Firefox", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ]
    private static let systems: [(sign: String, name: String)] = [
        ("Android", name: "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"),
        ("CrOS", "Chromebook"), ("Linux", "Linux"),
    ]
}
