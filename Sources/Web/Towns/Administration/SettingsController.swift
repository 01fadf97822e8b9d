import Domain
import Foundation
import Hummingbird
import UseCases

/// `/administration`: a town's settings, section by section, for administrators.
struct SettingsController: Sendable {
    let keeping: TownKeeping

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        _ = try context.staff(.administrator)
        let section = try section(context)
        return page(section, FormState(section.values(of: context.town)), request, context).response()
    }

    func save(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        let section = try section(context)
        let fields = try await FormBody(request).fields
        return try await answering(section, fields, request, context) {
            try await keeping.change(section, fields, in: context.town, by: viewer.actor)
        }
    }

    /// `POST /administration/logo`: a file in the place of the present one.
    func saveLogo(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        let file = try await MultipartForm(request).files["logo"] ?? []
        return try await answering(.brand, SettingsSection.brand.values(of: context.town), request, context) {
            guard !file.isEmpty else { throw Refusal.invalid("logo", "refusal.logoMissing") }
            let logo = Brand.Logo(mediaType: try LogoCheck.mediaType(of: file), data: Data(file).base64EncodedString())
            try await keeping.replaceLogo(by: logo, in: context.town, by: viewer.actor)
        }
    }

    /// `POST /administration/logo/retrait`
    func deleteLogo(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        try await keeping.replaceLogo(by: nil, in: context.town, by: viewer.actor)
        return .seeOther(saved(.brand, context))
    }

    private func answering(
        _ section: SettingsSection, _ fields: [String: String], _ request: Request, _ context: TownContext, _ work: () async throws -> Void
    ) async throws -> Response {
        do {
            try await work()
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return page(section, FormState(fields, refusal: refusal), request, context).response(status: 422)
        }
        return .seeOther(saved(section, context))
    }

    private func saved(_ section: SettingsSection, _ context: TownContext) -> String {
        context.links.administration(section) + "?enregistre=1"
    }

    private func section(_ context: TownContext) throws(Refusal) -> SettingsSection {
        guard let name = context.parameters.get("section") else { return .town }
        guard let section = SettingsSection(path: name) else { throw .notFound }
        return section
    }

    private func page(_ section: SettingsSection, _ state: FormState, _ request: Request, _ context: TownContext) -> SettingsPage {
        let today = keeping.today(in: context.town)
        return SettingsPage(
            site: Site(context, "/administration"), section: section, state: state,
            isSaved: request.method == .get && request.uri.queryParameters["enregistre"] != nil,
            isStatementExpired: context.town.settings.accessibility.isExpired(on: today))
    }
}
