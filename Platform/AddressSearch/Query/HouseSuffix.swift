/// What may follow a house number.
struct HouseSuffix {
    /// As house numbers may write it, the likely way first.
    let spellings: [String]

    init?(_ word: Word) {
        let text = String(decoding: word, as: UTF8.self)
        switch text {
        case "bis": spellings = ["bis", "b"]
        case "ter": spellings = ["ter", "t", "c"]
        case "quater", "quat": spellings = ["quater", "q", "d"]
        case "quinquies", "quinquie": spellings = ["quinquies", "e"]
        case "b": spellings = ["b", "bis"]
        case "t": spellings = ["t", "ter"]
        case "q": spellings = ["q", "quater"]
        default:
            guard word.count == 1, !word.isNumber else { return nil }
            spellings = [text]
        }
    }
}
