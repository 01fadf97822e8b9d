import Hummingbird
import UseCases

/// Worries about people: raised, seen to.
extension TownRoutes {
    func concerns(_ router: Router<TownContext>) {
        let raising = ConcernsController(concerning: Concerning(house), throttle: throttle)
        router.get("/inquietudes/nouvelle", use: raising.new)
        router.post("/inquietudes/nouvelle", use: raising.create)
        router.get("/inquietudes/:id/recue", use: raising.receipt)
        let care = ConcernCareController(care: ConcernCare(house), throttle: throttle)
        router.get("/inquietudes", use: care.index)
        router.get("/inquietudes/:id", use: care.show)
        router.post("/inquietudes/:id", use: care.take)
        router.post("/inquietudes/:id/fin", use: care.close)
        router.get("/inquietude/:token", use: care.show)
        router.post("/inquietude/:token", use: care.take)
        router.post("/inquietude/:token/fin", use: care.close)
    }
}
