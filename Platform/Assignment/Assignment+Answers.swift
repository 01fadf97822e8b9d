extension Assignment {
    /// Which columns the row has, in ascending order; fewer than it asked for where the penalty is no dearer.
    public func columns(of row: Int) -> [Int] {
        rows[Int32(row)].places.compactMap {
            places[$0].edge >= 0 ? Int(edges[places[$0].edge].column) : nil
        }.sorted()
    }

    /// Of all rows: what the places cost that they have, and the penalties of those that they lack.
    public var cost: Int {
        (0..<Int32(places.count)).reduce(0) { sum, number in
            let place = places[number]
            guard place.edge != Place.gone else { return sum }
            return sum + Int(place.edge >= 0 ? place.cost : rows[place.row].penalty)
        }
    }

    /// How many places rows have.
    public var served: Int { (0..<Int32(places.count)).count { places[$0].edge >= 0 } }

    /// What one more place in this column would save, at least 0, and 0 while one is free.
    ///
    /// The proof: no plan costs less than, for every row, its cheapest places at cost plus price (or its penalty), summed up, less the price of
    /// every place there is. After `solve()` the plan costs exactly that.
    public func price(of column: Int) -> Int { -columns[Int32(column)].potential }
}
