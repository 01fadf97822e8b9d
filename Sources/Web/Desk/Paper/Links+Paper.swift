import Domain

extension Links {
    var paper: String { desk + "/papier" }
    var paperSheets: String { paper + "/fiches" }
    func paperSheets(_ id: ID<PaperSlip.Printing>) -> String { "\(paperSheets)/\(id.text)" }
    func paperSheetsFile(_ id: ID<PaperSlip.Printing>) -> String { paperSheets(id) + "/fiches.pdf" }
    var paperList: String { paper + "/liste" }
    /// - Parameter query: which list.
    func paperListFile(_ query: String) -> String { "\(paper)/liste.pdf?\(query)" }
    var paperEntry: String { paper + "/saisie" }
    func paperEntry(_ code: PaperCode) -> String { "\(paperEntry)?code=\(code.text)" }
    func paperEntered(_ code: PaperCode, _ result: PaperResult?) -> String {
        "\(paperEntry)?fait=\(code.text)" + (result.map { "&suite=\($0.rawValue)" } ?? "")
    }
    func confirmation(_ id: ID<HelpRequest>) -> String { "\(deskLookup)/\(id.text)/lettre" }
    func confirmationFile(_ id: ID<HelpRequest>) -> String { confirmation(id) + "/lettre.pdf" }
    var paperResults: String { paper + "/suites" }
}
