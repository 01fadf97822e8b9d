import Hummingbird
import UseCases

/// Whom the desk rings.
extension TownRoutes {
    func callBacks(_ router: Router<TownContext>, _ calls: CallController) {
        let page = CallBacksController(callingBack: CallingBack(house), calls: calls)
        router.get("/conciergerie/rappels", use: page.index)
        router.get("/conciergerie/rappels/nouveau", use: page.new)
        router.post("/conciergerie/rappels/nouveau", use: page.create)
        router.get("/conciergerie/rappels/a-faire", use: page.due)
        router.post("/conciergerie/rappels/suivant", use: page.takeNext)
        router.post("/conciergerie/rappels/fin", use: page.release)
        router.get("/conciergerie/rappels/:caller", use: page.show)
        router.post("/conciergerie/rappels/:caller", use: page.take)
        router.post("/conciergerie/rappels/:caller/resultat", use: page.note)
        router.post("/conciergerie/rappels/:caller/regle", use: page.settle)
        router.post("/conciergerie/appels/:id/rappel", use: page.promise)
    }
}
