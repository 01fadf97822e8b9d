"""publiccode.yml against the rules of publiccode.yml 0.4 (https://yml.publiccode.tools/schema.core.html)."""
from pathlib import Path

import jsonschema
import yaml

ROOT = Path(__file__).resolve().parents[2]


def text(**limits):
    return {"type": "string", "minLength": 1} | limits


def section(required, **properties):
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


TEXTS = {"type": "array", "minItems": 1, "items": text()}
DATE = text(pattern=r"^\d{4}-\d{2}-\d{2}$")
STATUSES = ["concept", "development", "beta", "stable", "obsolete"]
SOFTWARE_TYPES = [f"standalone/{kind}" for kind in ("mobile", "iot", "desktop", "web", "backend", "other")]
SCHEMA = section(
    ["publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "description", "legal", "maintenance",
     "localisation"],
    publiccodeYmlVersion={"enum": ["0.4", "0.4.0"]},
    name=text(),
    url=text(pattern="^https://"),
    softwareVersion=text(),
    releaseDate=DATE,
    platforms=TEXTS,
    categories=TEXTS,
    developmentStatus={"enum": STATUSES},
    softwareType={"enum": [*SOFTWARE_TYPES, "addon", "library", "configurationFiles"]},
    intendedAudience=section([], countries={"type": "array", "items": text(pattern="^[a-z]{2}$")}, scope=TEXTS),
    description={
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"},
        "additionalProperties": section(
            ["shortDescription", "longDescription", "features"],
            genericName=text(maxLength=35),
            shortDescription=text(maxLength=150),
            longDescription=text(minLength=500, maxLength=10_000),
            features={"type": "array", "minItems": 1, "items": text(maxLength=100)},
            screenshots=TEXTS,
        ),
    },
    legal=section(["license"], license={"const": "EUPL-1.2"}, mainCopyrightOwner=text(), repoOwner=text()),
    maintenance=section(
        ["type", "contacts"],
        type={"enum": ["internal", "community"]},
        contacts={"type": "array", "minItems": 1, "items": section(["name"], name=text(), email=text(), affiliation=text())},
    ),
    localisation=section(["localisationReady", "availableLanguages"], localisationReady={"type": "boolean"}, availableLanguages=TEXTS),
    dependsOn=section(
        [],
        open={
            "type": "array",
            "items": section(["name"], name=text(), versionMin=text(), versionMax=text(), version=text(), optional={"type": "boolean"}),
        },
    ),
)


def publiccode():
    return yaml.safe_load((ROOT / "publiccode.yml").read_text())


def test_it_follows_the_standard():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(publiccode(), SCHEMA)


def test_its_files_and_languages_exist():
    content = publiccode()
    shown = [path for language in content["description"].values() for path in language.get("screenshots", [])]
    assert [path for path in shown if not (ROOT / path).is_file()] == []
    assert set(content["localisation"]["availableLanguages"]) == {path.stem for path in (ROOT / "Locales").glob("*.json")}
