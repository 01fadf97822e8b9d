import Domain

extension Links {
    func report(need id: ID<HelpRequest>) -> String { "\(report)/demandes/\(id.text)" }
    func report(offer id: ID<Offer>) -> String { "\(report)/propositions/\(id.text)" }
    var reportSent: String { report + "/recu" }

    var reports: String { moderation + "/signalements" }
    func reports(later: String, isDone: Bool = false) -> String {
        let parts = [later.isEmpty ? nil : "plus-tard=\(later)", isDone ? "fait=1" : nil].compactMap(\.self)
        return parts.isEmpty ? reports : "\(reports)?\(parts.joined(separator: "&"))"
    }
    func decision(_ id: ID<Report>) -> String { "\(reports)/\(id.text)/suite" }
    func stopAnswer(_ id: ID<ContactStop>) -> String { "\(moderation)/arrets/\(id.text)/reponse" }

    /// Why one's own new contacts are stopped, and how to disagree.
    var ownStop: String { account + "/arret" }
}

extension TrackingLinks {
    func report(_ match: ID<Match>) -> String { conversation(match) + "/signalement" }
}

extension ConversationsController.Way {
    var report: String { root + "/signalement" }
    func report(_ message: ID<Message>) -> String { "\(report)?message=\(message.text)" }
}
