enum Samples {
    static let neighbourhoods = [
        "Les Tilleuls", "Centre ancien", "La Gare", "Bellevue", "Le Port", "Saint-Roch", "L’Île Verte", "La Plaine", "Les Coteaux",
        "Le Moulin",
    ]
    static let firstNames = ["Jeanne", "Karim", "Lucie", "André", "Fatou", "Nguyen", "Éloïse", "Paul", "Inès", "Yvette", "Marc", "Aïcha"]
    static let lastNames = ["Martin", "Benali", "Lefèvre", "Moreau", "Diallo", "Tran", "Garcia", "Petit", "Rossi", "Durand"]
    static let details = [
        "Deux sacs de courses à porter jusqu’au troisième étage, l’ascenseur est en panne.",
        "Remplir un dossier de quatre pages avec moi, je n’y vois plus très bien.",
        "Parler une demi-heure au téléphone, l’après-midi de préférence.",
        "Promener une petite chienne calme pendant que je suis plâtrée.",
        "Passer à la pharmacie de la place : l’ordonnance y est déjà.",
        "Imprimer trois attestations & les glisser dans la boîte aux lettres.",
        "Apprendre à envoyer des photos à mes petits-enfants.",
    ]
}
