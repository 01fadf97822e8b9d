/// The distinct names of streets, lieux-dits and communes, the important ones first, each with its words and the places that bear it.
struct Names: Sendable {
    private let spellings: ContiguousArray<UInt8>
    private let spellingStarts: ContiguousArray<UInt32>
    /// Word numbers of each name, in the order of the name.
    let words: Postings
    /// Places of each name, the important ones first.
    let places: Postings
    /// Sum of the weights of its words.
    let weights: ContiguousArray<UInt16>
    /// Importance of its most important place.
    let importances: ContiguousArray<UInt8>

    var count: Int { weights.count }
    var bytes: Int { spellings.count + spellingStarts.count * 4 + words.bytes + places.bytes + weights.count * 3 }

    init(spellings: [String], words: Postings, places: Postings, weights: ContiguousArray<UInt16>, importances: ContiguousArray<UInt8>) {
        var bytes = ContiguousArray<UInt8>()
        var starts: ContiguousArray<UInt32> = [0]
        for spelling in spellings {
            bytes += spelling.utf8
            starts.append(UInt32(bytes.count))
        }
        (self.spellings, spellingStarts) = (bytes, starts)
        (self.words, self.places, self.weights, self.importances) = (words, places, weights, importances)
    }

    func spelling(_ name: Int) -> String {
        String(decoding: spellings[Int(spellingStarts[name])..<Int(spellingStarts[name + 1])], as: UTF8.self)
    }
}
