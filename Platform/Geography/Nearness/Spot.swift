/// Where an entry is, and which: what a search reads of it until it is worth more.
struct Spot {
    var x: Int32
    var y: Int32
    var slot: UInt32

    var place: Place { Place(x: x, y: y) }
}
