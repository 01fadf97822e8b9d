import Geography

extension AddressBase {
    /// The places that somebody may mean who has typed `text` so far, the likely ones first.
    ///
    /// Accents, case, abbreviations, little words and word order do not matter; each word may have one or two typing errors, be begun
    /// only, or be written as it sounds. Any text is answered, at a bounded cost; the same text is always answered the same.
    /// - Parameters:
    ///   - limit: at most 50.
    ///   - near: places near this point come before equal ones farther away.
    ///   - communes: INSEE codes; places there come before equal ones elsewhere.
    public func suggestions(for text: String, limit: Int = 10, near: Point? = nil, communes: Set<String> = []) -> [Suggestion] {
        var query = Query(text)
        query.part(parts)
        guard !query.words.isEmpty, limit > 0 else { return [] }
        let bias = Bias(near: near, communes: communes, in: self)
        let found = best(query, bias, limit: min(limit, 50), isThorough: false)
        let isSure = found.first.map { query.isAnswered(by: $0.qualities) } ?? false
        let final = isSure ? found : best(query, bias, limit: min(limit, 50), isThorough: true)
        return final.filter { Score.isWorthShowing($0.score, under: final[0].score) }.map { suggestion($0, query, bias) }
    }

    private func best(_ query: Query, _ bias: Bias, limit: Int, isThorough: Bool) -> [Found] {
        var search = Search(Question(query, in: vocabulary, isThorough: isThorough), in: self, bias: bias, limit: limit)
        search.run()
        return search.best.all
    }

    private func suggestion(_ found: Found, _ query: Query, _ bias: Bias) -> Suggestion {
        let place = places[Int(found.place)]
        let town = towns[Int(place.town)]
        let door = found.house.map { houses.door($0) }
        let alias = found.name == place.name ? nil : names.spelling(Int(found.name))
        let nearest = found.unknownNumber.map { doors(nextTo: $0, in: place) } ?? []
        return Suggestion(
            kind: door == nil ? place.kind : .number,
            reference: door?.reference ?? (place.reference == Place.none ? nil : place.reference), number: door,
            street: place.kind == .commune ? "" : names.spelling(Int(place.name)), alias: alias, postcode: town.postcode, city: town.city,
            insee: town.insee, point: door?.point ?? place.position.point, score: Score.relative(found.score, bias: bias.most),
            numberUnknown: found.unknownNumber != nil, nearest: nearest,
            unmatched: query.unmatched(found.qualities))
    }

    private func doors(nextTo number: Int, in place: Place) -> [HouseNumber] {
        houses.next(to: number, in: place.houses, count: 4).map { houses.door($0) }
    }
}
