import Domain
import Hummingbird
import UseCases

/// Taking a request in hand: suggestions, asks, calls to volunteers.
extension TownRoutes {
    func dispatch(_ router: Router<TownContext>) {
        let page = DispatchController(dispatch: Dispatch(house))
        let root = "/conciergerie/demandes/:id/orientation"
        router.get("\(root)", use: page.show)
        router.post("\(root)/recherche", use: page.search)
        router.post("\(root)/sollicitations", use: page.propose)
        router.post("\(root)/oui", use: page.assign)
        router.post("\(root)/appels", use: page.ring)
        router.post("\(root)/organisations/:organisation/sollicitation", use: page.proposeToOrganisation)
        router.post("\(root)/organisations/:organisation/oui") { try await page.hear(.accept, $0, $1) }
        router.post("\(root)/organisations/:organisation/non") { try await page.hear(.decline, $0, $1) }
        router.get("\(root)/a-lire", use: page.told)
        router.post("\(root)/retrait", use: page.withdraw)
        let calls = DispatchCallController(dispatch: Dispatch(house))
        router.get("/conciergerie/appels-aidants/:id", use: calls.show)
        router.post("/conciergerie/appels-aidants/:id", use: calls.note)
        router.post("/conciergerie/appels-aidants/:id/arret", use: calls.stop)
        let helpers = PhoneHelperController(dispatch: Dispatch(house))
        router.get("/conciergerie/aidants/nouveau", use: helpers.new)
        router.post("/conciergerie/aidants/nouveau", use: helpers.create)
    }
}
