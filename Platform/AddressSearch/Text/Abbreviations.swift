/// What French addresses shorten, and the words that say little.
enum Abbreviations {
    /// Everything that a shortened word may stand for.
    static func meanings(of word: Word) -> [Word] { table[word] ?? [] }

    /// A name's words with the abbreviations that can mean only one thing written out; those of a kind of way only at the beginning.
    static func writtenOut(_ words: [Word]) -> [Word] {
        words.enumerated().map { position, word in
            if position == 0, words.count > 1, let way = firstOnly[word] { return way }
            return certain[word] ?? word
        }
    }

    /// Kinds of ways: they tell a street from a lieu-dit, and say little about which.
    static let ways = words(
        """
        rue avenue boulevard chemin impasse allee place route square quai passage montee lotissement cours ruelle sentier residence faubourg \
        voie rond promenade esplanade cite clos villa traverse venelle cote parvis galerie sente carrefour chaussee rampe escalier
        """)

    /// Little words: their absence or excess means nearly nothing.
    static let little = words("de du des la le les l d et a au aux en sur sous dit dite ses un une")

    private static let certain = table.filter { $0.value.count == 1 && !ambiguous.contains($0.key) }.mapValues { $0[0] }
    private static let firstOnly = table.filter { ways.contains($0.value[0]) }.mapValues { $0[0] }
    private static let ambiguous = words(
        "r q all ch che col dom mal mar pas prom res lot fr car cap com ham pr cr doc pres")

    private static let table: [Word: [Word]] = [
        "abb": "abbe", "all": "allee", "allees": "allee", "av": "avenue", "ave": "avenue", "aven": "avenue", "bat": "batiment",
        "bd": "boulevard", "bld": "boulevard", "blvd": "boulevard", "bvd": "boulevard", "boul": "boulevard", "bvard": "boulevard",
        "cap": "capitaine", "car": "carrefour", "cdt": "commandant", "cmdt": "commandant", "che": "chemin", "chem": "chemin",
        "chm": "chemin", "ch": "chemin chateau", "chs": "chaussee", "chee": "chaussee", "col": "colonel", "com": "commandant",
        "cos": "cours", "crs": "cours", "cr": "cours", "cpt": "capitaine", "cpne": "capitaine", "dom": "domaine", "dr": "docteur",
        "doc": "docteur", "esp": "esplanade", "espl": "esplanade", "fbg": "faubourg", "fg": "faubourg", "fr": "freres", "frs": "freres",
        "gal": "general", "gen": "general", "gnl": "general", "gd": "grand", "gde": "grande", "gds": "grands", "gr": "grand",
        "grd": "grand",
        "ham": "hameau", "imp": "impasse", "jard": "jardin", "lot": "lotissement", "lt": "lieutenant", "lieut": "lieutenant",
        "mal": "marechal", "mar": "marechal", "mge": "marge", "mlle": "mademoiselle", "mme": "madame", "mt": "mont", "mte": "montee",
        "nd": "notre dame", "pas": "passage", "pass": "passage", "pdt": "president", "pres": "president", "pl": "place", "plce": "place",
        "prof": "professeur", "pr": "professeur", "prom": "promenade", "pt": "petit pont", "pte": "petite porte", "ptit": "petit",
        "q": "quai",
        "qu": "quai quartier", "quart": "quartier", "r": "rue", "res": "residence resistance", "resid": "residence", "rle": "ruelle",
        "rpt": "rond", "rte": "route", "rt": "route", "sgt": "sergent", "sq": "square", "st": "saint", "ste": "sainte", "sts": "saints",
        "stes": "saintes", "snt": "saint", "trav": "traverse", "vx": "vieux", "vge": "village", "za": "zone", "zi": "zone", "zac": "zone",
        "zae": "zone", "vla": "villa", "ven": "venelle", "sen": "sente sentier",
    ].reduce(into: [:]) { $0[Word($1.key.utf8)] = $1.value.split(separator: " ").map { Word($0.utf8) } }

    private static func words(_ text: String) -> Set<Word> { Set(text.split(separator: " ").map { Word($0.utf8) }) }
}
