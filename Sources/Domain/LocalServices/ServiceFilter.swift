/// Which part of the directory is looked at.
public struct ServiceFilter: Sendable, Equatable {
    public var topic: LocalService.Topic?
    /// Those that serve this quartier, whatever else they serve.
    public var neighbourhood: Neighbourhood?
    public var isOpenOnly: Bool

    public init(topic: LocalService.Topic? = nil, neighbourhood: Neighbourhood? = nil, isOpenOnly: Bool = false) {
        (self.topic, self.neighbourhood, self.isOpenOnly) = (topic, neighbourhood, isOpenOnly)
    }

    public var isEmpty: Bool { self == ServiceFilter() }

    public func keeps(_ one: ServiceNow) -> Bool {
        (topic.map(one.service.topics.contains) ?? true) && (neighbourhood.map { one.service.serves($0.id) } ?? true)
            && (one.opening.isOpen || !isOpenOnly)
    }
}
