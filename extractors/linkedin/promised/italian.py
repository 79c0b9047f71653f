"""Promises in Italian."""

from extractors.linkedin.promised.language import language
from extractors.linkedin.promised.romance import STATE
from extractors.linkedin.sentences import alternatives

ITALIAN = language(
    """
        la lo ti le vi ve te glielo gliela gli mando invio spedisco giro inoltro passo faccio
        faremo chiamo avviso scrivo rispondo richiamo ricontatto cerco trovo porto presto metto
        presento collego consiglio prenoto preparo condivido aggiungo correggo leggo guardo
        controllo verifico chiedo sento parlo contatto raccolgo finisco sollecito riferisco
        organizzo vedo provo torneremo torno fammi mi me lascia ci promesso prometto contaci
        avrai avrà riceverà riceverai manderò farò metterò presenterò girerò leggerò cercherò
        chiederò scriverò invierò parlerò darò provvedo provvederò vedrò informerò spediremo
        invieremo manderemo dirò vostre vostri vostra vostro tuo tua suo sua sto parte partirà
        non occupo aggiorno verificherò controllerò confermo segnalerò porterò
    """,
    alternatives(
        r"""
        <you><it><deed>
        (?:ti|le|vi|te lo|te la|te li|te le|ve lo|ve la|glielo|gliela) (?!<state> )<verb>
        (?:ti|le|vi|la) (?!<state> )+(?:iamo|amo)
        mi <verb> per (?:te|lei|voi)|ci sto lavorando
        io <deed>|<deed> io|(?:ci|vi|ti) +o io
        poi vi +o|farò (?:un|qualche|due|alcune) … per (?:te|lei|voi)
        (?:ti|le|vi|te lo|te la|te li|glielo|gliela|ve lo|ve la) (?!<idle> )+rò
        (?:ti|le|vi|glielo|gliela) (?!<idle> )+remo
        (?:ti|le|vi|glielo) (?:prepariamo|mandiamo|inviamo|facciamo|diamo|giriamo|spediamo) … +
        <sure>
        (?:lo|la|li) (?!<idle> )+rò
        (?!<idle> )+(?:rò|remo) … <yours>|dirò (?:a|al|alla|ai|agli) +|faccio in modo
        <future>
        (?:fammi|mi faccia|mi permetta di|permettimi di|lasciami|mi lasci|lascia che|
        lasci che) <look>
        (?:ti|le|vi) (?:fammi|lascia)
        me ne (?:occupo|incarico|occuperò)|ci penso (?:io|e)
        mi (?:informo|incarico|informerò|attivo)
        mi faccio (?:vivo|viva|sentire)|mi farò (?:vivo|viva|sentire)
        mi metto (?:subito )?(?:al lavoro|lì)
        ti scrivo per (?:fissare|concordare|organizzare|sentirci)
        (?:torneremo|torno|tornerò) (?:presto |subito |poi )*(?:da|con) +
        torneremo … con +
        (?:sto preparando|sto cercando di|sto scrivendo la) … +
        (?:avrai|avrà|avrete|riceverà|riceverai|riceverete) (?:mie|nostre|una mia|il mio|
        il nostro|la) … +
        (?:avrai|avrà|avrete|riceverà|riceverai) … <when>
        (?:lo|la|li) (?:trovi|ricevi|hai|avrai) … <when>
        (?:ti|le|vi) (?:arriva|arrivano|arriverà|arriveranno) … (?:da parte mia|<when>)
        contaci|conta su di me|consideralo fatto
        (?<=^ )(?:te lo |ve lo )?(?:promesso|prometto)(?= )|te lo prometto
        (?:fattura|pacco|lettera|ordine|campione) (?:parte|partirà) … <when>
        non mancherò di
        """,
        {
            "you": "(?:ti_|le_|la_|vi_|te_|ve_|glie)",
            "yours": "tuo tua tuoi tue suo sua suoi sue te vostr+",
            "it": "(?:lo_|la_|li_|ne_)?",
            "deed": """
                mando invio spedisco giro inoltro passo(?!_(?:a_salut)) do(?!_(?:ragione))
                dico(?=_(?:poi|domani|qualcosa|dopo)) dico(?=_$)
                faccio(?!_(?:i_|gli_auguri|i_complimenti|tanti)) aggiorno avviso chiamo telefono
                scrivo(?!_(?:per|perché|in_merito|da|riguardo|a_proposito)) scrivo(?=_$) rispondo
                richiamo ricontatto trovo recupero porto presto
                lascio(?=_(?:il|la|lo|i|le|un|una|tutto)) metto presento(?!_(?:le_mie|i_miei))
                collego consiglio(?=_(?:volent)) prenoto preparo condivido
                aggiungo(?=_(?:alla|al|subito|io)) correggo rileggo leggo guardo controllo
                confermo(?=_$) cerco riferisco racconto candido procuro restituisco fotocopio
                esporto carico propongo rimando organizzo passo_a_+ faccio_+ farò_+ segnalo
                """,
            "idle": """
                sarò avrò potrò andrò ricorderò dimenticherò vedrò rivedrò mancherò riconoscerò
                ringrazierò aspetterò aspetteremo saremo sarò attenderò penserò
                """,
            "sure": """
                (?:mando|invio|giro|inoltro|preparo|carico|recupero|prenoto)_+
                chiedo_(?:a|al|alla|alle|ai|in_giro|agli|all'+) prenoto_+
                controllo_(?:e|il|la|subito|e_+) controllo(?=_$) verifico(?=_$) verifico_+
                sento_(?:la|il|con|gli|i|l'+) parlo_(?:con|oggi|domani) lunedì_parlo ne_parlo_con
                raccolgo_+ contatto_(?:l'+|il|la|i|subito) correggo_+ sollecito_+ finisco_+
                vedo_(?:cosa|se|che_cosa|di) guardo_(?:con|la|il|se|subito|tutto)
                leggo_(?:la|il|subito) provo_a_+ cerco_di_+
                faccio_(?:l'intro|io|da_tramite|il_possibile|sapere|avere|le_presentazioni|
                spedire) condivido_(?:il|la|subito) scrivo_(?:ai|a_+|io|al|alla) riferisco
                organizzo_+ preparo_(?:il|la|subito) passo_(?:il_tuo|la_tua) e_condivido
                lo_condivido mi_informo_+ ti_faccio_un esporto_+ cerco_l'articolo cerco_+_nel
                domani_vi_presento e_rispondo rileggo_+ prenoto_io
                """,
            "future": """
                manderò invierò farò_(?:avere|io|da|il|in_modo|le|del|sapere|una|un) metterò_+
                presenterò girerò leggerò cercherò_+ chiederò_(?:a|al|alla|ai)
                scriverò_(?:a|al|ai|alla|una|la) parlerò_(?:con|bene|di) darò_(?:un|una)
                provvederò provvedo vedrò_(?:di|cosa|se) spediremo invieremo manderemo daremo_+
                verificherò controllerò preparerò porterò organizzerò informerò segnalerò
                condividerò consiglierò dirò_(?:a|loro) contatterò prenoterò inoltrerò
                """,
            "state": STATE,
            "verb": r"\w{3,}o",
            "look": """
                guardare vedere controllare sentire chiedere verificare pensarci parlarne pensare
                ti_presenti le_presenti vi_presenti ti_metta la_metta consultare cercare
                +_un_attimo sentire_+ chiedere_+
                """,
            "when": """
                entro domani oggi stasera stamattina questa_+
                (?:lunedì|martedì|mercoledì|giovedì|venerdì) (?:sabato|domenica) la_prossima
                a_breve in_(?:casella|giornata|settimana) prima_+ al_più_tardi presto
                nei_prossimi al_massimo
                """,
        },
    ),
    alternatives(
        r"allego|in allegato|non(?! mancherò)|mai|nessuno|niente|nemmeno|te lo dico io|ho|avevo"
        r"|per favore"
    ),
)
