import Domain
import Fetch
import Synchronization

/// Asks the Géoplateforme (IGN) for addresses, where a town has no address base. Out go the typed text and the commune's code, nothing else.
///
/// It never throws and never keeps anybody waiting beyond ``patience``: whatever goes wrong it answers nil, and rests before it asks again.
public final class Geocoder: Sendable {
    private struct State {
        var gate = GeocoderGate()
        var memory = GeocoderMemory()

        /// A door that is chosen comes back as its label stands, page after page of a form: it is known then.
        mutating func keep(_ candidates: [AddressCandidate], for question: GeocoderQuestion, in town: Town, at now: Moment) {
            memory.keep(candidates, for: question, at: now)
            for var door in candidates where door.house != nil {
                guard let chosen = GeocoderQuestion(door.label, in: town, .finding), chosen != question else { continue }
                door.score = 1
                memory.keep([door], for: chosen, at: now)
            }
        }
    }

    private enum Outcome {
        case answered([AddressCandidate])
        /// It will not answer this question; it may answer others.
        case refused
        case failed(wait: Duration? = nil)
    }

    /// How many requests are under way at most; the fetcher needs as many threads.
    public static let breadth = GeocoderGate.breadth
    static let patience = Duration.seconds(2)
    /// Ten candidates are some 5 kB.
    private static let limit = 1 << 17

    private let fetcher: any Fetcher
    private let address: FetchAddress
    private let now: @Sendable () -> Moment
    private let state = Mutex(State())

    /// - Parameter address: of the service, such as `https://data.geopf.fr/geocodage`, without a slash at the end.
    public init(fetcher: any Fetcher, address: FetchAddress, now: @escaping @Sendable () -> Moment) {
        self.fetcher = fetcher
        self.address = address
        self.now = now
    }

    /// The likely one first; nil while nobody can tell.
    func candidates(for text: String, in town: Town, _ aim: GeocoderQuestion.Aim) async -> [AddressCandidate]? {
        guard let question = GeocoderQuestion(text, in: town, aim) else { return [] }
        if let known = state.withLock({ $0.memory.answer(to: question, at: now()) }) { return known }
        guard state.withLock({ $0.gate.open(for: aim, at: now()) }) else { return nil }
        let outcome = await ask(question)
        return state.withLock { state in
            switch outcome {
            case .answered(let candidates):
                state.gate.close()
                state.keep(candidates, for: question, in: town, at: now())
                return candidates
            case .refused: state.gate.close()
            case .failed(let wait): state.gate.close(failedAt: now(), wait: wait)
            }
            return nil
        }
    }

    private func ask(_ question: GeocoderQuestion) async -> Outcome {
        let request = FetchRequest(question.address(at: address), accept: "application/json", limit: Self.limit, timeout: Self.patience)
        do {
            let answer = try await fetcher.fetch(request)
            switch answer.status {
            case 200: return .answered(try GeoplateformeAnswer(answer.body).candidates(for: question))
            case 429: return .failed(wait: answer.retryAfter)
            case 400..<500: return .refused
            default: return .failed()
            }
        } catch {
            return .failed()
        }
    }
}
