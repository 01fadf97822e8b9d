import Hummingbird
import Localization
import Logging
import NIOCore

/// A request of the interface: who connects, and in which language refusals are said.
public struct APIContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    let peer: String

    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? "local"
    }
}
