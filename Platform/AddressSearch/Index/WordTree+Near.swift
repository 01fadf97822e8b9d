/// Words within some typing errors of another one.
struct NearWords: Hashable {
    var numbers: Range<UInt32>
    var errors: Int
}

extension WordTree {
    /// The words that differ from `word` by at most `limit` letters missing, added, changed or exchanged with their neighbour; with
    /// `beginning`, those that begin with such a word.
    ///
    /// The distance is that of optimal string alignment, row by row along the tree, in the band that can still be near enough.
    func near(_ word: Word, limit: Int, beginning: Bool = false) -> [NearWords] {
        let width = word.count + 1
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: (Word.longest + 1) * (width + 1)) { rows in
            for column in 0..<width { rows[column] = UInt8(column) }
            var walk = Walk(word: word, limit: limit, width: width, rows: rows)
            return walk.collect(from: self, beginning: beginning)
        }
    }

    private struct Walk {
        let word: Word
        let limit: Int
        let width: Int
        let rows: UnsafeMutableBufferPointer<UInt8>
        var path = Word(repeating: 0, count: Word.longest + 1)

        mutating func collect(from tree: WordTree, beginning: Bool) -> [NearWords] {
            var found: [NearWords] = []
            var node = 1
            while node < tree.letters.count {
                let depth = Int(tree.depths[node])
                path[depth] = tree.letters[node]
                let nearest = fillRow(depth)
                let errors = reachesEnd(at: depth) ? Int(rows[depth * width + word.count]) : limit + 1
                if errors <= limit, beginning {
                    found.append(NearWords(numbers: tree.words(below: node), errors: errors))
                } else if errors <= limit, tree.endsWord(node) {
                    found.append(NearWords(numbers: tree.wordsBefore[node]..<tree.wordsBefore[node] + 1, errors: errors))
                }
                let goesOn = nearest <= limit && !(beginning && errors <= nearest)
                node = goesOn ? node + 1 : Int(tree.ends[node])
            }
            return found
        }

        private func reachesEnd(at depth: Int) -> Bool { depth + limit >= word.count && depth <= word.count + limit }

        /// Answers the smallest distance in the row; cells beside the band count as too far.
        private func fillRow(_ depth: Int) -> Int {
            let (first, last) = (max(1, depth - limit), min(word.count, depth + limit))
            let (row, above) = (depth * width, (depth - 1) * width)
            guard first <= last else { return limit + 1 }
            rows[row + first - 1] = first == 1 ? UInt8(depth) : UInt8(limit + 1)
            if last < word.count { rows[row + last + 1] = UInt8(limit + 1) }
            var nearest = rows[row + first - 1]
            for column in first...last {
                let same = word[column - 1] == path[depth]
                var cell = min(rows[above + column - 1] &+ (same ? 0 : 1), min(rows[above + column], rows[row + column - 1]) &+ 1)
                if depth > 1, column > 1, !same, word[column - 1] == path[depth - 1], word[column - 2] == path[depth] {
                    cell = min(cell, rows[above - width + column - 2] &+ 1)
                }
                rows[row + column] = cell
                nearest = min(nearest, cell)
            }
            return Int(nearest)
        }
    }
}
