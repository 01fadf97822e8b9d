import Domain
import UseCases

/// The shapes of bodies and answers. Closed lists of words are those of the Domain, so that none is forgotten here.
enum Schemas {
    static let all: [String: JSON] = [
        "Problem": object(
            [
                "type": text, "title": text, "status": ["type": "integer"], "detail": text,
                "errors": list(object(["name": text, "detail": text], required: ["name", "detail"])),
                "findings": list(finding),
            ], required: ["type", "title", "status", "detail"]),
        "Words": ["type": "object", "description": "By language.", "additionalProperties": text],
        "Town": object(
            ["slug": text, "name": text, "insee": text, "url": text, "phone": text, "parent": text], required: ["slug", "name", "url"]),
        "TownList": page(of: "Town"),
        "Category": object(
            [
                "key": text, "label": Document.reference("Words"), "guidance": Document.reference("Words"),
                "mode": choice(Category.Mode.self), "tier": choice(TrustTier.allCases.map(\.apiName)),
                "capacity": capacity,
            ], required: ["key", "label", "mode", "tier"]),
        "CategoryList": page(of: "Category"),
        "Neighbourhood": object(["slug": text, "name": text], required: ["slug", "name"]),
        "NeighbourhoodList": page(of: "Neighbourhood"),
        "Address": object(
            [
                "label": text, "street": text, "number": text, "postcode": text, "city": text, "insee": text,
                "isInTown": ["type": "boolean"],
            ],
            required: ["label", "street", "city", "insee", "isInTown"]),
        "AddressList": page(of: "Address"),
        "Service": service, "ServiceList": page(of: "Service"),
        "NewRequest": newRequest,
        "CreatedRequest": object(
            ["reference": text, "status": status, "trackingToken": text, "trackingUrl": text, "capacity": capacity],
            required: ["reference", "status", "trackingToken", "trackingUrl"]),
        "TrackedRequest": object(
            [
                "reference": text, "status": status, "category": text, "createdAt": moment,
                "promisedBy": described(moment, "By when somebody answers or rings, while the request waits."),
                "ownerName": described(text, "Who answers for the request."),
                "helperName": described(text, "Who said yes: first name and initial."), "outcome": choice(Outcome.Result.self),
                "ownOutcome": described(choice(Outcome.Result.self), "What the one who asked said."),
            ], required: ["reference", "status", "category", "createdAt"]),
        "Capacity": object(
            [
                "standing": described(choice(CapacityAnswer.standings), "More work than helpers, or nobody at all."),
                "words": described(text, "In the language of Accept-Language, for the one who asks."),
                "answerBy": described(moment, "By when somebody answers in person all the same."),
            ], required: ["standing", "words", "answerBy"]),
        "Need": need, "NeedList": page(of: "Need"), "Offer": offer, "OfferList": page(of: "Offer"), "Ask": ask,
        "Answer": object(
            [
                "answer": choice(Answering.Reply.allCases.map(\.rawValue) + [AskAnswer.otherTime]),
                "firstDay": described(day, "With `other_time`: when one could."),
                "firstHour": described(text, "The local hour, 6 to 22, as a string."), "secondDay": day, "secondHour": text,
            ], required: ["answer"]),
        "TimeProposal": object(
            ["id": id, "first": described(moment, "Left out once it is over."), "second": moment], required: ["id"]),
        "TimeProposalList": page(of: "TimeProposal"),
        "TimeProposalDecision": object(["choice": choice(TimeProposing.Choice.allCases.map(\.rawValue))], required: ["choice"]),
        "Cancellation": object(["reason": choice(Outcome.Reason.ofCancelling.map(\.rawValue))], required: []),
        "NewOutcome": object(
            [
                "result": choice(Outcome.Result.self),
                "reason": described(choice(Outcome.Reason.self), "Required with `not_helped`, left out otherwise."),
                "words": described(text, "With `nobody_came`: what happened, for the owner of the request."),
            ], required: ["result"]),
    ]

    private static let finding = object(
        [
            "name": described(text, "The field."), "kind": choice(TextGuard.Kind.self),
            "quote": described(text, "The words that were seen."),
        ], required: ["name", "kind", "quote"])

    private static let capacity = described(Document.reference("Capacity"), "Left out where nothing need be said.")

    private static let need = object(
        [
            "id": id, "category": text, "neighbourhood": described(text, "A slug; left out where it is not known."),
            "when": described(choice(RoughTime.self), "Never the date itself."),
            "text": described(text, "The words, once a moderator has approved them."), "url": text, "distance": distance, "town": town,
        ], required: ["id", "category", "when", "url"])

    private static let offer = object(
        [
            "id": id, "category": text, "neighbourhood": text,
            "days": described(list(["type": "integer", "minimum": 1, "maximum": 7]), "1 is Monday."), "part": choice(FreeTime.Part.self),
            "reach": choice(Reach.self), "travel": choice(Helper.Travel.self),
            "text": described(text, "The words, once a moderator has approved them."), "url": text, "distance": distance, "town": town,
        ], required: ["id", "category", "days", "part", "reach", "travel", "url"])

    private static let ask = object(
        [
            "standing": described(
                choice(AskAnswer.standings),
                "`open` waits for an answer; after `no`, `later`, `never` and `proposed` a yes is still welcome."),
            "category": text, "neighbourhood": text, "distance": described(["type": "integer"], "Metres between the two quartiers."),
            "when": choice(AskAnswer.whens), "date": day, "rhythm": choice(WhenWanted.Rhythm.self), "text": text,
            "frame": choice(InterventionFrame.self), "restsUntil": described(moment, "No ask before, after « not for a while »."),
            "proposedTimes": described(list(moment), "When this helper could, after `other_time`."),
            "proposal": choice(TimeProposal.State.self),
            "conversationUrl": described(text, "Where the two talk, after a yes."),
        ], required: ["standing", "category", "when", "frame"])

    private static let newRequest = object(
        [
            "category": text, "when": choice(["now", "date", "every"]), "date": day, "rhythm": choice(WhenWanted.Rhythm.self),
            "address": described(text, "An address of the town, as `searchAddresses` gives its label; its quartier follows from it."),
            "addressChoice": described(text, "`words` keeps an address that the town does not know as words."),
            "neighbourhood": ["type": "string", "description": "A slug, or `unknown`."], "place": text,
            "askedFirst": described(choice(PlaceScope.self), "Whom the waves ask before everybody else near."),
            "for": choice(["me", "other"]), "otherFirstName": text, "otherLastName": text, "otherPhone": text, "details": text,
            "sure": [
                "type": "boolean",
                "description":
                    "Insist on details in which something was found (the `findings` of the problem): a moderator reads them first.",
            ],
            "constraints": text, "firstName": text, "lastName": text, "email": text, "phone": text,
            "notice": ["type": "boolean", "description": "The information notice was shown."],
        ].merging(criteria) { own, _ in own }, required: ["category", "when", "for", "firstName", "notice"])

    /// What the person cannot do, a box each; some make the request urgent.
    private static let criteria = Dictionary(uniqueKeysWithValues: Criterion.allCases.map { ($0.field, JSON.object(["type": "boolean"])) })

    private static let distance = described(["type": "integer", "minimum": 0], "Metres between anchors, in a list read around a place.")
    private static let town = described(text, "The slug of another commune of the métropole, where it is one.")

    static let text: JSON = ["type": "string"]
    static let moment: JSON = ["type": "string", "format": "date-time"]
    static let day: JSON = ["type": "string", "format": "date"]
    static let id: JSON = ["type": "string", "format": "uuid"]
    static let status = choice(HelpRequest.Status.self)

    static func choice<T: CaseIterable & RawRepresentable<String>>(_ type: T.Type) -> JSON { choice(type.allCases.map(\.rawValue)) }
    static func choice(_ values: [String]) -> JSON { ["type": "string", "enum": .list(values.map(JSON.text))] }
    static func described(_ schema: JSON, _ meaning: String) -> JSON {
        guard case .object(var entries) = schema else { return schema }
        entries["description"] = .text(meaning)
        return .object(entries)
    }
    static func list(_ item: JSON) -> JSON { ["type": "array", "items": item] }
    static func object(_ properties: [String: JSON], required: [String]) -> JSON {
        [
            "type": "object", "properties": .object(properties), "required": .list(required.map(JSON.text)),
            "additionalProperties": false,
        ]
    }
    static func page(of name: String) -> JSON {
        object(["items": list(Document.reference(name)), "next": ["type": ["string", "null"]]], required: ["items", "next"])
    }
}
