import AddressSearch
import Testing

/// One door, as different people write it.
@Suite struct SpellingTests {
    @Test(arguments: [
        "12 bis rue Victor Hugo 13990 Saint-Aubin-d’Œuvre", "12bis, rue Victor-Hugo, 13990 SAINT AUBIN D'OEUVRE", "12 B r victor hugo",
        "12b rue v hugo st aubin", "rue Victor Hugo 12 bis", "st aubin d oeuvre victor hugo 12 bis", "douze bis rue Victor Hugo",
        "n° 12 bis rue Victor Hugo 13990 Saint-Aubin cedex 2", "12 bis rue victr hugo", "12 bis rue vitcor ugo", "12 bis rue victorhugo",
        "12 bis rue viktor ygo", "12 bis rue de victor hugo", "12 bis rue vict hug",
    ])
    func finds12Bis(text: String) {
        #expect(labels(text).first == "12 bis Rue Victor Hugo 13990 Saint-Aubin-d’Œuvre")
    }

    @Test(arguments: [
        ("av gal leclerc", "Avenue du Général Leclerc 13990 Saint-Aubin-d’Œuvre"),
        ("bd republique", "Boulevard de la République 13990 Saint-Aubin-d’Œuvre"),
        ("r de la republik bellroche", "Rue de la République 13980 Belleroche"),
        ("huit mai", "Rue du 8 Mai 1945 13990 Saint-Aubin-d’Œuvre"),
        ("8 mai mille neuf cent quarante-cinq", "Rue du 8 Mai 1945 13990 Saint-Aubin-d’Œuvre"),
        ("imp st jean", "Impasse Saint-Jean 13991 Saint-Aubin-d’Œuvre"),
        ("impasse saintjean", "Impasse Saint-Jean 13991 Saint-Aubin-d’Œuvre"),
        ("grandrue", "Grande Rue 13980 Belleroche"), ("grand rue belleroche", "Grande Rue 13980 Belleroche"),
        ("pl du chato", "Place du Château 13990 Saint-Aubin-d’Œuvre"), ("rue filipe lebon", "Rue Philippe Lebon 13990 Saint-Aubin-d’Œuvre"),
        ("cours henri quatre", "Cours Henri IV 13990 Saint-Aubin-d’Œuvre"), ("cokelicot", "Allée des Coquelicots 13980 Belleroche"),
        ("chemin eglise", "Chemin de l’Église 13991 Saint-Aubin-d’Œuvre"),
    ])
    func findsAStreet(text: String, label: String) {
        #expect(labels(text).first == label)
    }
}
