import Domain
import Persistence
import Secrets

/// Brings an address file (BAN or BAL) into a town, piece by piece, in bounded memory.
///
/// The base in use stays until the new one is complete. An import that was cut short goes on where it stopped; the same file again
/// changes nothing.
public struct AddressImport: Sendable {
    /// A file, read as it is wanted.
    public struct File: Sendable {
        public var size: Int
        /// Of all its bytes.
        public var digest: [UInt8]
        /// At most so many bytes from an offset; fewer only at the end.
        public var read: @Sendable (_ offset: Int, _ count: Int) throws -> [UInt8]

        public init(size: Int, digest: [UInt8], read: @escaping @Sendable (Int, Int) throws -> [UInt8]) {
            self.size = size
            self.digest = digest
            self.read = read
        }
    }

    public struct Report: Sendable {
        /// Lines that are now in the base, earlier parts of the import included.
        public var accepted = 0
        public var refused = 0
        /// The line at which an earlier import had stopped.
        public var resumedAt: Int?
        /// The same file was in already.
        public var wasKnown = false
        /// Homes of the base that lie in the town, or in a commune of the métropole.
        public var homes = 0
        /// New cells of homes, here and in the communes of a métropole.
        public var cells = 0
    }

    /// What the person who waits is shown, and what is kept of refused lines.
    public struct Watcher: Sendable {
        public var progress: @Sendable (_ bytes: Int, _ rows: Int) -> Void
        public var refused: @Sendable (_ line: Int, _ fault: AddressFault) throws -> Void

        public init(
            progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in },
            refused: @escaping @Sendable (Int, AddressFault) throws -> Void = { _, _ in }
        ) {
            self.progress = progress
            self.refused = refused
        }
    }

    /// What a piece of the file says, and how far the import is once it is stored.
    private struct Part: Sendable {
        let streets: [AddressStreet]
        let start: Int
        let generation: AddressImports.Generation
    }

    /// Of a file whose pieces come one by one, until one is empty.
    public static func digest(_ next: () throws -> [UInt8]) rethrows -> [UInt8] { try Digest.of(pieces: next) }

    let house: House
    /// Bytes that are read, understood and stored at once.
    var piece = 4 << 20

    public init(_ house: House) { self.house = house }

    /// - Throws: `Refusal` when the file cannot be read at all, or another process is bringing it in; refused lines only count.
    public func run(_ file: File, into town: Town, _ watcher: Watcher = Watcher()) async throws -> Report {
        let header = try AddressFileHeader(try file.read(0, 1 << 16))
        let (start, isKnown) = try await begin(file, header, in: town)
        guard !isKnown else { return Report(accepted: start.accepted, refused: start.refused, wasKnown: true) }
        var work = AddressFileReading(header, from: start)
        try await takeIn(file, &work, into: town, watcher)
        guard work.generation.accepted > 0 else { return try await giveUp(work.generation, in: town) }
        try await finish(work.generation, in: town)
        let (cells, homes) = try await HomeCellDrawing(house).extend(town)
        return Report(
            accepted: work.generation.accepted, refused: work.generation.refused, resumedAt: start.offset > header.end ? start.line : nil,
            homes: homes, cells: cells)
    }

    /// While one piece is stored the next is understood.
    private func takeIn(_ file: File, _ work: inout AddressFileReading, into town: Town, _ watcher: Watcher) async throws {
        var part = try nextPart(of: file, &work, watcher)
        while let ready = part {
            async let stored: Void = store(ready, in: town)
            part = try nextPart(of: file, &work, watcher)
            try await stored
            watcher.progress(ready.generation.offset, ready.generation.accepted + ready.generation.refused)
        }
    }

    /// Nil at the end of the file.
    private func nextPart(of file: File, _ work: inout AddressFileReading, _ watcher: Watcher) throws -> Part? {
        let before = work.generation.offset
        guard before < file.size else { return nil }
        let bytes = try file.read(before, piece)
        let streets = try work.read(bytes, isLast: before + bytes.count >= file.size, watcher.refused)
        guard work.generation.offset > before else {
            throw Refusal(.invalid, "refusal.address.endless", ["line": "\(work.generation.line)"])
        }
        return Part(streets: streets, start: before, generation: work.generation)
    }

    /// Where to begin: after the header, or where an import of the same file stopped. An unfinished import of another file is forgotten.
    private func begin(
        _ file: File, _ header: AddressFileHeader, in town: Town
    ) async throws -> (AddressImports.Generation, isKnown: Bool) {
        let now = house.world.now()
        return try await house.write(town) { scope in
            let imports = AddressImports(scope)
            if let current = try imports.current(), current.digest == file.digest { return (current, true) }
            if let left = try imports.unfinished() {
                if left.digest == file.digest { return (left, false) }
                try imports.abandon(left.number)
            }
            var generation = try imports.begin(file.digest, now: now)
            (generation.offset, generation.line) = (header.end, header.lines + 1)
            guard try imports.advance(generation, from: 0) else { throw Refusal(.conflict, "refusal.address.busy") }
            return (generation, false)
        }
    }

    private func store(_ part: Part, in town: Town) async throws {
        try await house.write(town) { scope in
            guard try AddressImports(scope).advance(part.generation, from: part.start) else {
                throw Refusal(.conflict, "refusal.address.busy")
            }
            let stored = AddressStreets(scope, generation: part.generation.number)
            for street in part.streets { try stored.add(street) }
        }
    }

    private func finish(_ generation: AddressImports.Generation, in town: Town) async throws {
        let now = house.world.now()
        try await house.write(town, listings: true) { scope in
            try AddressImports(scope).finish(generation.number, now: now)
            try TownVersions(scope.sql).raiseSettings(of: town.id)
        }
        try await house.towns.refresh()
    }

    /// Not one line was an address: the base in use stays.
    private func giveUp(_ generation: AddressImports.Generation, in town: Town) async throws -> Report {
        try await house.write(town) { try AddressImports($0).abandon(generation.number) }
        throw Refusal(.invalid, "refusal.address.none", ["count": "\(generation.refused)"])
    }
}
