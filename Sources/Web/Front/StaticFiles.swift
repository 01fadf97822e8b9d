import Domain
import Foundation
import HTTPTypes
import Hummingbird

/// Our own stylesheet, script and pictures, read once; the style layers are joined in their order.
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
    private let files: [String: File]

    /// - Throws: when the folder lacks a layer of the stylesheet.
    init(folder: String) throws {
        var files: [String: File] = [:]
        let root = URL(filePath: folder, directoryHint: .isDirectory)
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        for name in names {
            guard let type = Self.types[(name as NSString).pathExtension] else { continue }
            files[name] = File(bytes: [UInt8](try Data(contentsOf: root.appending(path: name))), type: type)
        }
        let css = try Self.layers.map { layer in
            guard let file = files[layer] else { throw Refusal(.notFound, "refusal.notFound", ["file": layer]) }
            return file.bytes
        }
        files["app.css"] = File(bytes: Array(css.joined(separator: [10])), type: Self.types["css"] ?? "text/css")
        self.files = files
    }

    func answer(_ name: String, to request: Request) -> Response {
        guard let file = files[name] else { return ErrorAnswer.plain(.notFound) }
        let headers: HTTPFields = [.cacheControl: "public, max-age=3600", .eTag: file.tag]
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
