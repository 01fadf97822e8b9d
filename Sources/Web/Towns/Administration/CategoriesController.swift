import Domain
import Hummingbird
import UseCases

/// `/administration/categories`: the kinds of help, for administrators.
struct CategoriesController: Sendable {
    let keeping: TownKeeping

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        _ = try context.staff(.administrator)
        return CategoriesPage(
            site: Site(context, "/administration"), isSaved: request.uri.queryParameters["enregistre"] != nil
        ).response()
    }

    func new(_ request: Request, _ context: TownContext) async throws -> Response {
        _ = try context.staff(.administrator)
        return page(nil, FormState(["icon": "heart", "mode": "either", "tier": "1"]), context).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        let fields = try await FormBody(request).fields
        return try await answering(nil, fields, context) {
            try await keeping.addCategory(CategoryForm(fields), in: context.town, by: viewer.actor)
        }
    }

    func edit(_ request: Request, _ context: TownContext) async throws -> Response {
        _ = try context.staff(.administrator)
        let category = try category(context)
        return page(category, FormState(CategoryForm(category).fields), context).response()
    }

    func save(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        let category = try category(context)
        let fields = try await FormBody(request).fields
        return try await answering(category, fields, context) {
            try await keeping.changeCategory(category.key, CategoryForm(fields), in: context.town, by: viewer.actor)
        }
    }

    func place(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        guard let place = try await FormBody(request)["place"].flatMap({ Int($0) }) else { throw Refusal(.invalid, "refusal.form") }
        try await keeping.placeCategory(try category(context).key, at: place, in: context.town, by: viewer.actor)
        return .seeOther(saved(context))
    }

    func activate(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        let isActive = try await FormBody(request)["active"] == "yes"
        try await keeping.switchCategory(try category(context).key, on: isActive, in: context.town, by: viewer.actor)
        return .seeOther(saved(context))
    }

    private func answering(
        _ category: Domain.Category?, _ fields: [String: String], _ context: TownContext, _ work: () async throws -> Void
    ) async throws -> Response {
        do {
            try await work()
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return page(category, FormState(fields, refusal: refusal), context).response(status: 422)
        }
        return .seeOther(saved(context))
    }

    private func saved(_ context: TownContext) -> String { context.links.categories + "?enregistre=1" }

    private func category(_ context: TownContext) throws(Refusal) -> Domain.Category {
        guard let category = context.parameters.get("key").flatMap({ context.facts.category(key: $0) }) else { throw .notFound }
        return category
    }

    private func page(_ category: Domain.Category?, _ state: FormState, _ context: TownContext) -> CategoryPage {
        CategoryPage(site: Site(context, "/administration"), category: category, state: state)
    }
}
