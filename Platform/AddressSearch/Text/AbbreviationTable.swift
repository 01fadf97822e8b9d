/// On each line a word and the ways to shorten it.
enum AbbreviationTable {
    /// Never anything else, wherever they stand.
    static let sure = """
        abbe abb
        avenue av ave aven
        batiment bat
        boulevard bd bld blvd bvd boul bvard
        capitaine cpt cpne
        chaussee chs chee
        commandant cdt cmdt
        esplanade esp espl
        faubourg fbg fg
        general gal gen gnl
        grand gd gr grd
        grande gde
        grands gds
        impasse imp
        jardin jard
        lieutenant lt lieut
        madame mme
        mademoiselle mlle
        montee mte
        petit ptit
        place pl plce
        president pdt
        professeur prof
        quartier quart
        residence resid
        rond rpt
        route rte rt
        ruelle rle
        saint st snt
        sainte ste
        saintes stes
        saints sts
        sergent sgt
        square sq
        traverse trav
        venelle ven
        vieux vx
        village vge
        villa vla

        """

    /// Sure at the beginning of a name, where the kind of way stands.
    static let beginnings = """
        allee all allees
        carrefour car
        chemin ch che chem chm
        cours cos crs cr
        lotissement lot
        passage pas pass
        promenade prom
        quai q qu
        residence res
        rue r
        zone za zi zac zae

        """

    /// Possible when somebody types them.
    static let possible = """
        capitaine cap
        chateau ch
        colonel col
        commandant com
        dame nd
        docteur dr doc
        domaine dom
        freres fr frs
        hameau ham
        marechal mal mar
        mont mt
        notre nd
        petit pt
        petite pte
        pont pt
        porte pte
        president pres
        professeur pr
        quartier qu
        resistance res
        sente sen
        sentier sen
        """
}
