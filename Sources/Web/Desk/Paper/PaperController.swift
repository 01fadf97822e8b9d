import Domain
import Hummingbird
import Localization
import PDF
import UseCases

/// `/conciergerie/papier`: what is printed.
struct PaperController: Sendable {
    /// In the address of a list: requests whose quartier nobody knows.
    static let unplaced = "sans-quartier"
    let paper: Paper

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        try await page(FormState(["copies": "10"]), context).response()
    }

    /// Each sheet gets its code as it is printed.
    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.atDesk()
        let body = try await FormBody(request)
        do {
            let printing = try await paper.printSheets(body["copies"], by: viewer.actor, in: context.facts)
            return .seeOther(context.links.paperSheets(printing))
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(FormState(body.fields, refusal: refusal), context).response(status: 422)
        }
    }

    func sheets(_ request: Request, _ context: TownContext) async throws -> Response {
        let (site, printing, sheets) = try await intake(context)
        return PrintedPage(
            site: site, title: site.t("paper.sheets.title", count: sheets.count), sheets: sheets,
            file: Typeface.installed.map { _ in context.links.paperSheetsFile(printing) }, back: context.links.paper
        ).response()
    }

    func sheetsFile(_ request: Request, _ context: TownContext) async throws -> Response {
        let (site, _, sheets) = try await intake(context)
        return try PrintedFile(site: site, title: site.t("paper.sheet.title"), sheets: sheets).response(named: "fiches")
    }

    /// `?quartier=SLUG`, or `?organisation=ID`.
    func list(_ request: Request, _ context: TownContext) async throws -> Response {
        guard let (site, sheet, query) = try await dayList(request, context) else { return .seeOther(context.links.paper) }
        return PrintedPage(
            site: site, title: sheet.title, sheets: sheet.list.lines.isEmpty ? [] : [sheet.sheet],
            file: Typeface.installed.map { _ in context.links.paperListFile(query) }, back: context.links.paper,
            nothing: sheet.list.lines.isEmpty ? site.t("paper.list.none") : nil
        ).response()
    }

    func listFile(_ request: Request, _ context: TownContext) async throws -> Response {
        guard let (site, sheet, _) = try await dayList(request, context) else { throw Refusal.notFound }
        return try PrintedFile(site: site, title: sheet.title, sheets: [sheet.sheet]).response(named: "liste")
    }

    private func page(_ state: FormState, _ context: TownContext) async throws -> PaperPage {
        let viewer = try context.atDesk()
        let choices = try await paper.choices(by: viewer.actor, in: context.facts)
        return PaperPage(site: Site(context, "/conciergerie/papier"), choices: choices, state: state)
    }

    private func intake(_ context: TownContext) async throws -> (Site, ID<PaperSlip.Printing>, [PrintedSheet]) {
        let viewer = try context.atDesk()
        let printing = try context.id(PaperSlip.Printing.self)
        let slips = try await paper.sheets(printing, by: viewer.actor, in: context.facts)
        let site = Site(context, "/conciergerie/papier")
        let sheets = slips.map {
            IntakeSheet(site: site, slip: $0, address: paper.address(of: $0.code, in: context.town)).sheet
        }
        return (site, printing, sheets)
    }

    /// Nil where no list is named.
    private func dayList(_ request: Request, _ context: TownContext) async throws -> (Site, PaperListSheet, query: String)? {
        let viewer = try context.atDesk()
        let site = Site(context, "/conciergerie/papier")
        let parameters = request.uri.queryParameters
        let subject: PaperDayList.Subject
        let query: String
        if let slug = parameters["quartier"].map(String.init), !slug.isEmpty {
            query = "quartier=\(slug)"
            if slug == Self.unplaced {
                subject = .unplaced
            } else if let quartier = context.facts.neighbourhood(slug: slug) {
                subject = .quartier(quartier)
            } else {
                throw Refusal.notFound
            }
        } else if let id = parameters["organisation"].flatMap({ ID<Organisation>(text: $0) }) {
            (subject, query) = (.organisation(id), "organisation=\(id.text)")
        } else {
            return nil
        }
        let list = try await paper.dayList(of: subject, by: viewer.actor, in: context.facts)
        return (site, PaperListSheet(site: site, list: list, title: title(of: subject, list, site)), query)
    }

    private func title(of subject: PaperDayList.Subject, _ list: PaperDayList, _ site: Site) -> String {
        switch subject {
        case .quartier(let quartier): site.t("paper.list.title", ["name": quartier.name])
        case .unplaced: site.t("paper.list.title", ["name": site.t("paper.list.unplaced")])
        case .organisation: site.t("paper.list.title", ["name": list.organisation ?? ""])
        }
    }
}

extension PrintedFile {
    /// - Throws: `notFound` where this machine has no fonts to make a file.
    func response(named name: String) throws -> Response {
        guard let typeface = Typeface.installed else { throw Refusal.notFound }
        return .bytes(
            bytes(in: typeface), type: "application/pdf",
            headers: [.contentDisposition: "inline; filename=\"\(name)-\(site.town.slug).pdf\""])
    }
}
