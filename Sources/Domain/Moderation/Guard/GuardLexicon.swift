/// What the guard knows, as phrases: a table of data, which a town extends with words of its own.
enum GuardLexicon {
    /// Payment, whatever is said around it, unless it is denied.
    static let paid = phrases(
        """
        cesu | cheque emploi | cheques emploi | emploi service | tarif* | remuner* | retribu* | salaire* | salarie* | honoraire* | sur devis
        devis gratuit* | devis sous | devis sur | taux horaire* | auto entrepreneu* | autoentrepreneu* | micro entrepr* | microentrepr*
        prestation* | notre societe | notre entreprise | mon entreprise | entreprise familiale | entreprise de | pourboire* | commission de
        petite commission | une commission | au black | au noir | main a la main | en especes | les especes | en liquide | par virement
        virement ou | offre d emploi | un emploi | cherche emploi | cherche travail | cherche du travail | cherche un travail | j embauche
        embauchons | je recrute | recrutons | cdi | cdd | job | jobs | boulot | boulots | argent de poche | dedommag* | indemni* | forfait*
        pas cher | pas chere | pas trop cher | contre paiement | contre argent | reglement cesu
        reglement par | reglement en | lydia | par paypal | paypal ou | paypal accepte* | deduction d impot* | je loue | location de
        je vends | vends | a vendre | vente de | mon prix | mes prix | prix attractif* | prix au | prix reduit* | prix d ami* | prix interessant*
        petit prix | petits prix | prix depend | meilleur prix | meilleurs prix | qualite prix | quel prix | prix a | bas prix | prix correct*
        prix raisonnable* | sur le prix | moitie prix | pas gratuit* | pas benevole* | rabais | promotion* | degressif* | arrondir
        complement de revenu* | gagner ma vie | gagnez de l argent | heures de menage | heures declarees | menage declare* | declaree | declarees
        quelques heures pour | participation financiere | participation aux frais | petite participation | recompense en argent
        recompense financiere | petit billet | billet de $ | je paie bien | paie bien | paye bien | paierai* | payerai* | aide payee
        personne payee | payee # | paye # | payes # | loyer reduit | contre loyer | contre services | ce que vous voulez $ | ce qu il veut
        je facture | facture sur demande | facturation | references disponibles $ | ttc | hors taxe* | net de l heure | # net
        agrement qualite | services a la personne | abonnement mensuel | offert puis | ensuite $ | puis $ | minimum $ | sinon $ | les suivantes
        $ / h | $ / heure | $ / jour | $ / | # / h | # / heure | $ de l heure | $ de lheure | $ l heure | $ lheure | $ heure | $ par
        $ la | $ le | $ l | # l heure de | frais de deplacement | contre $ | en echange de $ | je prends $ | je prend $ | je demande $
        demande juste | je donne $ | je te paye | je te paie | je vous paye | je vous paie | je vous paierai | tarification | mes services de
        pour seulement | seulement $ | avec camion | cash | client | clients | clientes | clientele | petite somme | une somme | estimation
        demander combien | pas tres cher* | propose ses services | proposons nos services | petite entreprise | un prix
        vous ferai une offre | cherche heures | cherche des heures | cherche quelques heures | heures de jardinage | heures de repassage
        heures de bricolage | materiel en plus | produits en plus | deplacement offert | deplacement compris | votre budget | payement*
        payable* | # par visite | # par seance | # par heure | # par jour | # par semaine | # par mois | # par passage | # par trajet
        # par personne | # la seance | # la visite | # la corbeille | # la journee | # la demi | # la soiree | # la matinee | # la nuit
        # la piece | # l heure | - # % | # % pour | # % de reduction | reduction de # | gagner un peu d argent | me faire un peu d argent
        besoin de sous | quelques sous | un peu de sous | un peu d argent en | acompte | arrhes | a negocier | negociable* | a debattre | a convenir | a discuter | contrat declare
        employe* de maison | temps partiel | temps plein | plein temps | abonnement au | abonnement annuel | pas donne | pas pour rien
        contre un billet | contre billet | fins de mois | arrondi* | vacation* | astreinte* | au forfait | au kilometre | au metre | a la tache
        a l heure paye* | tarifaire | sans engagement | premiere seance offerte | offre speciale | disponible a l embauche | nouveaux eleves | caution de $ | bon de reduction
        # de l heure | # e de l heure | # e l heure | # e par | # e / h | # per hour | $ per | $ an hour | combien ca coute | combien coute votre
        combien demandez* | combien vous demandez | combien vous donnez | combien donnez* | combien vous prenez | combien prenez* | petite piece
        quelques pieces | petite enveloppe | facture fournie | envoie la facture | enverrai la facture | facturee* | facture a la | facture a l
        du liquide | payer d avance | paye d avance | paiement d avance | carte pcs | recharge pcs | coupon pcs | main d oeuvre # | main d oeuvre $
        moyennant | gratification* | gratifie* | thune* | fric | pognon | prix libre | participation libre | libre participation | au chapeau
        ce que vous pouvez donner | votre bon coeur | smic | cout horaire | siret | sarl | eurl | tva | promo | revenu complementaire
        complement de salaire | poste a pourvoir | embauche en | contre de l argent | contre un peu d argent | echange d argent | argent contre
        paylib | western union | mandat cash | titres services | bitcoin* | a louer | je revends | a vendre | bon prix | juste prix
        vis de mon travail | pas de benevolat | agreee deux places | nounou agreee | assistante maternelle agreee | contrat mensualise | mensualisee
        """)

    /// Payment, unless something near says that it is a purchase, a refund, or somebody else's bill.
    static let doubtful = phrases(
        """
        $ | par cheque | en cheque | payant | payante | payants | payantes | paye | payes | payee | payees | payer | paie | paies | payez | payons | paiement* | devis | commission | prix | facture sur | factures | # % | moins cher* | declare | declares | bien paye* | abonnement
        """)

    /// What makes a doubtful sentence harmless: a purchase and its refund, a loan, a bill, a thing already paid.
    static let harmless = phrases(
        """
        rembours* | ticket* | j avance | avance l argent | d avance | a l avance | l argent des courses | enveloppe | budget | vous rends | rends l argent
        monnaie exacte | monnaie est | rends la monnaie | dans la monnaie | la monnaie est difficile | deja paye* | deja regle* | la caisse | ma facture | une facture | la facture | les achats | vos achats | mes achats
        rien a payer | impot* | contrat | assurance* | mutuelle* | supermarche | nobel | du plombier | faire etablir | billet de train | timbre*
        reclame* | amende | fin du mois | finir le mois | n ai que | m a paye* | de mon toit | du toit | comprend* | comprends | comprendre | verifi*
        relire | lire les | a lire | m expliqu* | expliqu* | en ligne | sur internet | application | mensualite* | echeancier | caution | arnaque*
        carte cadeau | chez leclerc | carrefour | auchan | lidl | intermarche | super u | proprietaire* | charges | fait avoir | vole* | perdu
        garage | reparation | mon loyer | mes courses | mes achats | renouveler | retraite est | rsa | allocation* | aide sociale | colis
        edf | electricite | facture de | banque | caf | pension | taxe* | navigo | carte de bus | cagnotte | tombola | brocante | vide grenier*
        chequier | ticket de caisse | les billets | voici la monnaie | choisir un | bloque | bloquee
        demarche* | dossier | la mairie | supermarche* | boutique | magasin* | pharmaci* | boulang* | bureau de tabac | ma banque
        moyens de payer | peux pas payer | comparer | ne vois | les prix
        """)

    /// Never a trigger by themselves.
    static let allowed = phrases(
        """
        tarif social | tarif reduit | tarifs sociaux | tiers payant | mon salaire | fiche de paie | fiches de paie | feuille de paie | service client | entretien d embauche | un emploi du temps
        tarif* de telephone | forfait de telephone | forfait telephon* | forfait mobile | mon forfait | forfait internet | eu un prix | prix litteraire
        courses sont payees | achats sont payes | vous payez vos | payez vos courses | payez vos achats
        vente de gateaux | vente de charite | vente de solidarite | temps partiel therapeutique | offre d emploi a lire | lettre de motivation
        """)

    /// Before a word, in the same clause: it is denied.
    static let denials: Set<String> = [
        "pas", "sans", "aucun", "aucune", "ni", "jamais", "refuse", "refusons", "inutile", "rien", "surtout", "non",
    ]
    /// Right after it: « ne me payez pas », « je ne vends rien ».
    static let laterDenials: Set<String> = ["pas", "rien", "jamais", "aucun", "aucune"]

    /// Illness and treatment (G-04): not an errand to the pharmacy, nor what somebody cannot do.
    static let health = phrases(
        """
        chimio* | radiotherap* | cancer* | tumeur* | metasta* | leucemi* | alzheimer | parkinson | demence | diabet* | insulin* | seropositi* | vih | sida
        depressi* | depressif* | depressive* | antidepress* | anxiolyti* | neurolepti* | burn out | avc | infarctus | cardiaque* | autis* | epilep*
        opere du | operee du | sclerose* | xanax | lexomil | seresta | prozac | morphine | methadone | bipolaire* | schizophr* | alcoolique* | alcoolisme
        toxicoman* | covid* | enceinte | grossesse* | fausse couche | avortement | ivg | dialyse* | insuffisance renale | insuffisance cardiaque
        opere de | operee de | ete opere* | diagnosti* | mon traitement | sous traitement | traitement medical | traitement lourd | asthm*
        enfant handicape* | suis handicape* | handicape* moteur | handicap reconnu | fracture du | fracture de | fracture ouverte | insuffisance
        souffre de | souffre d | lombalgi* | maladie chronique | douleurs chroniques | malade du | malade des | gravement malade | prothese*
        ma maladie | sa maladie | longue maladie | arret maladie | osteopor* | rhumatism* | sciatique | hypertension | spondyl* | bronchit*
        pneumonie | embolie | phlebite | psoriasis | crohn | lupus | cirrhose | emphyseme | bpco | glaucome | dmla | hernie discale
        hepatite* | tuberculose | psychiatr* | psychotique* | suicid* | anorexi* | boulimi* | fibromyalgi* | endometrios* | trisomi* | maladie de
        maladie d | maladie mentale | troubles bipolaires | troubles psych* | greffe du | greffe de rein | pacemaker | stomie | incontinen*
        """)

    private static func phrases(_ table: String) -> [GuardPhrase] {
        table.split(whereSeparator: { $0 == "|" || $0 == "\n" }).compactMap { GuardPhrase(String($0)) }
    }
}
