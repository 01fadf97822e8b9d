import Domain
import HTTPTypes
import TestSupport
import Testing
import UseCases

/// Role × route × foreign town for what hangs on one mandate.
@Suite struct MandateAccessTests {
    enum Role: String, CaseIterable, CustomTestStringConvertible {
        case visitor, foreigner, neighbour, proxy, referent, otherReferent, moderator, administrator, dpo
        var testDescription: String { rawValue }
        var isUnknown: Bool { self == .visitor || self == .foreigner }
        var oversees: Bool { self == .referent || self == .administrator }
    }

    private func client(_ role: Role, _ scene: MandateScene) async throws -> SiteClient {
        let client = SiteClient(scene.test, sharing: scene.lucie.website)
        let cast = scene.test.cast
        switch role {
        case .visitor: break
        case .foreigner:
            try await client.signIn(cast.olga, in: scene.test.elsewhere)
            client.cookies["session-clairval"] = client.cookies["session-ailleurs"]
        case .neighbour: try await client.signIn(cast.karim)
        case .proxy: try await client.signIn(cast.lucie)
        case .referent: try await client.signIn(cast.martine)
        case .otherReferent:
            try await scene.test.grant(.init(.referent, neighbourhood: scene.test.town.neighbourhoods[1].id), to: cast.karim)
            try await client.signIn(cast.karim)
        case .moderator: try await client.signIn(cast.moderator)
        case .administrator: try await client.signIn(cast.administrator)
        case .dpo: try await client.signIn(cast.officer)
        }
        return client
    }

    @Test(arguments: Role.allCases) func eachSeesWhatIsTheirs(_ role: Role) async throws {
        let scene = try await MandateScene()
        let request = try await scene.ask()
        let client = try await client(role, scene)
        let isProxy = role == .proxy
        let pages: [(path: String, isOpen: Bool)] = [
            (scene.acting, isProxy), (scene.acting + "/actes", role.oversees), (scene.acting + "/preuve", isProxy || role.oversees),
            (request, isProxy), (request + "/changement", isProxy), (request + "/annulation", isProxy), (request + "/suite", isProxy),
            ("/t/clairval/referent/mandats/\(scene.mandate.text)", role.oversees),
        ]
        for (path, isOpen) in pages {
            let answer = try await client.get(path)
            #expect(answer.status == (isOpen ? 200 : role.isUnknown ? 303 : 404), "\(role) \(path) \(answer.status)")
            if !isOpen { #expect(!answer.body.contains("Paulette"), "\(role) \(path)") }
            let abroad = try await client.get(path.replacing("/t/clairval", with: "/t/ailleurs"))
            #expect(abroad.status == 303 || abroad.status == 404, "\(role) \(path) in the other town: \(abroad.status)")
        }
    }

    @Test(arguments: Role.allCases) func eachDoesWhatIsTheirs(_ role: Role) async throws {
        let scene = try await MandateScene()
        let request = try await scene.ask()
        let client = try await client(role, scene)
        let isProxy = role == .proxy
        let reader = ["readerName": "Denis", "readerEmail": "denis@ailleurs.test"]
        let acts: [(path: String, fields: [String: String], isAllowed: Bool)] = [
            (request + "/changement", ["when": "every", "rhythm": "weekly"], isProxy), (request + "/annulation", [:], isProxy),
            (scene.acting + "/lecteur", reader, role.oversees), (scene.acting + "/lecteur/fin", [:], role.oversees),
            ("/t/clairval/referent/mandats/\(scene.mandate.text)/lettre", [:], role.oversees),
            (scene.acting + "/fin", [:], isProxy || role.oversees),
        ]
        for (path, fields, isAllowed) in acts {
            let answer = try await client.post(path, fields)
            let isDone = answer.status == 200 || (answer.status == 303 && answer.location?.contains("/connexion") == false)
            #expect(isDone == isAllowed, "\(role) \(path) \(answer.status)")
        }
        let isEnded = try await scene.lucie.get(scene.acting).status == 403
        #expect(isEnded == (isProxy || role.oversees), "nobody else ended it")
    }
}
