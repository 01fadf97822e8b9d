import Foundation
import Localization
import TestSupport
import Testing

/// No sentence in code, none missing, none left over, in no language alone.
@Suite struct SentencesTests {
    @Test func everySentenceIsThereAndSpoken() throws {
        let root = TestHouse.repository
        let sources = ["Sources", "Platform"].flatMap { CatalogueCheck.swiftFiles(under: root.appending(path: $0).path()) }
        let findings = try CatalogueCheck(folder: root.appending(path: "Locales").path(), sources: sources).findings()
        #expect(findings.isEmpty, "\(findings.map { "\($0)" }.joined(separator: "\n"))")
    }
}
