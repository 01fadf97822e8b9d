import Foundation

/// A file named on the command line.
enum InputFile {
    static func bytes(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Settings.Problem(description: "\(path): this file cannot be read")
        }
        return [UInt8](data)
    }
}
