import Domain
import Foundation
import HTTPTypes
import Hummingbird

/// Our own stylesheet, script and pictures, read once; the style layers are joined in their order. Leaflet, where it was fetched, is below
/// `vendor/`, at an address that names its version and may be kept for ever.
struct StaticFiles: Sendable {
    fileprivate struct File {
        let bytes: [UInt8]
        let type: String
        let tag: String
    }

    private static let layers = ["tokens.css", "base.css", "layout.css", "components.css", "print.css"]
    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml", "png": "image/png",
    ]
    /// Its folder below `.vendor` and its address below `/static/vendor`.
    static let leaflet = "leaflet-1.9.4"
    private let files: [String: File]

    /// - Throws: when the folder lacks a layer of the stylesheet.
    init(folder: String) throws {
        var files: [String: File] = [:]
        let root = URL(filePath: folder, directoryHint: .isDirectory)
        try Self.read(root, into: &files)
        let vendored = root.deletingLastPathComponent().appending(path: ".vendor/\(Self.leaflet)")
        try Self.read(vendored, as: "vendor/\(Self.leaflet)/", into: &files)
        let css = try Self.layers.map { layer in
            guard let file = files[layer] else { throw Refusal(.notFound, "refusal.notFound", ["file": layer]) }
            return file.bytes
        }
        files["app.css"] = File(bytes: Array(css.joined(separator: [10])), type: Self.types["css"] ?? "text/css")
        self.files = files
    }

    var hasLeaflet: Bool { ["leaflet.js", "leaflet.css"].allSatisfy { files["vendor/\(Self.leaflet)/\($0)"] != nil } }

    private static func read(_ folder: URL, as prefix: String = "", into files: inout [String: File]) throws {
        let folder = folder.resolvingSymlinksInPath()
        let names = FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String } ?? []
        for name in names {
            guard let type = types[(name as NSString).pathExtension] else { continue }
            files[prefix + name] = File(bytes: [UInt8](try Data(contentsOf: folder.appending(path: name))), type: type)
        }
    }

    func answer(_ name: String, to request: Request) -> Response {
        guard let file = files[name] else { return ErrorAnswer.plain(.notFound) }
        let age = name.hasPrefix("vendor/") ? "max-age=31536000, immutable" : "max-age=3600"
        let headers: HTTPFields = [.cacheControl: "public, \(age)", .eTag: file.tag]
        if request.headers[.ifNoneMatch] == file.tag { return Response(status: .notModified, headers: headers) }
        return .bytes(file.bytes, type: file.type, headers: headers)
    }
}

extension StaticFiles.File {
    fileprivate init(bytes: [UInt8], type: String) {
        let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        self.init(bytes: bytes, type: type, tag: "\"\(String(hash, radix: 36))\"")
    }
}
