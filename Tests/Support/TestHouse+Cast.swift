import Domain
import Geography
import Persistence
import UseCases

extension TestHouse {
    static func neighbourhoods(of town: Town, in house: House) async throws -> [Neighbourhood] {
        let places = [("les-tilleuls", "Les Tilleuls", 5.000), ("la-gare", "La Gare", 5.010), ("le-lac", "Le Lac", 5.100)]
        let quartiers = places.enumerated().map { position, place in
            Neighbourhood(
                id: house.world.id(), slug: place.0, name: place.1, anchor: Point(longitude: place.2, latitude: 43.58), position: position)
        }
        try await house.write(town) { scope in
            for quartier in quartiers { try Neighbourhoods(scope).save(quartier) }
            try TownVersions(scope.sql).raiseSettings(of: town.id)
        }
        return quartiers
    }

    static func people(of town: Town, _ quartiers: [Neighbourhood], _ other: Town, in house: House) async throws -> Cast {
        let now = house.world.now()
        @Sendable func person(_ first: String, _ last: String, _ email: String?, _ phone: String?, _ place: Int?) -> Person {
            Person(
                id: house.world.id(), firstName: first, lastName: last, email: email.flatMap(EmailAddress.init),
                phone: phone.flatMap(PhoneNumber.init), channel: email == nil ? .phone : .email,
                neighbourhood: place.map { quartiers[$0].id }, hasAccount: email != nil, createdAt: now)
        }
        let cast = Cast(
            jeanne: person("Jeanne", "Durand", nil, "04 90 00 00 01", 0),
            karim: person("Karim", "Rahmani", "karim@clairval.test", "06 00 00 00 02", 0),
            lucie: person("Lucie", "Petit", "lucie@clairval.test", nil, 1),
            martine: person("Martine", "Martin", "martine@clairval.test", "06 00 00 00 04", 0),
            moderator: person("Mona", "Faure", "mona@clairval.test", nil, nil),
            administrator: person("Ariane", "Blanc", "ariane@clairval.test", nil, nil),
            officer: person("Denise", "Perrin", "denise@clairval.test", nil, nil),
            attendant: person("Odile", "Ferry", "odile@clairval.test", nil, nil),
            olga: Person(
                id: house.world.id(), firstName: "Olga", lastName: "Loin", email: EmailAddress("olga@ailleurs.test"), channel: .email,
                hasAccount: true, createdAt: now))
        try await house.write(town) { scope in
            let people = try People(scope)
            for one in [
                cast.jeanne, cast.karim, cast.lucie, cast.martine, cast.moderator, cast.administrator, cast.officer, cast.attendant,
            ] {
                try people.insert(one)
            }
            let roles = Roles(scope)
            try roles.grant(Role(.referent, neighbourhood: quartiers[0].id), to: cast.martine.id, id: house.world.id(), by: nil, now: now)
            try roles.grant(Role(.moderator), to: cast.moderator.id, id: house.world.id(), by: nil, now: now)
            try roles.grant(Role(.administrator), to: cast.administrator.id, id: house.world.id(), by: nil, now: now)
            try roles.grant(Role(.operator), to: cast.attendant.id, id: house.world.id(), by: nil, now: now)
            try roles.grant(Role(.dpo), to: cast.officer.id, id: house.world.id(), by: nil, now: now)
        }
        try await house.write(other) { try People($0).insert(cast.olga) }
        return cast
    }
}

extension TestHouse {
    public func grant(_ role: Role, to person: Person) async throws {
        let now = clock.now
        try await house.write(town.town) { [house] in try Roles($0).grant(role, to: person.id, id: house.world.id(), by: nil, now: now) }
    }
}
