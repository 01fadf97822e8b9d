import Hummingbird
import UseCases

/// The desk's roster, its hand-over from one shift to the next, and the live board.
extension TownRoutes {
    func duty(_ router: Router<TownContext>) {
        let roster = DutyController(duties: DutyKeeping(house))
        router.get("/conciergerie/permanence", use: roster.index)
        router.post("/conciergerie/permanence", use: roster.create)
        router.get("/conciergerie/permanence/affiche", use: roster.sheet)
        router.post("/conciergerie/permanence/copie", use: roster.copy)
        router.post("/conciergerie/permanence/:id/prise", use: roster.take)
        router.post("/conciergerie/permanence/:id/retrait", use: roster.leave)
        router.post("/conciergerie/permanence/:id/personne", use: roster.put)
        router.post("/conciergerie/permanence/:id/suppression", use: roster.remove)
        let ends = HandOverController(handing: HandingOver(house))
        router.get("/conciergerie/passation", use: ends.show)
        router.post("/conciergerie/passation", use: ends.create)
        router.post("/conciergerie/passation/:id/lecture", use: ends.read)
        let board = LiveBoardController(boards: LiveBoards(house), isSecure: settings.isSecure)
        router.get("/conciergerie/tableau", use: board.show)
        router.get("/conciergerie/tableau/flux", use: board.feed)
    }
}
