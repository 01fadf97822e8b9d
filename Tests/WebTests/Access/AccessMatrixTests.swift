import Domain
import HTTPTypes
import TestSupport
import Testing

/// Role × route × foreign town, made from the route table itself: a new route is in it the moment it exists.
@Suite struct AccessMatrixTests {
    enum Role: String, CaseIterable, CustomTestStringConvertible {
        case visitor, foreigner, neighbour, referent, moderator, administrator, dpo, attendant
        var testDescription: String { rawValue }

        /// Parts of the site that this role may not know about.
        var hidden: [String] {
            switch self {
            case .visitor, .foreigner, .neighbour: ["/referent", "/moderation", "/administration", "/dpo", "/conciergerie"]
            case .referent: ["/moderation", "/administration", "/dpo"]
            case .moderator: ["/referent", "/administration", "/dpo", "/conciergerie"]
            case .administrator: ["/dpo"]
            case .dpo: ["/referent", "/moderation", "/administration", "/conciergerie"]
            case .attendant: ["/referent", "/moderation", "/administration", "/dpo"]
            }
        }
    }

    private func client(_ role: Role, _ world: AccessWorld) async throws -> SiteClient {
        let client = try SiteClient(world.test)
        let cast = world.test.cast
        switch role {
        case .visitor: break
        case .foreigner:
            // A session of the other town, shown here under this town's cookie.
            try await client.signIn(cast.olga, in: world.test.elsewhere)
            client.cookies["session-clairval"] = client.cookies["session-ailleurs"]
        case .neighbour: try await client.signIn(cast.lucie)
        case .referent: try await client.signIn(cast.martine)
        case .moderator: try await client.signIn(cast.moderator)
        case .administrator: try await client.signIn(cast.administrator)
        case .dpo: try await client.signIn(cast.officer)
        case .attendant: try await client.signIn(cast.attendant)
        }
        return client
    }

    @Test(arguments: Role.allCases) func nobodySeesOrDoesWhatIsNotTheirs(_ role: Role) async throws {
        let world = try await AccessWorld()
        let client = try await client(role, world)
        let before = try await world.standing()
        for route in world.routes {
            guard let method = HTTPRequest.Method(rawValue: route.method) else { continue }
            let isHidden = role.hidden.contains { route.path.hasPrefix($0) }
            // What a role may do is tested elsewhere; here its forms are sent only where they must be refused.
            guard method == .get || isHidden || role == .visitor || role == .foreigner else { continue }
            for address in world.addresses(of: route.path) {
                let answer = try await client.send(
                    method, address, body: "answer=yes", type: "application/x-www-form-urlencoded")
                let place = Comment(rawValue: "\(role) \(method) \(address)")
                #expect(answer.status < 500, place)
                if isHidden { #expect(isClosed(answer, role), place) }
                if role == .visitor || role == .foreigner || role == .neighbour {
                    for secret in AccessWorld.secrets { #expect(!answer.body.contains(secret), place) }
                }
            }
        }
        if role != .administrator { #expect(try await world.standing() == before) }
    }

    /// 404 for those who may not know; those whom we do not know are asked to sign in, whatever is there.
    private func isClosed(_ answer: SiteClient.Answer, _ role: Role) -> Bool {
        if answer.status == 404 { return true }
        return (role == .visitor || role == .foreigner) && answer.status == 303
            && answer.location?.hasPrefix("/t/clairval/connexion") == true
    }

    @Test func aFormOfAnotherSiteChangesNothing() async throws {
        let world = try await AccessWorld()
        let client = try await client(.administrator, world)
        let before = try await world.standing()
        for (name, value) in [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "https://ailleurs.example")] {
            client.headers = [try #require(HTTPField.Name(name)): value]
            for route in world.routes where route.method == "POST" {
                for address in world.addresses(of: route.path).prefix(1) {
                    let answer = try await client.post(address, ["answer": "yes"])
                    #expect(answer.status == 403, "\(name) \(address)")
                }
            }
        }
        #expect(try await world.standing() == before)
    }

    @Test func everyAnswerBearsTheHeaders() async throws {
        let world = try await AccessWorld()
        let client = try await client(.visitor, world)
        for route in world.routes where route.method == "GET" {
            guard let address = world.addresses(of: route.path).first else { continue }
            let answer = try await client.get(address)
            let policy = answer.headers[.contentSecurityPolicy] ?? ""
            #expect(policy.contains("default-src 'none'") && !policy.contains("script-src 'unsafe"), "\(address)")
            #expect(answer.headers[.xContentTypeOptions] == "nosniff", "\(address)")
            #expect(answer.headers[HTTPField.Name("Referrer-Policy")!] == "no-referrer", "\(address)")
        }
    }

    @Test(arguments: [
        "//ailleurs.example", "https://ailleurs.example", "/\\ailleurs.example", "javascript:alert(1)", "/t/ailleurs/mon-compte",
    ])
    func aReturnPathLeadsNowhereElse(_ path: String) async throws {
        let world = try await AccessWorld()
        let client = try await client(.visitor, world)
        let encoded = path.replacing("/", with: "%2F").replacing(":", with: "%3A").replacing("\\", with: "%5C")
        let page = try await client.get("/t/clairval/connexion?retour=\(encoded)")
        #expect(page.status == 200)
        #expect(!page.body.contains("ailleurs.example"))
        #expect(!page.body.contains("javascript:"))
    }
}
