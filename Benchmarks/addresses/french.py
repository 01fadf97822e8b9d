"""How French is shortened, heard and counted."""

import unicodedata

SHORT = {
    "Rue": ["r", "R"], "Avenue": ["av", "ave"], "Boulevard": ["bd", "bld", "boul"], "Chemin": ["ch", "che", "chem"], "Impasse": ["imp"],
    "Allée": ["all"], "Place": ["pl"], "Route": ["rte"], "Square": ["sq"], "Lotissement": ["lot"], "Résidence": ["res"], "Passage": ["pass"],
    "Saint": ["st", "St"], "Sainte": ["ste", "Ste"], "Général": ["gal", "gen"], "Maréchal": ["mal"], "Docteur": ["dr"],
    "Commandant": ["cdt"], "Professeur": ["prof", "pr"], "Président": ["pdt", "pres"], "Colonel": ["col"], "Capitaine": ["cap"],
    "Lieutenant": ["lt"], "Grand": ["gd"], "Grande": ["gde"], "Petit": ["pt"], "Vieux": ["vx"], "Mont": ["mt"], "Frères": ["fr"],
}

SOUNDS = [
    ("ph", "f"), ("eau", "o"), ("au", "o"), (r"(?<=[aeiou])ss(?=[aeiou])", "s"), ("qu", "k"), (r"c(?=[aou])", "k"), ("y", "i"),
    (r"en(?=[bcdfgjlpqrstvz])", "an"), (r"an(?=[bcdfgjlpqrstvz])", "en"), ("er$", "é"), (r"é(?= |$)", "er"), ("ai", "é"), ("th", "t"),
    ("mm", "m"), ("nn", "n"), ("ll", "l"), ("tt", "t"), ("rr", "r"), ("pp", "p"), ("h(?=[aeiouy])", ""), ("ç", "ss"), ("ain", "in"),
    (r"(?<=[aeiou])s(?=[aeiou])", "z"), (r"(?<=\w{3})t(?= |$)", ""), (r"(?<=\w{3})s(?= |$)", ""), (r"(?<=\w{3})e(?= |$)", ""),
    (r"c(?=[eiéè])", "s"), (r"g(?=[eiéè])", "j"), ("gu(?=[ei])", "g"), (r"i(?=[aeiou])", "y"), ("ei", "é"), ("ck", "k"), ("om(?=[bp])", "on"),
    (r"(?<=[aeiou])l(?=[aeiou])", "ll"), (r"(?<=[aeiou])n(?=[aeiou])", "nn"), ("x(?= |$)", ""), ("ot(?= |$)", "o"), ("oeu", "eu"),
]

UNITS = """zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf""".split()
TENS = ["", "dix", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"]


def in_words(number):
    """As it is said in France: 71 is soixante et onze."""
    if number < 20:
        return UNITS[number]
    if number >= 1000:
        return str(number)
    if number >= 100:
        hundreds = "cent" if number < 200 else f"{UNITS[number // 100]} cent"
        return hundreds if number % 100 == 0 else f"{hundreds} {in_words(number % 100)}"
    ten, unit = divmod(number, 10)
    if ten in (7, 9):
        unit += 10
    if unit == 0:
        return TENS[ten] + ("s" if ten == 8 else "")
    return f"{TENS[ten]} et {UNITS[unit]}" if unit in (1, 11) and ten < 8 else f"{TENS[ten]}-{UNITS[unit]}"


def plain(text):
    """Without accents, in lower case."""
    decomposed = unicodedata.normalize("NFD", text.replace("œ", "oe").replace("Œ", "OE"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower()
