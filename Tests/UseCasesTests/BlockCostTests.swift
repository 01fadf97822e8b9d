import Database
import Domain
import Persistence
import TestSupport
import Testing
import UseCases

/// Whom somebody may not meet is asked at each wave: it must not cost more in a large town.
@Suite struct BlockCostTests {
    @Test(arguments: Engine.all) func whoIsKeptApartIsFoundByIndexesAlone(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let now = test.clock.now
        try await test.house.write(test.town.town) { [house = test.house] scope in
            for number in 0..<2_000 {
                let person = Person(
                    id: house.world.id(), firstName: "Aimée", email: EmailAddress("aimee\(number)@clairval.test"),
                    phone: PhoneNumber("06 39 98 \(1_000 + number)"), channel: .email, createdAt: now)
                try People(scope).insert(person)
                guard number < 3 else { continue }
                try Blocks(scope).insert(Block(id: house.world.id(), blocker: test.cast.karim.id, blocked: person.id, createdAt: now))
            }
        }
        try await test.house.database.write(.unordered) { try $0.script("ANALYZE") }
        let plan = try await test.plan(Blocks.others(of: [test.cast.jeanne.id, test.cast.karim.id], in: test.town.town.id))
        #expect(!plan.contains("_index>?") && !plan.contains("SCAN people") && !plan.contains("Seq Scan on people"), "\(plan)")
        #expect(plan.contains("people_email") && plan.contains("people_phone"))
    }
}
