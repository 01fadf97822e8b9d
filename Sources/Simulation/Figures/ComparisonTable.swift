extension Comparison {
    /// Rows for the terminal: a figure a line, a policy a column; with several seeds the median and the range of 95 in 100.
    public var table: [[String]] {
        let head = [""] + policies.map(\.policy)
        return [head]
            + Figure.all.map { figure in
                [figure.label] + policies.map { policy in PolicyFigures.spread(figure, policy.runs).map { cell($0, figure) } ?? "–" }
            }
    }

    private func cell(_ spread: PolicyFigures.Spread, _ figure: Figure) -> String {
        guard seeds.count > 1 else { return figure.print(spread.median) }
        return "\(figure.print(spread.median)) (\(figure.print(spread.low)) to \(figure.print(spread.high)))"
    }
}
