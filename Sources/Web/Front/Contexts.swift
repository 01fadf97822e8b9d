import Domain
import Hummingbird
import Localization
import Logging
import NIOCore
import UseCases

/// A request that has not found its town yet.
public struct AppContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// The peer's address, or what a trusted proxy says of it.
    var peer: String
    /// Filled in by whoever finds the route.
    public let note = RouteNote()

    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? "local"
    }
}

/// A request of one town: facts, never services.
public struct TownContext: RequestContext {
    public struct Source: RequestContextSource {
        public var app: AppContext
        public var facts: TownFacts
        public var base: String
        public var language: Language
        public var catalogue: Catalogue
        public var viewer: Viewer?
        public var network: String
        public var logger: Logger { app.logger }
    }

    public var coreContext: CoreRequestContextStorage
    let facts: TownFacts
    /// `/t/{slug}`, or nothing on the town's own host.
    let base: String
    let t: Localizer
    let viewer: Viewer?
    /// For rate limits: the caller's address, or its /64.
    let network: String

    public init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        facts = source.facts
        base = source.base
        t = Localizer(
            language: source.language, catalogue: source.catalogue, timeZone: Zone.named(source.facts.town.settings.timeZone) ?? .paris)
        viewer = source.viewer
        network = source.network
    }

    var town: Town { facts.town }
    var actor: Actor { viewer?.actor ?? .visitor }
    var links: Links { Links(base: base) }

    /// The person signed in; somebody else is sent to sign in and comes back.
    func signedIn() throws(Refusal) -> Viewer {
        guard let viewer else { throw .signInFirst }
        return viewer
    }

    /// What a person may not know about answers 404.
    func staff(_ kinds: Role.Kind...) throws(Refusal) -> Viewer {
        guard let viewer else { throw .signInFirst }
        guard kinds.contains(where: { viewer.actor.has($0) }) else { throw .notFound }
        return viewer
    }
}
