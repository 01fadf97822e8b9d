import Domain
import Persistence

/// Which kinds of help a town offers, in which order and words.
extension TownKeeping {
    public func addCategory(_ form: CategoryForm, in town: Town, by actor: Actor) async throws {
        try await categories(of: town, by: actor) { categories, present in
            let category = try form.added(to: present, id: house.world.id())
            try categories.save(category)
            return category
        }
    }

    public func changeCategory(_ key: String, _ form: CategoryForm, in town: Town, by actor: Actor) async throws {
        try await categories(of: town, by: actor) { categories, present in
            let category = try form.changed(try Self.named(key, present))
            try categories.save(category)
            if !category.mayBePublic { try categories.hideNeeds(of: category.id) }
            return category
        }
    }

    /// Switches a category on or off; one at least stays on. What was already asked goes on.
    public func switchCategory(_ key: String, on isActive: Bool, in town: Town, by actor: Actor) async throws {
        try await categories(of: town, by: actor) { categories, present in
            var category = try Self.named(key, present)
            guard isActive || present.contains(where: { $0.isActive && $0.key != key }) else {
                throw Refusal(.conflict, "refusal.lastCategory")
            }
            category.isActive = isActive
            try categories.save(category)
            return category
        }
    }

    /// Puts a category at a place of the order, 0 being the first; the others close ranks.
    public func placeCategory(_ key: String, at place: Int, in town: Town, by actor: Actor) async throws {
        try await categories(of: town, by: actor) { categories, present in
            let category = try Self.named(key, present)
            var order = present.filter { $0.key != key }
            order.insert(category, at: min(max(place, 0), order.count))
            for (position, category) in order.enumerated() where category.position != position {
                var moved = category
                moved.position = position
                try categories.save(moved)
            }
            return category
        }
    }

    private static func named(_ key: String, _ present: [Category]) throws(Refusal) -> Category {
        guard let category = present.first(where: { $0.key == key }) else { throw .notFound }
        return category
    }

    private func categories(
        of town: Town, by actor: Actor, _ work: @escaping @Sendable (Categories, [Category]) throws -> Category
    ) async throws {
        guard actor.has(.administrator) else { throw Refusal.notFound }
        try await house.write(town, listings: true) { scope in
            let categories = Categories(scope)
            let category = try work(categories, try categories.all())
            try record("categories", about: ("categories", category.id.bytes), by: actor, in: scope)
        }
        try await house.towns.refresh()
    }
}
