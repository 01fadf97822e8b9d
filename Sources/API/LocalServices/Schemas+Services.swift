import Domain

extension Schemas {
    static let service = object(
        [
            "id": id, "name": text, "description": Document.reference("Words"), "audience": Document.reference("Words"),
            "topics": list(choice(LocalService.Topic.self)),
            "categories": described(list(text), "Kinds of help that it answers; left out where it answers whatever is asked."),
            "neighbourhoods": described(list(text), "Slugs; left out where it serves the whole town."),
            "phones": described(list(text), "As they are printed."), "address": text, "url": text,
            "languages": described(list(choice(LocalService.Tongue.self)), "ISO 639, and `fsl` for French sign language."),
            "isFree": flag, "isAlwaysOpen": flag, "isClosedOnHolidays": flag,
            "hours": list(
                object(
                    [
                        "weekday": described(["type": "integer", "minimum": 1, "maximum": 7], "1 is Monday."),
                        "from": described(text, "The local hour, `09:00`."),
                        "until": described(text, "Before `from`, it is on the next day."),
                    ], required: ["weekday", "from", "until"])),
            "hoursNote": text, "standing": choice(ServiceAnswer.standings), "openUntil": moment, "opensAt": moment,
            "checkedOn": described(day, "When somebody last made sure of all this."),
        ],
        required: [
            "id", "name", "description", "audience", "topics", "phones", "languages", "isFree", "isAlwaysOpen", "isClosedOnHolidays",
            "hours", "standing", "checkedOn",
        ])

    private static let flag: JSON = ["type": "boolean"]
}
