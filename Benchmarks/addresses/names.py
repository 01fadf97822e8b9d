"""What French streets and communes are called after."""

WAYS = [
    ("Rue", 48), ("Chemin", 11), ("Impasse", 10), ("Avenue", 8), ("Allée", 8), ("Place", 4), ("Route", 4), ("Boulevard", 2), ("Square", 1),
    ("Quai", 0.5), ("Passage", 1), ("Cours", 0.4), ("Montée", 0.8), ("Ruelle", 0.6), ("Lotissement", 0.8), ("Résidence", 0.8), ("Sentier", 0.5),
]

# First name or title, then the name; a street has either the whole or the name alone.
PEOPLE = """Victor Hugo|Jean Jaurès|Louis Pasteur|Jules Ferry|Émile Zola|Léon Gambetta|Jean Moulin|Charles de Gaulle|Georges Clemenceau
Anatole France|Aristide Briand|Gabriel Péri|Marcel Cachin|Pierre Sémard|Paul Éluard|Louis Aragon|Guy Môquet|Danielle Casanova|Henri Barbusse
Pierre Curie|Marie Curie|Irène Joliot-Curie|Frédéric Mistral|Alphonse Daudet|Honoré de Balzac|Gustave Flaubert|Guy de Maupassant|Marcel Pagnol
Jean Giono|Albert Camus|Antoine de Saint-Exupéry|Jean Mermoz|Roland Garros|Louis Blériot|Hélène Boucher|Clément Ader|Charles Péguy
Paul Verlaine|Arthur Rimbaud|Charles Baudelaire|Alfred de Musset|Alfred de Vigny|Alphonse de Lamartine|François-René de Chateaubriand
Jean de La Fontaine|Jean Racine|Pierre Corneille|Blaise Pascal|René Descartes|Denis Diderot|Jean-Jacques Rousseau|François Rabelais
Pierre de Ronsard|Joachim du Bellay|Michel de Montaigne|Claude Debussy|Maurice Ravel|Hector Berlioz|Georges Bizet|Charles Gounod
Camille Saint-Saëns|Jean-Philippe Rameau|Frédéric Chopin|Édith Piaf|Jacques Brel|Georges Brassens|Claude Monet|Paul Cézanne|Auguste Renoir
Édouard Manet|Edgar Degas|Henri Matisse|Vincent van Gogh|Paul Gauguin|Auguste Rodin|Camille Claudel|Toulouse-Lautrec|Eugène Delacroix
Gustave Courbet|Général Leclerc|Maréchal Foch|Maréchal Joffre|Général de Gaulle|Maréchal Juin|Colonel Fabien|Commandant Charcot
Docteur Calmette|Docteur Schweitzer|Docteur Roux|Professeur Langevin|Abbé Grégoire|Abbé Pierre|Président Kennedy|Président Wilson
Président Roosevelt|Capitaine Guynemer|Lieutenant Colomb|Sergent Bobillot|Frères Lumière|Frères Montgolfier|Général Koenig|Maréchal Lyautey
Salvador Allende|Nelson Mandela|Martin Luther King|Rosa Parks|Simone Veil|Simone de Beauvoir|Olympe de Gouges|Louise Michel|George Sand
Lucie Aubrac|Germaine Tillion|Joséphine Baker|Marguerite Duras|Marie Laurencin|Rosa Bonheur|Flora Tristan|Berthie Albrecht|Colette
Voltaire|Molière|Stendhal|Montesquieu|Beaumarchais|Marivaux|La Bruyère|Bossuet|Fénelon|Mirabeau|Danton|Robespierre|Saint-Just|Hoche|Kléber
Marceau|Turenne|Vauban|Colbert|Richelieu|Mazarin|Sully|Bayard|Du Guesclin|Jeanne d'Arc|Vercingétorix|Charlemagne|Saint Louis|Henri IV
François Ier|Louis XIV|Ampère|Lavoisier|Arago|Laplace|Monge|Carnot|Condorcet|Buffon|Cuvier|Lamarck|Réaumur|Papin|Branly|Becquerel
Édouard Herriot|Édouard Vaillant|Jules Guesde|Léon Blum|Pierre Mendès-France|Jean Zay|Roger Salengro|Marx Dormoy|Ambroise Croizat
Benoît Frachon|Maurice Thorez|Jacques Duclos|Paul Vaillant-Couturier|Henri Wallon|Célestin Freinet|Jean Macé|Ferdinand Buisson
Youri Gagarine|Pablo Neruda|Pablo Picasso|Federico García Lorca|Wolfgang Amadeus Mozart|Jean-Sébastien Bach|Ludwig van Beethoven|Franz Schubert
Pierre Brossolette|Jean Bouin|Pierre de Coubertin|Alain Colas|Éric Tabarly|Jacques Cartier|Samuel de Champlain|Surcouf|Jean Bart|Duquesne
Philippe Lebon|Denfert-Rochereau|Ledru-Rollin|Jean-Baptiste Clément|Eugène Pottier|Eugène Varlin|Auguste Blanqui|Pierre Larousse|Émile Littré
Ferdinand de Lesseps|Gustave Eiffel|Marc Seguin|Joseph Vallier|Philibert Delorme|Ernest Renan|Hippolyte Taine|Edgar Quinet|Jules Michelet
Jules Verne|Alexandre Dumas|Théophile Gautier|Gérard de Nerval|Prosper Mérimée|Eugène Sue|Jules Vallès|Edmond Rostand|Saint-John Perse
André Malraux|André Gide|Paul Valéry|Paul Claudel|Robert Desnos|René Char|Jacques Prévert|Boris Vian|Georges Bernanos|François Mauriac"""

THINGS = """de la République|de la Liberté|de l'Égalité|de la Fraternité|de la Paix|de la Résistance|de la Libération|de la Victoire|du Stade
de la Gare|de l'Église|de la Mairie|de l'Hôtel de Ville|des Écoles|de l'École|du Collège|du Lycée|de l'Hôpital|du Cimetière|de la Poste
du Marché|de la Fontaine|du Lavoir|du Puits|du Moulin|du Moulin à Vent|du Four|du Four à Chaux|de la Forge|de la Tuilerie|de la Briqueterie
du Château|du Château d'Eau|du Donjon|des Remparts|de la Porte|du Pont|du Vieux Pont|du Gué|du Canal|de l'Écluse|du Port|de la Plage
des Pêcheurs|de la Rivière|du Ruisseau|de la Source|du Lac|de l'Étang|du Marais|des Prés|du Pré Vert|de la Prairie|des Champs|du Clos
du Grand Clos|des Vignes|du Vignoble|des Vergers|des Jardins|du Parc|du Bois|du Bois Joli|de la Forêt|de la Garenne|des Bruyères|des Genêts
des Tilleuls|des Lilas|des Acacias|des Marronniers|des Platanes|des Peupliers|des Chênes|des Charmes|des Érables|des Frênes|des Bouleaux
des Ormes|des Hêtres|des Sapins|des Pins|des Cèdres|des Cyprès|des Noyers|des Noisetiers|des Châtaigniers|des Cerisiers|des Pommiers
des Poiriers|des Pruniers|des Pêchers|des Amandiers|des Oliviers|des Figuiers|des Mûriers|des Roses|des Rosiers|des Violettes|des Iris
des Tulipes|des Jonquilles|des Glycines|des Hortensias|des Camélias|des Mimosas|des Lavandes|des Coquelicots|des Bleuets|des Primevères
des Hirondelles|des Mésanges|des Rossignols|des Alouettes|des Fauvettes|des Pinsons|des Merles|des Tourterelles|des Écureuils|du Loup
du 8 Mai 1945|du 11 Novembre 1918|du 11 Novembre|du 14 Juillet|du 19 Mars 1962|du 4 Septembre|du 6 Juin 1944|du 1er Mai|des Martyrs
des Déportés|des Fusillés|des Combattants|d'Alsace|de Lorraine|d'Alsace-Lorraine|de Bretagne|de Normandie|de Provence|de Savoie|de Bourgogne
d'Auvergne|de Picardie|de Champagne|de Verdun|de Stalingrad|de Valmy|d'Austerlitz|de Wagram|de Bir-Hakeim|de Paris|de Lyon|de Marseille
de Bordeaux|de Strasbourg|de Genève|de Rome|des Alpes|des Pyrénées|des Cévennes|du Vercors|du Ventoux|du Mont Blanc|de la Loire|du Rhône
de la Croix|de la Croix Blanche|de la Croix Rouge|du Calvaire|de la Chapelle|du Prieuré|de l'Abbaye|du Couvent|des Capucins|des Carmes
des Cordeliers|des Ursulines|du Presbytère|de l'Évêché|de la Cathédrale|Notre-Dame|du Soleil|du Soleil Levant|de Bellevue|de Beauregard
de Beauséjour|du Belvédère|du Panorama|du Plateau|de la Côte|du Coteau|des Collines|de la Colline|de la Montagne|de la Combe|du Vallon
de la Vallée|de la Plaine|du Centre|du Commerce|de l'Industrie|des Artisans|des Tanneurs|des Tisserands|des Forgerons|des Potiers
du Temple|de la Synagogue|de la Tour|du Beffroi|de l'Horloge|du Théâtre|du Musée|des Arts|des Sports|de la Piscine|de l'Europe|des Nations
des Droits de l'Homme|de la Fédération|de l'Union|du Progrès|de l'Avenir|de la Concorde|de l'Espérance|du Général|des Quatre Vents
des Trois Fontaines|des Deux Ponts|des Cinq Chemins|du Petit Bois|du Grand Pré|de la Grande Fontaine|du Petit Moulin|du Gros Chêne
de la Vieille Église|du Vieux Moulin|du Bas Village|du Haut Bourg|du Bout du Monde|de la Belle Étoile|du Point du Jour|du Fond"""

SAINTS = """Jean|Pierre|Paul|Martin|Michel|André|Antoine|Laurent|Étienne|Nicolas|Jacques|Joseph|Georges|Roch|Vincent|Éloi|Hilaire|Germain
Maurice|Sébastien|Barthélemy|Christophe|Denis|Didier|Exupère|Félix|Ferréol|Fiacre|François|Genès|Gervais|Gilles|Hippolyte|Honorat|Julien
Léger|Louis|Marcel|Mathieu|Maur|Médard|Nazaire|Ouen|Pancrace|Priest|Quentin|Rémy|Romain|Saturnin|Symphorien|Théodore|Thibault|Victor|Vivien"""
HOLY = "Anne|Claire|Catherine|Marguerite|Marie|Thérèse|Geneviève|Agathe|Barbe|Cécile|Colombe|Eulalie|Foy|Hélène|Radegonde|Suzanne"

RIVERS = "Isère|Drôme|Durance|Garonne|Dordogne|Charente|Vienne|Creuse|Sarthe|Mayenne|Somme|Oise|Marne|Moselle|Meurthe|Ardèche|Vézère|Yonne"
COUNTRIES = "en-Royans|en-Bresse|en-Forez|en-Velay|en-Vexin|en-Caux|en-Vercors|de-Médoc|du-Désert|du-Bois|des-Champs|des-Prés|la-Forêt|le-Vieux"
TOWN_ROOTS = """Villeneuve|Châteauneuf|Montfort|Beaumont|Rochefort|Neuville|Chaumont|Clermont|Pontcharra|Montreuil|Vaux|Fontenay|Chatillon
Belmont|Bellegarde|Grandville|Mirebel|Montmorin|Roquebrune|Castelnau|Aubigny|Champagny|Lussac|Marsac|Florac|Blanzac|Cognac|Nérac|Juvignac
Vitry|Ivry|Clichy|Antony|Savigny|Montigny|Martigny|Marigny|Thorigny|Levigny|Corbigny|Gouvieux|Herblay|Argenton|Meudon|Verdun|Lourdon"""

STARTS = """mal|mon|val|fon|pra|bois|cham|bel|bru|cou|cor|cra|dan|ef|fal|gar|gra|haut|is|jar|lan|lau|lou|mar|mer|mir|nan|or|pey|pin|pla|pont|
puy|quer|ra|roch|rou|sa|sau|ser|sol|tal|thi|tour|tra|ver|vil|vi|bar|ber|blan|bon|bou|cas|cau|cha|chau|clu|co|com"""
MIDDLES = "||||a|ber|de|e|fe|gan|i|la|le|li|lo|ma|mi|na|ne|no|ra|re|ri|ro|ta|te|ti|ve|vi|ta|cha|bou|so"
ENDINGS = """ac|ade|age|aille|al|an|ange|ard|as|at|aud|ay|ec|el|elle|enc|ères|erie|ès|et|ette|eux|ey|ez|ier|ière|iers|ieu|igny|in|ine|ois|olle|on|
onne|ot|otte|oux|uis|ul|ule|ure|y"""
QUALITIES = "Grand|Petit|Haut|Bas|Vieux|Long|Clos|Mas|Pré|Champ|Bois|Mont|Col|Puy|Roc|Camp"


def parts(text):
    return [part for line in text.splitlines() for part in line.strip().split("|") if part]
