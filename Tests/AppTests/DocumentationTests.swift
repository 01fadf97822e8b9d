@testable import App
import ArgumentParser
import Foundation
import TestSupport
import Testing

/// What exists is documented: a setting or a command without a word in `docs/operating` fails here.
@Suite struct DocumentationTests {
    private func page(_ name: String) throws -> String {
        try String(contentsOf: TestHouse.repository.appending(path: "docs/operating/\(name)"), encoding: .utf8)
    }

    @Test func everySettingIsExplainedAndNoOther() throws {
        let page = try page("settings.md")
        let explained = page.split(separator: "\n- `").dropFirst().map { String($0.prefix { $0 != "`" }) }
        #expect(explained.sorted() == Settings.entries.map(\.name).sorted())
    }

    @Test func everyCommandIsExplained() throws {
        let page = try page("commands.md")
        for command in Self.commands(of: Entraide.self, "entraide") {
            #expect(page.contains("\n- `\(command)"), "\(command)")
        }
    }

    private static func commands(of type: any ParsableCommand.Type, _ path: String) -> [String] {
        let children = type.configuration.subcommands
        guard !children.isEmpty else { return [path] }
        return children.flatMap { child in
            commands(of: child, "\(path) \(child.configuration.commandName ?? "\(child)".lowercased())")
        }
    }

    @Test func noSecretIsShown() throws {
        let settings = try Settings.read([
            "ENTRAIDE_DATABASE_URL": "postgres://u:geheim@h/n?password=geheim", "ENTRAIDE_SMTP_URL": "smtp://u:geheim@h",
            "ENTRAIDE_SECRET_KEY": "geheim", "ENTRAIDE_METRICS_TOKEN": "geheim",
        ])
        for entry in Settings.entries where !entry.isSecret { #expect(entry.show(settings)?.contains("geheim") != true, "\(entry.name)") }
        #expect(Settings.entries.filter(\.isSecret).count == 3)
    }
}
