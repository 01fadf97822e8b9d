import Foundation
import HTTPTypes
import TestSupport
import Testing
import UseCases
@testable import API

@Suite struct DocumentTests {
    @Test func everyOperationIsDescribedAndAnswers() async throws {
        let test = try await TestHouse()
        let client = InterfaceClient(test)
        let document = try await client.send(.get, "/openapi.json").body
        let root = try #require(try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any])
        let paths = try #require(root["paths"] as? [String: [String: Any]])
        let described = paths.flatMap { path, methods in methods.keys.map { "\($0) \(path)" } }
        let interface = Interface(
            house: test.house, throttle: .init(isOn: false, now: test.house.world.now), proxies: .init([]))
        #expect(Set(described) == Set(interface.operations.map { "\($0.method.rawValue.lowercased()) \($0.path)" }))
        #expect(Set(interface.operations.map(\.id)).count == interface.operations.count)
    }

    @Test func everySchemaThatIsNamedExists() async throws {
        let document = try await InterfaceClient(try await TestHouse()).send(.get, "/openapi.json").body
        let named = document.matches(of: /"#\/components\/schemas\/([A-Za-z]+)"/).map { String($0.output.1) }
        #expect(!named.isEmpty)
        for name in named { #expect(Schemas.all[name] != nil, "\(name)") }
    }

    @Test func everyParameterOfAPathIsDescribedAndEveryWriteSaysHowItIsRepeated() async throws {
        let test = try await TestHouse()
        let interface = Interface(house: test.house, throttle: .init(isOn: false, now: test.house.world.now), proxies: .init([]))
        for operation in interface.operations {
            let named = Set(operation.path.matches(of: /\{([a-z]+)\}/).map { String($0.output.1) })
            #expect(named == Set(operation.parameters.filter { $0.place == .path }.map(\.name)), "\(operation.id)")
            guard operation.method == .post else { continue }
            #expect(operation.note?.isEmpty == false, "\(operation.id)")
            #expect(Set([404, 413, 422, 429]).isSubset(of: operation.refusals), "\(operation.id)")
        }
    }

    @Test(arguments: [
        "/towns", "/towns/clairval", "/towns/clairval/categories", "/towns/clairval/neighbourhoods", "/towns/clairval/needs",
        "/towns/clairval/offers",
    ])
    func listsAnswer(_ path: String) async throws {
        let answer = try await InterfaceClient(try await TestHouse()).send(.get, path)
        #expect(answer.status == 200)
        #expect(answer.headers[.contentType] == "application/json")
    }
}
