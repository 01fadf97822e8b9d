/// Where the columns of an address file stand: those of the BAN, and of the BAL 1.1 to 1.5 (`toponyme` since 1.5).
///
/// Source: schema of the Base Adresse Nationale's CSV; AITF, format Base Adresse Locale 1.4 and 1.5.
public struct AddressColumns: Sendable, Equatable {
    let count: Int
    let key, insee, street, number, suffix, locality, postcode, city: Int?
    let longitude, latitude, x, y, position: Int?

    /// - Throws: when the first line names no street, number and place.
    public init(_ header: [String]) throws(Refusal) {
        let names = header.map { $0.lowercased().trimmingPrefix("\u{FEFF}") }
        func column(_ known: String...) -> Int? {
            for name in known { if let index = names.firstIndex(of: Substring(name)) { return index } }
            return nil
        }
        count = header.count
        key = column("cle_interop", "id")
        insee = column("code_insee", "commune_insee")
        street = column("nom_voie", "voie_nom", "toponyme")
        number = column("numero")
        suffix = column("rep", "suffixe")
        locality = column("nom_ld", "lieudit_complement_nom", "nom_ancienne_commune", "commune_deleguee_nom")
        postcode = column("code_postal")
        city = column("nom_commune", "commune_nom")
        longitude = column("lon", "long")
        latitude = column("lat")
        x = column("x")
        y = column("y")
        position = column("type_position", "position")
        guard street != nil, number != nil, insee != nil || key != nil, (longitude != nil && latitude != nil) || (x != nil && y != nil)
        else {
            throw Refusal(.invalid, "refusal.address.columns")
        }
    }
}
