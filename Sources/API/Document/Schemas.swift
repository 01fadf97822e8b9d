/// The shapes of bodies and answers.
enum Schemas {
    static let all: [String: JSON] = [
        "Problem": object(
            [
                "type": text, "title": text, "status": ["type": "integer"], "detail": text,
                "errors": list(object(["name": text, "detail": text], required: ["name", "detail"])),
            ], required: ["type", "title", "status", "detail"]),
        "Words": ["type": "object", "description": "By language.", "additionalProperties": text],
        "Town": object(
            ["slug": text, "name": text, "insee": text, "url": text, "phone": text, "parent": text], required: ["slug", "name", "url"]),
        "TownList": page(of: "Town"),
        "Category": object(
            [
                "key": text, "label": Document.reference("Words"), "guidance": Document.reference("Words"),
                "mode": choice(["remote", "in_person", "either"]), "tier": choice(["remote", "doorstep", "inside_home", "money"]),
            ], required: ["key", "label", "mode", "tier"]),
        "CategoryList": page(of: "Category"),
        "Neighbourhood": object(["slug": text, "name": text], required: ["slug", "name"]),
        "NeighbourhoodList": page(of: "Neighbourhood"),
        "NewRequest": newRequest,
        "CreatedRequest": object(
            ["reference": text, "status": status, "trackingToken": text, "trackingUrl": text],
            required: ["reference", "status", "trackingToken", "trackingUrl"]),
        "TrackedRequest": object(
            [
                "reference": text, "status": status, "category": text, "createdAt": moment, "promisedBy": moment, "ownerName": text,
                "outcome": choice(["helped", "partly", "not_helped"]),
            ], required: ["reference", "status", "category", "createdAt"]),
    ]

    private static let newRequest = object(
        [
            "category": text, "when": choice(["now", "date", "every"]), "date": ["type": "string", "format": "date"],
            "rhythm": choice(["daily", "weekly", "fortnightly", "monthly"]),
            "neighbourhood": ["type": "string", "description": "A slug, or `unknown`."], "place": text,
            "for": choice(["me", "other"]), "otherFirstName": text, "otherLastName": text, "otherPhone": text, "details": text,
            "constraints": text, "firstName": text, "lastName": text, "email": text, "phone": text,
            "notice": ["type": "boolean", "description": "The information notice was shown."],
        ], required: ["category", "when", "for", "firstName", "notice"])

    static let text: JSON = ["type": "string"]
    static let moment: JSON = ["type": "string", "format": "date-time"]
    static let status = choice(["awaiting_agreement", "open", "matched", "closed", "cancelled"])

    static func choice(_ values: [String]) -> JSON { ["type": "string", "enum": .list(values.map(JSON.text))] }
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
