import Foundation
import Mail
import Testing

/// Tests/Support/mail_sink.py for the length of one test.
struct MailSink {
    struct Facts: Decodable, Equatable {
        let from: String
        let to: [String]
        let greeting: String
        let tls: Bool
        let user: String?
    }

    let port: Int
    private let folder: URL

    /// Runs the server, then the body, and stops the server by its process id whatever happens.
    static func run(_ options: [String] = [], _ body: (MailSink) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "entraide-mail-\(UUID().uuidString)")
        let (process, stdin, stdout) = (Process(), Pipe(), Pipe())
        process.executableURL = Python.interpreter
        process.arguments =
            [Python.tests.appending(path: "Support/mail_sink.py").path, "--folder", folder.path, "--until-stdin-closes"] + options
        process.standardInput = stdin
        process.standardOutput = stdout
        try process.run()
        defer {
            kill(process.processIdentifier, SIGKILL)  // libdispatch's threads block SIGTERM, and a child inherits that
            process.waitUntilExit()
            try? FileManager.default.removeItem(at: folder)
        }
        let line = firstLine(stdout.fileHandleForReading)
        let port = try #require(Int(line.dropFirst("listening ".count)), "the server said: \(line)")
        try await body(MailSink(port: port, folder: folder))
        withExtendedLifetime(stdin) {}
    }

    private static func firstLine(_ output: FileHandle) -> String {
        var line: [UInt8] = []
        while let byte = try? output.read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") { line.append(byte) }
        return String(decoding: line, as: UTF8.self)
    }

    func mailer(_ user: String = "", options: String = "", scheme: String = "smtp", timeout: Duration = .seconds(10)) throws -> SMTPMailer {
        var settings = try SMTPSettings(url: "\(scheme)://\(user)127.0.0.1:\(port)\(options)")
        settings.timeout = timeout
        return try SMTPMailer(settings)
    }

    var messages: [Data] {
        get throws { try files("eml").map { try Data(contentsOf: $0) } }
    }

    var facts: [Facts] {
        get throws { try files("json").map { try JSONDecoder().decode(Facts.self, from: Data(contentsOf: $0)) } }
    }

    private func files(_ kind: String) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == kind }.sorted { $0.path < $1.path }
    }
}

/// A certificate for 127.0.0.1 that is its own authority.
struct TestCertificate {
    let certificate: String
    let key: String

    static func run(_ body: (TestCertificate) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "entraide-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let made = TestCertificate(certificate: folder.appending(path: "cert.pem").path, key: folder.appending(path: "key.pem").path)
        let request = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=sink"
        let arguments = request.split(separator: " ").map { String($0) } + ["-addext", "subjectAltName=IP:127.0.0.1"]
        _ = try Command.run(URL(filePath: "/usr/bin/env"), arguments + ["-keyout", made.key, "-out", made.certificate])
        try await body(made)
    }

    var options: [String] { ["--tls", certificate, key] }
}
