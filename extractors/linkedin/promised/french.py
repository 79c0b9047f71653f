"""Promises in French."""

from extractors.linkedin.promised.language import language
from extractors.linkedin.sentences import alternatives

FRENCH = language(
    """
        je j'y j'essaie j'étudie j'exporte j'en j'envoie j'écris j'appelle j'organise j'irai
        j'essaierai j'enverrai j'écrirai j'appellerai j'apporterai jte jvais jvous jt'envoie
        laisse-moi laissez-moi permettez-moi nous vous tu promis c'est on part partira suivra
        suivront compte j'ajoute j'apporte j'amène j'attends j'informe
    """,
    alternatives(
        r"""
        <i><me><you><them><deed>
        <i><them><sure>
        <i><them><you><them>(?!<state> )(?:+e|+s|+ds|+ts)
        (?:nous|on) <you><them>(?!<state> )(?:+ons|rappelle|envoie|contacte|recontacte|transmet|
        tient|fait|prépare)
        <i>(?:+e|+s) … pour (?:toi|vous|nous)
        (?:et|puis) (?:te |t'|vous )(?:<infinitive>|(?!<state>)+(?:er|ir)) (?:le|la|les|un|une|
        ce|cet|cette|des|ton|votre)
        <i>(?:nous |y )<them>(?:trouve|cherche|réserve|prépare|organise|prends|cale|bloque) +
        <i><me>(?!<idle> )+rai … <yours>
        (?:et|puis|ensuite) (?:te |t'|vous |leur |lui )(?!<state> )+(?:e|s)
        <i>(?:le |la |les |l')(?:joins|ajoute|mets|glisse|publie|fais|corrige|vérifie|prépare|
        termine)
        <i>(?:le |la |les |l')(?:regarde|lis|signe|poste|demande|relance)
        nous (?!<idle> |<state> )+rons … (?:ton|ta|tes|votre|vos|le|la|les)
        <i>vais (?!être |avoir |bien )+ … <yours>
        <i><me><them><surely>
        <i><me><you><them>(?!<idle> )+rai
        <i>(?:vais|vais aussi|vais bien|vais juste) <them>(?:<infinitive>|en toucher)
        (?:jvais|j'vais) <them><infinitive>
        <i>vais <you><them>(?!<idle> )+(?:er|ir|re)
        <i>(?:essaie|essaierai|vais essayer|tâcherai|ferai en sorte|tâche) (?:de |d'|que )… +
        <i>(?:me charge|m'occupe|m'en occupe|m'en charge|m'en occuperai|m'en chargerai|m'y mets)
        <i>(?:me renseigne|m'informe|me renseignerai|me penche)
        <i>(?:ne manquerai pas|n'oublierai pas|ne t'oublie pas) de +
        <i>reviens (?:vers|vite|très vite) +|<i>reviendrai (?:vers)?
        je suis dessus|j'y réfléchis|j'y réfléchirai|j'y travaille
        j'(?:étudie|exporte|envoie|enverrai|écrirai|apporte|organise|essaie|appelle|ajoute) … +
        (?:laisse-moi|laissez-moi|permettez-moi de|permets-moi de) <them><look>
        nous (?:vous|te) ?… (?!<idle> )+rons|nous (?:reviendrons|reviens) vers
        nous (?:vous|te) <them><weoffer>
        (?:tu|vous) (?:auras|aurez|recevras|recevrez|reçois|recevez) … <bywhen>
        (?:tu|vous) (?:auras|aurez|recevras|recevrez) (?:notre|nos|mon|ma|mes|de mes) +
        (?:tu|vous) (?:l'as|l'aurez|l'auras|les aurez|les auras) … <bywhen>
        c'est comme si c'était fait|compte sur moi|comptez sur moi
        (?<=^ )(?:c'est )?promis(?= )(?! juré)
        (?:part|partira|partiront|partent) (?:dès )?(?:demain|lundi|mardi|mercredi|jeudi|
        vendredi)
        (?:suivra|suivront|suivent) … +
        """,
        {
            "yours": "ton ta tes votre vos toi",
            "i": r"(?:je_|j'|j(?=te|vous))",
            "me": r"(?:ne_|me_|m')?",
            "you": r"(?:te_|t'|vous_|toi_|leur_|lui_)",
            "them": r"(?:(?:(?:te|vous|le|la|les|lui|leur|en|y)_)|t'|l'){0,3}",
            "deed": """
                envoie transfère transmets passe donne fais tiens recontacte appelle téléphone
                écris contacte réponds dirai dis redis préviens signale communique confirme
                cherche retrouve(?=_(?:le|la|les|ton|votre|un|une|ce|cette)) trouve
                rappelle(?!_(?:que)) réserve propose présente mets connecte branche apporte amène
                prête vire rembourse renvoie dépose partage recommande ajoute inscris prépare
                informe raconte photocopie poste laisse_(?:un|la|le) garde rends expédie adresse
                montre glisse communique mail invite fixe refais relance répète
                """,
            "sure": """
                transfère_(?:le|la|les|ton|votre|ta|tes|vos|ça|cela)
                (?:transmets|prépare|corrige|relance|rédige|complète|publie|envoie|transfère)_+
                réserve_+ vérifie demande_(?:à|au|aux|autour) vois_(?:ça|cela|avec|si|ce)
                regarde_(?:ça|ce|si|ton|votre|dès) regarderai corrige_+ rassemble_+ termine_+
                relis_+ parle_(?:à|au|aux|avec|de) contacte_+ lis_(?:ça|ton|votre) prépare_+
                reviens_(?:vers|vite) rappelle(?=_$) cherche_(?:ça|dans) demanderai
                fais_(?:suivre|le_nécessaire|l'intro|les_présentations|une_recherche|passer)
                renvoie_+ complète_+ prends_le_temps_de_+ prends_contact_+ relance_+ finis_+
                donne_des_nouvelles organise_+ consulte_+
                """,
            "surely": """
                enverrai transmettrai ferai_(?:suivre|parvenir|les|l'+|en|de|un|le|ça|mon)
                apporterai lirai relirai présenterai vérifierai parlerai tiendrai rembourserai
                laisserai relaierai glisserai contacterai demanderai regarderai chercherai
                écrirai appellerai donnerai mettrai proposerai préparerai recommanderai
                réserverai partagerai transférerai renverrai corrigerai
                passerai_(?:te|vous|le|la|les|ton|votre|un) dirai occuperai chargerai confirmerai
                répondrai préviendrai organiserai relancerai nommerai posterai
                """,
            "infinitive": """
                voir_(?:ce|si|avec|ça) chercher demander regarder relancer vérifier consulter
                parler envoyer transmettre transférer relire lire préparer organiser contacter
                écrire appeler rappeler faire_(?:suivre|en|le|les|passer|parvenir|un) réserver
                essayer trouver retrouver confirmer corriger partager poster mettre_+ présenter
                proposer recommander rassembler m'en_occuper me_renseigner en_parler finir
                réfléchir donner répondre
                """,
            "idle": """
                oublie+ souviendrai rappellerai verrai reverrai remercie+ souhaite+ reconnaîtrai
                attendrai manque+ ennuyer aime+ être revoir voir remercier souhaiter embêter
                déranger raconter_pas pourrai retrouverai serai aurai
                """,
            "state": """
                remercie remercions remercie souhaite souhaitons prie prions demande demandons
                félicite félicitons embrasse aime aimais adore attends attendons crois comprends
                connais dois suis laisse vois voyais rejoins pense salue saluons dis écris
                conseille suggère invite invitons présente quitte plains envie admire soutiens
                en_prie serais aurais voulais pensais ai informons retrouve ennuie dérange
                rappelle_(?=que) rappelle(?=_que) avons sommes devons voudrais pourrais enverrais
                donnerais reste trouve_(?=très|bien) rends confirme sais comprends avais étais
                """,
            "look": """
                vérifier regarder consulter demander voir réfléchir chercher présenter mettre
                contacter parler envoyer y_réfléchir faire_les faire_l' faire_un
                """,
            "weoffer": """
                envoyons préparons faisons tenons contactons recontactons donnons proposons
                transmettons expédions adressons
                """,
            "bywhen": """
                de_ma_part d'ici avant demain au_plus_tard cette_+ la_semaine fin_+ dans_+
                ce_soir lundi mardi mercredi jeudi vendredi samedi dimanche
                """,
        },
    ),
    alternatives(
        r"""
        ci-joint|ci-jointe|pièce jointe|pas(?! de vous| de te)|jamais|rien|aucun|aucune
        (?:écris|contacte) (?:pour|car|suite|au)
        (?:écris|contacte) (?:parce|concernant|afin|à propos)|présente mes|te le dis(?= $)
        ne(?! manquerai)|n'(?!oublierai)+
        """
    ),
)
