/// Where an entry is, and which: what a search reads of it until it is worth more.
struct Spot {
    let x: Int32
    let y: Int32
    let slot: UInt32

    init(_ place: Nearness.Place, _ slot: UInt32) { (x, y, self.slot) = (place.x, place.y, slot) }

    var place: Nearness.Place { Nearness.Place(x: x, y: y) }
}
