import Domain
import Hummingbird
import UseCases

/// The directory of services: read by everybody, kept by administrators.
extension TownRoutes {
    func services(_ router: Router<TownContext>) {
        router.get("/services", use: ServicesController(directory: ServiceDirectory(house)).index)
        let keeping = ServiceKeepingController(keeping: ServiceKeeping(house), throttle: throttle)
        router.get("/administration/services", use: keeping.index)
        router.get("/administration/services/nouveau", use: keeping.new)
        router.post("/administration/services/nouveau", use: keeping.create)
        router.get("/administration/services/:id", use: keeping.edit)
        router.post("/administration/services/:id", use: keeping.save)
        router.post("/administration/services/:id/verification", use: keeping.check)
        router.get("/administration/services/:id/retrait", use: keeping.removal)
        router.post("/administration/services/:id/retrait", use: keeping.remove)
    }
}
