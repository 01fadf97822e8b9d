import Domain
import Hummingbird
import UseCases

/// The phone desk on paper.
extension TownRoutes {
    func paper(_ router: Router<TownContext>) {
        let printing = PaperController(paper: Paper(house))
        router.get("/conciergerie/papier", use: printing.show)
        router.post("/conciergerie/papier/fiches", use: printing.create)
        router.get("/conciergerie/papier/fiches/:id", use: printing.sheets)
        router.get("/conciergerie/papier/fiches/:id/fiches.pdf", use: printing.sheetsFile)
        router.get("/conciergerie/papier/liste", use: printing.list)
        router.get("/conciergerie/papier/liste.pdf", use: printing.listFile)
        let confirming = ConfirmationController(paper: Paper(house))
        router.get("/conciergerie/demandes/:id/lettre", use: confirming.show)
        router.get("/conciergerie/demandes/:id/lettre/lettre.pdf", use: confirming.file)
        let entering = PaperEntryController(paper: Paper(house), now: house.world.now)
        router.get("/conciergerie/papier/saisie", use: entering.show)
        router.post("/conciergerie/papier/saisie", use: entering.create)
        router.post("/conciergerie/papier/suites", use: entering.note)
    }
}
