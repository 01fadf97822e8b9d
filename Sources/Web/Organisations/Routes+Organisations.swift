import Domain
import Hummingbird
import UseCases

/// Organisations: kept by administrators, answering by link; the reserve called out by the mayor.
extension TownRoutes {
    func organisations(_ router: Router<TownContext>) {
        let keeping = OrganisationsController(
            keeping: OrganisationKeeping(house), reserve: ReserveKeeping(house), throttle: throttle)
        router.get("/administration/organisations", use: keeping.index)
        router.get("/administration/organisations/nouvelle", use: keeping.new)
        router.post("/administration/organisations/nouvelle", use: keeping.create)
        router.get("/administration/organisations/:id", use: keeping.edit)
        router.post("/administration/organisations/:id", use: keeping.save)
        router.post("/administration/organisations/:id/activation", use: keeping.activate)
        let reserve = ReserveController(keeping: ReserveKeeping(house), throttle: throttle)
        router.get("/administration/reserve-communale", use: reserve.index)
        router.post("/administration/reserve-communale", use: reserve.create)
        router.post("/administration/reserve-communale/:id/fin", use: reserve.end)
        let answers = OrganisationAnswerController(
            answering: OrganisationAnswering(house), conversations: Conversations(house), throttle: throttle)
        router.get("/organisation/:token", use: answers.show)
        router.post("/organisation/:token", use: answers.create)
        router.post("/organisation/:token/message", use: answers.write)
        router.get("/organisation/:token/suite", use: answers.outcome)
        router.post("/organisation/:token/suite", use: answers.finish)
        router.get("/organisation/:token/retrait", use: answers.withdrawal)
        router.post("/organisation/:token/retrait", use: answers.withdraw)
    }
}
