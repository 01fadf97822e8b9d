import Domain
import UseCases

extension TestHouse {
    /// A service of the whole town that answers requests for groceries, as its administrator adds it; open on Saturdays, as the tests' clock is.
    public func addService(_ name: String = "Épicerie du Lac", _ changes: [String: String] = [:]) async throws {
        let fields = [
            "name": name, "description-fr": "On y fait ses courses à petit prix.", "topic-food": "yes", "phone1": "04 65 71 00 01",
            "helps": "some", "helps-groceries": "yes", "zone": "all", "free": "yes", "checkedOn": "2026-11-20", "speaks-fr": "yes",
            "hours-6": "9 h - 12 h",
        ]
        let form = LocalServiceForm(fields.merging(changes) { $1 })
        let actor = Actor(person: cast.administrator.id, roles: [Role(.administrator)])
        try await ServiceKeeping(house).add(form, by: actor, in: facts)
    }
}
