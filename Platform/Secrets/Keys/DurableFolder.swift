import Foundation

/// Whole small files that are on the disk when a call returns, and never seen half written.
struct DurableFolder: Sendable {
    let path: String

    /// Makes the folder with mode 0700 unless there is one; its parent must exist.
    func make() throws(KeyRingError) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure("mkdir", path) }
    }

    func path(_ name: String) -> String { "\(path)/\(name)" }

    func failure(_ operation: String, _ file: String) -> KeyRingError {
        KeyRingError(file: file, reason: .system(operation: operation, number: errno))
    }

    /// Writes a new file of mode 0600.
    func write(_ bytes: [UInt8], to name: String) throws(KeyRingError) { try put(bytes, into: name, O_EXCL) }

    /// Adds to the end of a file of mode 0600, made if absent.
    func append(_ bytes: [UInt8], to name: String) throws(KeyRingError) {
        try put(bytes, into: name, O_APPEND)
        try sync()
    }

    private func put(_ bytes: [UInt8], into name: String, _ how: Int32) throws(KeyRingError) {
        let file = open(path(name), O_WRONLY | O_CREAT | how | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure("open", path(name)) }
        defer { close(file) }
        guard Foundation.write(file, bytes, bytes.count) == bytes.count else { throw failure("write", path(name)) }
        guard fsync(file) == 0 else { throw failure("fsync", path(name)) }
    }

    /// The file's first 64 kilobytes and its stamp; nil if there is no file.
    func read(_ name: String) throws(KeyRingError) -> (bytes: [UInt8], stamp: KeyStamp)? {
        let file = open(path(name), O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw failure("open", path(name))
        }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = Foundation.read(file, &bytes, bytes.count)
        var status = stat()
        guard count >= 0, fstat(file, &status) == 0 else { throw failure("read", path(name)) }
        return (Array(bytes.prefix(count)), KeyStamp(status))
    }

    func status(_ name: String) -> stat? {
        var status = stat()
        return stat(path(name), &status) == 0 ? status : nil
    }

    /// Gives the file its final name if nothing bears it yet; the temporary name goes either way.
    func publish(_ temporary: String, as name: String) throws(KeyRingError) {
        let linked = link(path(temporary), path(name)) == 0 || errno == EEXIST
        let problem = failure("link", path(name))
        unlink(path(temporary))
        if !linked { throw problem }
        try sync()
    }

    /// The bytes of before are overwritten once the name leads to the new ones: whoever reads them just then has to read again.
    func replace(_ name: String, by temporary: String) throws(KeyRingError) {
        let before = open(path(name), O_WRONLY | O_CLOEXEC)
        defer { if before >= 0 { close(before) } }
        guard rename(path(temporary), path(name)) == 0 else { throw failure("rename", path(name)) }
        try sync()
        if before >= 0 { Self.overwrite(before) }
    }

    /// Overwrites, then removes: where the disk writes in place the old bytes are gone too.
    func destroy(_ name: String) throws(KeyRingError) {
        let file = open(path(name), O_WRONLY | O_CLOEXEC)
        if file >= 0 {
            Self.overwrite(file)
            close(file)
        }
        guard unlink(path(name)) == 0 || errno == ENOENT else { throw failure("unlink", path(name)) }
    }

    private static func overwrite(_ file: Int32) {
        var status = stat()
        guard fstat(file, &status) == 0 else { return }
        let noise = [UInt8].random(Int(status.st_size))
        _ = Foundation.write(file, noise, noise.count)
        fsync(file)
    }

    func sync() throws(KeyRingError) {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw failure("open", path) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw failure("fsync", path) }
    }
}

extension KeyStamp {
    init(_ status: stat) {
        self.init(file: UInt64(status.st_ino), seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
    }
}
