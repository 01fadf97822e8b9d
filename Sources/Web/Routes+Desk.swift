import Domain
import Hummingbird
import UseCases

/// The phone desk.
extension TownRoutes {
    func desk(_ router: Router<TownContext>) {
        let page = DeskController(
            desk: Desk(house), handing: HandingOver(house), referents: Referents(house), callingBack: CallingBack(house),
            throttle: throttle)
        router.get("/conciergerie", use: page.show)
        router.get("/conciergerie/appel", use: page.new)
        router.post("/conciergerie/appels", use: page.create)
        router.get("/conciergerie/demandes", use: page.lookup)
        let calls = CallController(
            desk: Desk(house), placing: Placing(house), capacity: Capacity(house),
            scripts: ScriptKeeping(house), directory: ServiceDirectory(house), throttle: throttle)
        router.get("/conciergerie/appels/:id", use: calls.show)
        router.post("/conciergerie/appels/:id", use: calls.create)
        router.post("/conciergerie/appels/:id/brouillon", use: calls.save)
        router.post("/conciergerie/appels/:id/besoins", use: calls.addNeed)
        router.post("/conciergerie/appels/:id/appelant", use: calls.recognise)
        router.post("/conciergerie/appels/:id/attente", use: calls.keep)
        router.post("/conciergerie/appels/:id/inquietude", use: calls.worry)
        router.post("/conciergerie/appels/:id/reprise", use: calls.takeOver)
        let scripts = ScriptsController(keeping: ScriptKeeping(house))
        router.get("/administration/reponses", use: scripts.index)
        router.get("/administration/reponses/nouvelle", use: scripts.new)
        router.post("/administration/reponses/nouvelle", use: scripts.create)
        router.get("/administration/reponses/:key", use: scripts.edit)
        router.post("/administration/reponses/:key", use: scripts.update)
        router.post("/administration/reponses/:key/retour", use: scripts.reset)
        callBacks(router, calls)
        let ends = CallEndController(calls: calls)
        router.get("/conciergerie/appels/:id/fin", use: ends.show)
        router.post("/conciergerie/appels/:id/fin", use: ends.create)
        router.post("/conciergerie/appels/:id/meme", use: ends.join)
        router.post("/conciergerie/appels/:id/meme/annulation", use: ends.unjoin)
        router.post("/conciergerie/appels/:id/fin/annulation", use: ends.takeUpAgain)
        router.post("/conciergerie/appels/:id/autre", use: ends.setApart)
        // Where referents wrote calls down before there was a desk.
        router.get("/referent/appel") { _, context in
            _ = try context.guide()
            return Response.seeOther(context.links.desk)
        }
    }
}
