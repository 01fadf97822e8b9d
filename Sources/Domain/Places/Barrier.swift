import Geography

/// A river, a railway, a motorway: nobody walks across it but where its lines leave a gap, which is a bridge.
public struct Barrier: Sendable, Equatable {
    public var name: String
    public var lines: [[Point]]

    public init(name: String, lines: [[Point]]) {
        self.name = name
        self.lines = lines
    }
}
