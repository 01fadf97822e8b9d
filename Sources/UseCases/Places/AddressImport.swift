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
        while work.generation.offset < file.size {
            let bytes = try file.read(work.generation.offset, piece)
            let before = work.generation.offset
            let streets = try work.read(bytes, isLast: before + bytes.count >= file.size, watcher.refused)
            guard work.generation.offset > before else {
                throw Refusal(.invalid, "refusal.address.endless", ["line": "\(work.generation.line)"])
            }
            try await store(streets, work.generation, from: before, in: town)
            watcher.progress(work.generation.offset, work.generation.accepted + work.generation.refused)
        }
        guard work.generation.accepted > 0 else { return try await giveUp(work.generation, in: town) }
        try await finish(work.generation, in: town)
        let cells = try await HomeCellDrawing(house).extend(town)
        return Report(
            accepted: work.generation.accepted, refused: work.generation.refused, resumedAt: start.offset > header.end ? start.line : nil,
            cells: cells)
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

    private func store(_ streets: [AddressStreet], _ generation: AddressImports.Generation, from offset: Int, in town: Town) async throws {
        try await house.write(town) { scope in
            guard try AddressImports(scope).advance(generation, from: offset) else { throw Refusal(.conflict, "refusal.address.busy") }
            let stored = AddressStreets(scope, generation: generation.number)
            for street in streets { try stored.add(street) }
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
