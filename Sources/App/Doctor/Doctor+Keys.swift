import Database
import Domain
import Persistence
import Secrets
import UseCases

extension Doctor {
    func keys() async throws -> [Finding] {
        let towns = try await database.read { try Towns($0).all() }
        let problems = composition.house.keys.check(towns: towns.map(\.id)).filter { !$0.file.hasSuffix("/instance.key") }
        let faults = problems.filter { ![.orphan, .leftOver].contains($0.reason) }
        var findings = Finding.all("keys", wrong: faults.map(\.description), else: "whole, and open for nobody else")
        // A killed process leaves what it was writing: the keys themselves are whole.
        findings += problems.filter { [.orphan, .leftOver].contains($0.reason) }.map { .advice("keys", $0.description) }
        if composition.settings.secretKeyPrevious != nil, !faults.contains(where: { $0.reason == .previousKey }) {
            findings.append(.advice("secret", "every key file is under the new key: take ENTRAIDE_SECRET_KEY_PREVIOUS away"))
        }
        // Keys that do not open are named already.
        return faults.isEmpty ? findings + (try await renewals()) : findings
    }

    private func renewals() async throws -> [Finding] {
        var findings: [Finding] = []
        for facts in composition.house.towns.all {
            guard let left = try await KeyRotation(composition.house).left(facts.town) else { continue }
            let words =
                "\(facts.town.slug): its keys are being renewed, \(left) rows to go; if it stands still, `entraide town rotate-keys` goes on"
            findings.append(.advice("keys", words))
        }
        return findings
    }
}
