import Database
import DatabaseSQLite
import Domain
import Foundation
import JobQueue
import Localization
import Persistence
import Secrets
import UseCases

/// Looks at an installation from every side and changes nothing. A look that fails is a finding, too.
struct Doctor {
    let composition: Composition
    var database: any Database { composition.database }
    private var now: Moment { composition.house.world.now() }

    /// Later than this a due job waits for a worker that is not there.
    private static let patience = Duration.minutes(10)

    func findings() async -> [Finding] {
        let schema = await looking("schema", schema)
        guard schema.allSatisfy({ $0.state != .wrong }) else { return schema + settings + files + maps }
        return await schema + looking("integrity", integrity) + looking("towns", towns) + looking("keys", keys)
            + looking("journal", journal) + looking("jobs", jobs)
            + looking("requests", requests) + settings + files + maps
    }

    private func looking(_ name: String, _ look: () async throws -> [Finding]) async -> [Finding] {
        do {
            return try await look()
        } catch {
            return [.wrong(name, StartProblem.lines(error).joined(separator: " "))]
        }
    }

    private func schema() async throws -> [Finding] {
        switch try await composition.migrator.standing(of: database) {
        case .current: break
        case .empty: return [.wrong("schema", "the database is empty: run `entraide migrate`")]
        case .older(let missing): return [.wrong("schema", "lacks \(missing.joined(separator: ", ")): run `entraide migrate`")]
        case .newer(let unknown):
            return [.wrong("schema", "was changed by a newer version (\(unknown.joined(separator: ", "))): run that version")]
        }
        let altered = try await composition.migrator.altered(in: database)
        return Finding.all(
            "schema", wrong: altered.map { "\($0) is not as it was applied: this binary is not the one that made the database" },
            else: "current, every migration as it was applied")
    }

    private func integrity() async throws -> [Finding] {
        guard let sqlite = database as? SQLiteDatabase else { return [.well("integrity", "PostgreSQL answers; it checks itself")] }
        return Finding.all("integrity", wrong: try await sqlite.integrityProblems(), else: "SQLite finds no fault")
    }

    private func towns() async throws -> [Finding] {
        let (towns, orphans, isDemo) = try await database.read { sql in
            (try Towns(sql).all(), try Soundness(sql).townsWithoutAdministrator(), try Instance(sql).isDemo)
        }
        let known = Finding.all(
            "towns", wrong: orphans.map { "\($0): has no administrator" }, else: "\(towns.count), each with an administrator")
        let demo = Finding.advice("demo", "this database is a demo: fictional people, mail may be shown to this machine")
        return (towns.isEmpty ? [.advice("towns", "none yet: `entraide town create` opens one")] : known) + (isDemo ? [demo] : [])
    }

    /// Every link of every town's journal (P-04); of a broken chain the first link that does not hold.
    private func journal() async throws -> [Finding] {
        var problems: [String] = []
        for facts in composition.house.towns.all {
            let standing = try await composition.house.read(facts.town) { try JournalProof($0).standing() }
            guard case .broken(let number, let at, let fault) = standing else { continue }
            let when = at.map { " of \(CivilDay($0, in: facts.town.timeZone).iso)" } ?? ""
            problems.append("\(facts.town.slug): the chain is broken at entry \(number)\(when) (\(fault.rawValue))")
        }
        return Finding.all("journal", wrong: problems, else: "every entry of every town is as it was written")
    }

    private func jobs() async throws -> [Finding] {
        let time = now
        let (letters, oldest) = try await database.read { sql in
            (try Jobs(sql).deadLetters(limit: 10), try Jobs(sql).oldestDue(now: time.milliseconds))
        }
        var problems = letters.map {
            "gave up: \($0.kind) of town \($0.town) after \($0.attempts) attempts: \($0.error ?? "no reason kept")"
        }
        if let oldest, time - Moment(milliseconds: oldest) > Self.patience {
            problems.append(
                "the oldest due job has waited \((time.milliseconds - oldest) / 60_000) minutes: is `entraide serve` or `work` running?")
        }
        return Finding.all("jobs", wrong: problems, else: "nothing gave up, nothing waits too long")
    }

    private func requests() async throws -> [Finding] {
        let limit = now - .hours(1)
        let (ownerless, stranded) = try await database.read { sql in
            (try Soundness(sql).requestsWithoutOwner(), try Soundness(sql).requestsOutsideLadder(pastDueSince: limit))
        }
        return Finding.all(
            "requests",
            wrong: ownerless.map { "\($0.town): \($0.count) belong to nobody who still has a role" }
                + stranded.map { "\($0.town): \($0.count) have left their ladder" },
            else: "each has an owner and a clock")
    }

    private var settings: [Finding] {
        let settings = composition.settings
        var findings: [Finding] = []
        let isDemo = composition.house.towns.isDemo
        if settings.smtpURL != nil {
            findings.append(.well("mail", "a server is set"))
        } else {
            findings.append(isDemo ? .advice("mail", "none: the demo shows its mail") : .wrong("mail", "ENTRAIDE_SMTP_URL is not set"))
        }
        if settings.secretKey == nil && settings.secretKeyFile == nil {
            findings.append(
                .advice("secret", "the instance key lies beside the towns' keys: keep it elsewhere with ENTRAIDE_SECRET_KEY_FILE"))
        }
        if !settings.publicURL.hasPrefix("https://") {
            findings.append(.advice("address", "\(settings.publicURL) is not https: fine on this machine only"))
        }
        return findings
    }

    private var files: [Finding] {
        do {
            let folder = try Resources.folder()
            _ = try Catalogue(folder: folder.appending(path: "Locales").path())
            let wanted = ["app.js", "icons.svg", "tokens.css", "base.css", "layout.css", "components.css", "print.css"]
            let missing = wanted.filter { !FileManager.default.fileExists(atPath: folder.appending(path: "Public/\($0)").path()) }
            return Finding.all("files", wrong: missing.map { "Public/\($0) is missing" }, else: "Locales and Public are whole")
        } catch {
            return [.wrong("files", "\(error)")]
        }
    }
}
