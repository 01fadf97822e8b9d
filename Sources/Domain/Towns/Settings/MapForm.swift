/// The base map: nothing typed shows the town's own drawing alone.
enum MapForm {
    static func values(_ town: Town) -> [String: String] {
        guard let tiles = town.settings.tiles else { return [:] }
        var values = ["tilePattern": tiles.pattern, "tileCredit": tiles.credit]
        values["tileCreditLink"] = tiles.creditLink
        values["tileLicence"] = tiles.licence
        return values
    }

    /// One button fills in what is recommended.
    static func change(_ town: inout Town, _ fields: [String: String], _ reader: inout FormReader) {
        if fields["recommended"] == "yes" { town.settings.tiles = .recommended } else { read(&town, fields, &reader) }
    }

    private static func read(_ town: inout Town, _ fields: [String: String], _ reader: inout FormReader) {
        let pattern = reader.line("tilePattern", fields["tilePattern"], atMost: 400)
        let credit = reader.line("tileCredit", fields["tileCredit"], atMost: 120)
        let link = reader.line("tileCreditLink", fields["tileCreditLink"], atMost: 300)
        let licence = reader.line("tileLicence", fields["tileLicence"], atMost: 80)
        guard let pattern else {
            if credit != nil || link != nil || licence != nil { reader.refuse("tilePattern", "refusal.tilePattern") }
            town.settings.tiles = nil
            return
        }
        if !MapTiles.isPattern(pattern) { reader.refuse("tilePattern", "refusal.tilePattern") }
        if let link, MapTiles.host(of: link) == nil { reader.refuse("tileCreditLink", "refusal.link") }
        guard let credit = reader.required("tileCredit", credit, else: "refusal.tileCredit") else { return }
        town.settings.tiles = MapTiles(pattern: pattern, credit: credit, creditLink: link, licence: licence)
    }
}
