import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing
import UseCases

@Suite struct AdministrationPagesTests {
    static let pages = [
        "", "/marque", "/responsables", "/mentions", "/accessibilite", "/courriels", "/delais", "/moderation", "/charte", "/carte",
    ]
    static let base = "/t/clairval/administration"

    @Test func onlyAdministratorsKnowThatItExists() async throws {
        let test = try await TestHouse()
        let paths = Self.pages + ["/securite", "/categories", "/categories/nouvelle", "/categories/groceries"]
        let visitor = try SiteClient(test)
        let moderator = try SiteClient(test)
        try await moderator.signIn(test.cast.moderator)
        let administrator = try SiteClient(test)
        try await administrator.signIn(test.cast.administrator)
        for path in paths {
            #expect(try await visitor.get(Self.base + path).location?.hasPrefix("/t/clairval/connexion") == true, "\(path)")
            #expect(try await moderator.get(Self.base + path).status == 404, "\(path)")
            #expect(try await moderator.post(Self.base + path).status == 404 || path == "/categories", "\(path)")
            let answer = try await administrator.get(Self.base + path)
            #expect(answer.status == 200, "\(path)")
            #expect(answer.body.firstMatch(of: /⟦[^⟧]*⟧/)?.output == nil, "\(path)")
        }
        #expect(try await administrator.get("/t/ailleurs/administration").status == 303)
        #expect(try await administrator.get(Self.base + "/inconnue").status == 404)
    }

    @Test func aSettingIsSavedAndSeenAtOnce() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        try await client.signIn(test.cast.administrator)
        let form = ["townName": "Clairval-sur-Lac", "phone": "0800 00 00 00", "phoneHours": "le matin"]
        #expect(try await client.post(Self.base, form).location == Self.base + "?enregistre=1")
        #expect(try await client.get("/t/clairval/aide").body.contains("0800 00 00 00"))
        let refused = try await client.post(Self.base, ["townName": "", "phone": "<script>"])
        #expect(refused.status == 422)
        #expect(refused.body.contains("value=\"&lt;script&gt;\""))
    }

    @Test func aColourTooLightIsRefusedInWords() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        try await client.signIn(test.cast.administrator)
        let answer = try await client.post(Self.base + "/marque", ["brand": "#4aa88f", "accent": "#9a3b1b"])
        #expect(answer.status == 422)
        #expect(answer.body.contains("(2,8)"))
        #expect(try await client.get("/t/clairval/theme.css").body.contains("#1f5c4d"))
    }

    @Test func aLogoIsServedWithAPolicyOfItsOwn() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        try await client.signIn(test.cast.administrator)
        #expect(try await client.get("/t/clairval/logo").status == 404)
        #expect(try await send("<svg xmlns=\"http://www.w3.org/2000/svg\"><g onload=\"x\"/></svg>", client).status == 422)
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>"
        #expect(try await send(svg, client).status == 303)
        let logo = try await client.get("/t/clairval/logo")
        #expect(logo.body == svg)
        #expect(logo.headers[.contentType] == "image/svg+xml")
        #expect(logo.headers[.contentSecurityPolicy] == "default-src 'none'; style-src 'unsafe-inline'")
        #expect(logo.headers[.xContentTypeOptions] == "nosniff")
        #expect(try await client.get("/t/clairval/").body.contains("src=\"/t/clairval/logo?v="))
        #expect(try await client.post(Self.base + "/logo/retrait").status == 303)
        #expect(try await client.get("/t/clairval/logo").status == 404)
    }

    @Test func whatIsSeenOfATownHasANewAddressOnceItChanges() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        try await client.signIn(test.cast.administrator)
        func theme() async throws -> Substring? {
            let page = try await client.get("/t/clairval/").body
            return page.firstRange(of: "/t/clairval/theme.css?v=").map { page[$0.upperBound...].prefix { $0 != "\"" } }
        }
        let before = try #require(try await theme())
        #expect(try await theme() == before)
        #expect(try await client.post(Self.base + "/marque", ["brand": "#14427a", "accent": "#9a3b1b"]).status == 303)
        #expect(try await theme() != before)
    }

    private func send(_ file: String, _ client: SiteClient) async throws -> SiteClient.Answer {
        let body =
            "--x\r\nContent-Disposition: form-data; name=\"logo\"; filename=\"l.svg\"\r\nContent-Type: image/svg+xml\r\n\r\n\(file)\r\n--x--\r\n"
        return try await client.send(.post, Self.base + "/logo", body: body, type: "multipart/form-data; boundary=x")
    }

    @Test(arguments: [
        "", "--x", "--x\r\n", "--x\r\n\r\n--x--", "--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--", "--y\r\n\r\n--y--",
    ])
    func aBrokenUploadIsRefusedKindly(_ body: String) async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        try await client.signIn(test.cast.administrator)
        let answer = try await client.send(.post, Self.base + "/logo", body: body, type: "multipart/form-data; boundary=x")
        #expect(answer.status == 422)
    }

    @Test func categoriesAreAddedRenamedMovedAndSwitched() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        try await client.signIn(test.cast.administrator)
        let categories = Self.base + "/categories"
        let new = ["label-fr": "Réparer un vélo", "label-en": "Mend a bicycle", "icon": "hand", "mode": "in_person", "tier": "1"]
        #expect(try await client.post(categories + "/nouvelle", new).status == 303)
        #expect(try await client.get("/t/clairval/").body.contains("Réparer un vélo"))
        #expect(try await client.post(categories + "/reparer-un-velo/place", ["place": "0"]).status == 303)
        #expect(test.house.towns.town(slug: "clairval")?.categories.first?.key == "reparer-un-velo")
        #expect(try await client.post(categories + "/reparer-un-velo/activation", ["active": "no"]).status == 303)
        #expect(try await client.get("/t/clairval/").body.contains("Réparer un vélo") == false)
        #expect(try await client.post(categories + "/nouvelle", ["label-fr": ""]).status == 422)
        #expect(try await client.post(categories + "/inconnue/place", ["place": "0"]).status == 404)
    }

    @Test func everyPictureOfACategoryIsInTheSprite() throws {
        let sprite = try String(contentsOf: TestHouse.repository.appending(path: "Public/icons.svg"), encoding: .utf8)
        for icon in CategoryForm.icons { #expect(sprite.contains("id=\"\(icon)\""), "\(icon)") }
    }
}
