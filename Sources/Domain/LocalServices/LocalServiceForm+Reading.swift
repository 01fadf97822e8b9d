import Foundation

extension LocalServiceForm {
    /// The service as the form wants it.
    /// - Throws: everything that is wrong with it at once.
    public func read(_ id: ID<LocalService>, _ choices: Choices) throws(Refusal) -> LocalService {
        var reader = FormReader()
        let name = reader.required("name", reader.line("name", fields["name"], atMost: 100), else: "refusal.serviceName")
        var service = LocalService(id: id, name: name ?? "", checkedOn: choices.today)
        readWords(into: &service, &reader)
        readWays(into: &service, &reader)
        readHours(into: &service, &reader)
        service.topics = Set(LocalService.Topic.allCases.filter { isTicked("topic-\($0.rawValue)") })
        service.tongues = Set(LocalService.Tongue.allCases.filter { isTicked("speaks-\($0.rawValue)") })
        if service.topics.isEmpty { reader.refuse("topic", "refusal.serviceTopic") }
        service.categories = kinds(choices.categories, &reader)
        service.zone = zone(choices.neighbourhoods, &reader)
        service.isFree = reader.required("free", fields["free"].flatMap { ["yes": true, "no": false][$0] }, else: "refusal.choose") ?? true
        let checked = fields["checkedOn"].flatMap { CivilDay($0) }.flatMap { $0 <= choices.today ? $0 : nil }
        service.checkedOn = reader.required("checkedOn", checked, else: "refusal.serviceChecked") ?? choices.today
        try reader.finish()
        return service
    }

    private func isTicked(_ name: String) -> Bool { fields[name] == "yes" }

    private func readWords(into service: inout LocalService, _ reader: inout FormReader) {
        for language in ["fr", "en"] {
            let (words, audience) = ("description-\(language)", "audience-\(language)")
            service.description[language] = reader.text(words, fields[words], atMost: Self.longestDescription)
            service.audience[language] = reader.line(audience, fields[audience], atMost: 160)
        }
        if service.description["fr"] == nil { reader.refuse("description-fr", "refusal.serviceDescription") }
    }

    /// By telephone, at its door or on its pages: somehow it must be reached.
    private func readWays(into service: inout LocalService, _ reader: inout FormReader) {
        for field in (1...Self.phones).map({ "phone\($0)" }) {
            guard let phone = reader.line(field, fields[field], atMost: 30) else { continue }
            if Town.isPrintedPhone(phone) { service.phones.append(phone) } else { reader.refuse(field, "refusal.servicePhone") }
        }
        service.address = reader.line("address", fields["address"], atMost: 200)
        if let typed = reader.line("web", fields["web"], atMost: 200) {
            service.web = reader.required("web", Self.address(of: typed), else: "refusal.serviceWeb")
        }
        if service.phones.isEmpty, service.address == nil, service.web == nil { reader.refuse("phone1", "refusal.serviceReach") }
    }

    /// `exemple.fr/aide` is `https://exemple.fr/aide`; nil for what no browser opens.
    private static func address(of typed: String) -> String? {
        let text = typed.contains("://") ? typed : "https://" + typed
        guard let parts = URLComponents(string: text), ["http", "https"].contains(parts.scheme?.lowercased()), parts.user == nil,
            let host = parts.host, host.contains("."), !host.hasPrefix("."), !host.hasSuffix(".")
        else { return nil }
        return text
    }

    private func readHours(into service: inout LocalService, _ reader: inout FormReader) {
        service.hours = OpeningHours(isAlways: isTicked("always"), isClosedOnHolidays: isTicked("holidays") && !isTicked("always"))
        service.hoursNote = reader.line("hoursNote", fields["hoursNote"], atMost: 160)
        for day in 1...7 {
            let field = "hours-\(day)"
            guard let spans = HoursText.read(fields[field] ?? "") else {
                reader.refuse(field, "refusal.serviceHours")
                continue
            }
            if !spans.isEmpty, !service.hours.isAlways { service.hours.days[day] = spans }
        }
    }

    private func kinds(_ all: [Category], _ reader: inout FormReader) -> Set<ID<Category>>? {
        switch fields["helps"] {
        case Self.all: return nil
        case Self.none: return []
        case Self.some:
            let chosen = Set(all.filter { isTicked("helps-\($0.key)") }.map(\.id))
            if chosen.isEmpty { reader.refuse("helps", "refusal.serviceNone") }
            return chosen
        default:
            reader.refuse("helps", "refusal.choose")
            return nil
        }
    }

    private func zone(_ all: [Neighbourhood], _ reader: inout FormReader) -> Set<ID<Neighbourhood>>? {
        switch fields["zone"] {
        case Self.all: return nil
        case Self.some:
            let chosen = Set(all.filter { isTicked("zone-\($0.slug)") }.map(\.id))
            if chosen.isEmpty { reader.refuse("zone", "refusal.serviceNone") }
            return chosen
        default:
            reader.refuse("zone", "refusal.choose")
            return nil
        }
    }
}
