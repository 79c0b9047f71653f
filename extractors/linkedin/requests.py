"""How one asks without a question mark, in seven languages, in the notation of `sentences`.

`REQUESTS` ask for something, `CASUAL` are questions of people who set no marks at all.
"""

from extractors.linkedin.sentences import alternatives

REQUESTS = {
    "en": alternatives(
        r"""
        would (?:really )?(?:love|like|appreciate) (?:a|an|some|your|the|another)
        tell me (?:by|before)
        (?:keen|curious|eager|interested) to (?:hear|know|learn) +|grateful for (?:a|any|your) +
        (?:i|we) (?:still |just )*need (?:a|an|some) … <answer>
        would be (?:much |greatly )?(?:appreciated|welcome)
        (?<=^ )(?:hello |hi |hey )*(?:is|are) (?:this|it|that|there|these|they) +
        you don't happen to
        (?:we|i) (?:ask|request|urge|invite) you to|any (?:thoughts|ideas|feedback|news) on
        (?:would|it'd|it would) be (?:so |really |very )?(?:good|great|nice|helpful|ideal|
        lovely) (?:to know|if you|to have your|to get your)
        appreciate (?:it )?(?:if|your|a|any) +
        (?<=^ )(?:so |hi |hello )?(?:could|would|can|will) (?:you|u) +
        (?<=^ )(?:drop|shoot|ping|give|bring|pick) (?:me|us) +|need a hand
        could (?:do with|use) your
        (?<!will )(?<!'ll )(?<!to )let (?:me|us) know|please <request>|kindly +|please(?= $)
        (?:could|can|would|will) (?:you|we|i) (?:please|kindly|also|maybe|possibly|+) … please
        (?:i'd|i would|we'd|we would) … (?:appreciate|be grateful|be thankful|welcome your)
        (?:i'd|i would|we'd|we would|would) (?:really )?(?:love|like|be keen|be glad|
        be happy) … <hear>
        (?:we'd|we would|i'd|i would) … (?:delighted|honou?red|thrilled) if
        would (?:really )?love to have you
        wondering (?:if|whether|how|what|who|when)|(?:i|we) (?:was|were) hoping
        wonder (?:if|whether)
        (?<=^ )(?:just |quick |gentle )?(?:checking in|following up|reminder)
        (?:give|drop|shoot) me (?:a|an) (?:call|ring|line|message|e?-?mail)
        call me(?: back)?(?= )
        (?<=^ )(?:so |and |then |just )?(?:send|text|e?-?mail|tell|show|forward|pass) (?:me|us) +
        rsvp|you(?:'re| are) (?:\S+ )?invited|join us (?:on|for|at|in)|save the date
        (?:point|introduce|refer|connect) (?:me|them|us) to
        if you (?:know|can think) of (?:any|some)+
        (?:get|come) back to me|awaiting your|(?:your|a) (?:reply|answer|response|feedback) by
        (?:looking|look) forward to (?:your (?:reply|answer|response|feedback)|hearing from you)
        let's … (?:on|at|next|this|some time|tomorrow|tonight) +
        (?:i|we) (?:still )?need (?:your|you to)|tell me (?:what|whether|if|when|how|which|who)
        have a look at … and|fill in the|confirm (?:that you|whether|if|your)
        say the word|(?:add|send|sign|fill) … (?:back|and return)
        """,
        {
            "answer": "decision answer reply response confirmation feedback yes go-ahead approval",
            "request": """
                (?!ignore|disregard|find|don't|do_not|note|accept|feel|see|take_care|enjoy|
                excuse|give_my| say_hello|forgive|be_|never|keep_up|extend|convey|pass_on_my)+
                """.replace("\n", "").replace(" ", ""),
            "hear": """
                your
                to_(?:invite|interview|ask|know|hear|talk|speak|learn|understand|discuss|offer|
                make_you) to_(?:publish|pick|feature|include|book|hire|have_you) it_if
                to_schedule to_arrange
                """,
        },
    ),
    "de": alternatives(
        r"""
        (?:hätte|hätten) (?:ich |wir )?(?:gern|gerne)|(?:ich|wir) (?:hätte|hätten) … gerne?
        (?:gespannt|neugierig) (?:was|wie|ob|wer)
        (?:brauche|brauchen|benötige|benötigen) … <answer>
        (?:ist|sind) (?:das|der|die|es|ihr|dein) … noch (?:zu haben|frei|da|verfügbar|aktuell|
        zu vergeben)
        bitte(?= $)|wir bitten (?:sie|dich|euch|um)|wird … (?:gebeten|geschätzt|begrüßt)
        erzähl(?:t)? mal
        (?:gut|schön|toll|super|nett|hilfreich|klasse) wäre
        wäre (?:gut|schön|toll|super|nett|hilfreich|klasse) (?:wenn|zu|ob)
        (?<=^ )(?:schick|sag|gib|schau|ruf|schreib|nenn|bring|schickt|sagt|gebt) (?:mir|uns|mal|
        ihm|ihr) +
        (?<=^ )(?:könnten|könntest|würdest|würden|hätten|hättest|dürfte) (?:du|sie|ich|ihr) +
        (?<=^ )komm … (?:zum|zu|vorbei|am|mit)|(?<=^ )sag ob
        bitte (?!ignorier|entschuldig|nicht|beacht|sehr|schön|verzeih|grüß|um entschuldigung|
        um verz)+
        +(?:e|en|st|t)? (?:sie |mir |uns )?(?:doch |mal |noch |kurz )?bitte(?! sehr| schön)
        (?:um|über) … (?:antwort|rückmeldung|rückruf|bestätigung|einschätzung|
        feedback) … (?:wird|freu|dankbar|bis|)+
        (?:um|über) (?:antwort|rückmeldung|rückruf|bestätigung|eine antwort|eine rückmeldung|
        nachricht)
        (?<!ich )(?:sag|sagt|sagen sie|gib|gebt|geben sie) (?!dir |ihnen |euch )… (?:bescheid|ob|
        was|wann|wie|welche|wer)
        sag einfach bescheid|teilen sie … mit|teil(?:e|t)? (?:mir|uns) … mit
        (?:lass|lasst|lassen sie) (?:mich|uns|es mich) … wissen
        (?<!das )(?:wäre|wären) … (?:dankbar|verbunden|nett|toll|super|hilfreich|schön wenn sie|
        schön wenn du)
        (?:würde|würden) (?:mich|uns) … (?:freuen|interessieren)
        (?:würde|würden|möchte|möchten|wollte|wollten|hätte|hätten) … <want>
        (?:bräuchte|bräuchten|brauche|brauchen) … (?:noch|deine|deinen|dein|ihre|ihren|ihr|eure)
        (?:wollte|wollten) … (?:fragen|wissen|nachfragen|erinnern)|ich hatte gehofft
        frage mich ob
        (?<!ich )(?:ruf|rufen sie) (?!dich |sie |euch )… (?:an|zurück|durch)
        (?:schick|schicken sie|sende|senden sie|schreib) (?:mir|uns|es)
        (?:laden|lade) (?:sie|dich|euch) … ein|lade dich|laden sie herzlich|eingeladen
        (?:falls|wenn) (?:dir|ihnen|euch) jemand … einfällt|kennst du jemand|weißt du jemand
        lass(?:t)? uns … (?:tag|+tag|morgen|woche|am|um|nächste|treffen|telefonieren|essen)
        komme … zurück … (?:offen|rechnung|anfrage)|anfragen ob|schau … (?:über|an) … und sag
        (?:gib|geben sie) … (?:tipp|rückmeldung|feedback)
        """,
        {
            "answer": "entscheidung antwort rückmeldung zusage bestätigung angabe angaben freigabe",
            "want": """
                einladen interviewen austauschen unterhalten kennenlernen sprechen fragen
                wissen(?!_lassen) erfahren einen_rat deine_meinung ihre_meinung gewinnen
                dabeihaben auf_dem_podium bitten abdrucken ein_angebot_machen begrüßen treffen
                """,
        },
    ),
    "fr": alternatives(
        r"""
        (?:j'aimerais|j'aurais aimé|nous aimerions) (?:bien )?(?:un|une|le|la|votre|ton|ta)
        (?:préviens|prévenez|avertis|dis-le|dites-le)-moi
        (?:curieux|curieuse|impatient|impatiente) de (?:savoir|connaître)
        est-ce (?:que|toujours|encore|possible) +
        (?:souhaiterait|aimerait|voudrait|souhaite) (?:connaître|avoir|savoir)
        (?:serait|seraient) (?:bienvenue?s?|appréciée?s?|utiles?)
        (?:besoin d'|besoin de|faut) … <answer>
        (?:nous|je) vous (?:demandons|demande|prions|prie) de (?!bien vouloir agréer|croire|
        recevoir)+
        ce serait (?:bien|super|top|sympa|génial|utile) (?:de savoir|si tu|si vous|que tu|
        que vous|d'avoir)
        (?<=^ )(?:envoie|envoyez|donne|donnez|viens|venez|regarde|regardez|appelle|appelez|écris|
        rappelle) +
        (?:pourriez|auriez|pourrais|aurais|accepteriez|seriez)[ -](?:vous|tu) +|saurais gré
        saurions gré
        merci (?:de|d')(?: me| m'| nous| le| la| bien vouloir)? ?(?!ne |votre|notre|vos|avoir|
        être|m'avoir|t'être|l'avoir)\S+(?:er|ir|re|oir)
        merci d'(?!avoir|être)\S+(?:er|ir|re)
        (?:dis|dites|redis|redites|faites|fais)-(?:moi|nous)|(?:tenez|tiens)-moi au courant
        (?:envoie|envoyez|passe|passez|rappelle|rappelez|donne|donnez|appelle|appelez|
        écris)-(?:moi|nous)
        (?:serais|serions|suis|serait) … (?:reconnaissant|reconnaissante|curieux|curieuse)
        (?:serais|serions) (?:ravi|ravie|ravis|heureux|heureuse|enchanté|honoré)+ … (?:de vous|
        de te|que|si)
        (?:j'aimerais|aimerais|aimerions|souhaiterais|souhaiterions|souhaitons|voudrais|
        voudrions|aurais voulu) … <want>
        (?:voulais|voudrais) (?:te |vous )?(?:savoir|demander)|me demandais (?:si|comment)
        j'espérais
        réponse (?:souhaitée|attendue)|dans l'attente|j'attends (?:ton|ta|votre|vos|de)
        en attente de
        (?:êtes|es) (?:cordialement )?(?:conviée?s?|invitée?s?)
        il (?:me|nous) (?:faut|manque|faudrait)|n'(?:oublie|oubliez) pas de (?:me|m'|nous)
        si tu penses à quelqu'un|si vous connaissez quelqu'un|si tu connais quelqu'un
        s'il (?:te|vous) (?:plaît|plait)|stp|svp
        (?:me permets|permettez-moi) de (?:revenir|vous relancer|vous demander|te relancer|
        vous rappeler)
        regarde … et dis
        (?:on|prenons|déjeunons|voyons-nous) … (?:lundi|mardi|mercredi|jeudi|vendredi)
        jette(?:z)? un œil|veuillez (?!agréer|recevoir|croire|trouver|noter|accepter|excuser)+
        """,
        {
            "answer": "décision réponse confirmation retour accord validation",
            "want": """
                avoir_+ t'inviter vous_inviter échanger vous_avoir t'avoir interviewer savoir
                te_faire vous_faire publier discuter vous_rencontrer te_voir vous_interviewer
                postuler parler
                """,
        },
    ),
    "es": alternatives(
        r"""
        (?:me|nos) vendría(?:n)? (?:bien|genial)|curiosidad (?:por|de) saber
        me pregunto (?:si|qué|cómo)|se agradece(?:ría)? +
        (?:necesito|necesitamos) … <answer>
        solicit(?:o|amos) +|(?:será|sería) bienvenid+
        (?:estaría|sería|vendría|iría) (?:muy )?(?:bien|bueno|genial|ideal|útil) (?:saber|que|si|
        tener)
        <start>(?:pásame|mándame|envíame|dame|dime|ven|venid|venga|tráeme|manda|envía) +
        (?:espero|aguardo|en espera de|a la espera de) (?:tu|su|tus|sus|una|noticias|vuestra) +
        por favor|porfa|porfis
        <start>(?:dime|dígame|díganos|decidme|avísame|avíseme|confírmame|confírmeme)
        (?:y|e) (?:dime|dígame|avísame)|tú dirás|dímelo|(?:hágame|háganos|hazme) saber|me dices
        le(?:s)? (?:ruego|rogamos|pido|pedimos)|se ruega|te pido|rogamos
        (?:agradecería|agradeceríamos|agradezco) (?:que|sus|tus|mucho|tu|su|un|una|cualquier)
        estaría (?:muy |sumamente )?agradecid+
        (?:me|nos) (?:gustaría|encantaría|haría ilusión|interesaría) … <want>
        (?:quisiera|quisiéramos|querría|querríamos|quería|queríamos) … <want>
        quería (?:saber|preguntar+)|tenía la esperanza|me preguntaba si|esperaba que
        quedo (?:pendiente|a la espera)|espero tu (?:respuesta|confirmación)|espero su respuesta
        (?:mándame|mándeme|envíame|envíeme|pásame|llámame|llámeme|échale|escríbeme|devuélvemelo)
        (?:me falta|me faltan|necesito) … (?:tu|tus|su|sus)|si se te ocurre alguien
        si conoces a alguien
        está(?:s)? … invitad+|te invito a|le invitamos
        (?:le escribo|te escribo) (?:de nuevo|otra vez)|a ver si … (?:quedamos|tomamos|nos vemos)
        """,
        {
            "answer": "decisión respuesta confirmación aprobación",
            "start": r"(?<=^_)",
            "want": """
                invitar+ entrevistar+ saber charlar hablar hacerle contar_con presentarme tenerla
                tenerlo publicar conocer su_opinión tu_opinión proponer+ preguntar+ que_+ reunir+
                ofrecer+
                """,
        },
    ),
    "it": alternatives(
        r"""
        (?:avvisami|avvisatemi|dimmelo|ditemelo|fatemelo sapere|avvertimi)
        (?:mi|ci) farebbe comodo
        curios+ di (?:sapere|sentire)|(?:mi|ci) (?:serve|servono|occorre) … <answer>
        (?:chiedo|chiediamo) (?:di|cortesemente|gentilmente)|sarebb+ gradit+|gradirebbe
        vorrebbe (?:sapere|conoscere|avere)
        sarebbe (?:bene|bello|utile|ottimo|meglio|bellissimo) (?:sapere|se|che|avere)
        (?<=^ )(?:manda|mandami|vieni|venite|passami|dammi|portami|invia|scrivimi|chiama) +
        in attesa di
        per (?:favore|piacere|cortesia)|(?:la|vi|ti) prego|si prega|(?:la|vi) preghiamo
        (?:dimmi|mi dica|ditemi|ci dica|fammi sapere|mi faccia sapere|facci sapere|
        ci faccia sapere|fatemi sapere)
        fammelo sapere|fammi uno squillo
        (?:sarei|saremmo) (?:molto |davvero )?(?:grat|riconoscent|curios|liet|felic)+
        gradirei|gradiremmo|è gradit+|attendo (?:una|un|la|il|tua|sua)+
        (?:resto|in|rimango in) attesa di
        (?:vorrei|vorremmo|mi piacerebbe|ci piacerebbe|ci farebbe piacere|
        mi farebbe piacere) … <want>
        volevo (?:chiedert|sapere|chiederl|chiederv)+|volevo sapere|speravo (?:che|di)
        mi chiedevo se
        (?:mandami|mandamelo|inviami|chiamami|richiamami|scrivimi|passami|rimandamelo|girami)
        dai un'occhiata … e dimmi
        (?:mi|ci) (?:serve|servono|manca|mancano) … (?:tuo|tua|suo|sua|il|la|ancora)
        (?:è|sei|siete) (?:\S+ )?invitat+|torno (?:su|sulla) +|se ti viene in mente qualcuno
        se conosci qualcuno
        """,
        {
            "answer": "decisione risposta conferma approvazione",
            "want": """
                invitar+ intervistar+ sapere chieder+ candidarmi farle averla averti averlo
                confrontarmi pubblicare conoscere parlare un_suo un_tuo sentire proporti proporle
                incontrar+
                """,
        },
    ),
    "pt": alternatives(
        r"""
        (?:dava|daria)-me jeito|me (?:dava|daria) jeito|seria útil|(?:divulgue|partilhe) e
        curios+ (?:para|por|em|de) saber|(?:preciso|precisamos) … <answer>|solicit(?:o|amos) +
        (?:seria|será) bem-vind+
        seria (?:bom|ótimo|útil|ideal|legal|bem) (?:saber|se|que|ter)
        (?<=^ )(?:manda|mande|envia|envie|vem|venha|passa|passe|dá-me|traz) (?!um abraço|
        cumprimentos)+
        agu?ardo (?:as|os|a|o|suas|tuas|notícias|breve|uma) +
        por favor|por gentileza|se faz favor|pf(?= )
        (?<!ele )(?<!ela )(?<!que )(?:me|nos) (?:diz|diga|digam|avisa|avise|fala|fale|conta|
        conte|manda|mande|envia|envie|liga|ligue)
        (?:diz|diga|avisa|avise|manda|mande|envia|envie|liga|ligue|fala|conta)-(?:me|nos)
        (?:agradeço|agradecia|agradeceria|agradecemos|agradecíamos) … (?:que|os seus|o seu|a sua|
        seu|sua|se|+)
        fic(?:aria|o) (?:muito )?grat+|seria (?:uma honra|um prazer|ótimo se)
        pedimos (?:que|-lhe)|peço (?:que|-lhe)
        (?:gostaria|gostaríamos|gostava|gostávamos|adoraria|adoraríamos) (?:muito )?de <want>
        (?:queria|queríamos|quero) (?:te |lhe )?<want>|tinha (?:a )?esperança|será que
        fico (?:à espera|no aguardo|aguardando)
        aguardo (?:o|a|seu|sua|teu|tua|resposta|retorno|confirmação)
        (?:preciso|precisamos) (?:do|da|de) (?:teu|tua|seu|sua)
        (?:me|nos) falta (?:o|a) (?:teu|tua|seu|sua)
        (?:está|estás|estão) convidad+|confirme (?:a|o|se|que)
        volto a (?:escrever|contactar|insistir)
        se (?:pensares|pensar|lembrar|conheceres|conhecer) (?:em |de )?alguém|é só falar
        dá uma (?:olhada|vista)
        """,
        {
            "answer": "decisão resposta confirmação aprovação",
            "want": """
                te_convidar convidá+ convidar+ entrevist+ saber conversar trocar me_candidatar
                lhe_fazer fazer+ tê+ publicar conhecer falar perguntar+ ouvir propor+ que_+
                a_sua_opinião te_fazer
                """,
        },
    ),
    "nl": alternatives(
        r"""
        (?:hoort|verneemt|ontvangt) … graag
        (?<=^ )(?:bel|mail|app|stuur|kijk|zeg) (?:even|maar even|eens)
        (?:zou|zouden) … willen|geef … seintje|zeg het (?:me|even|alleen|maar)
        benieuwd (?:wat|hoe|of|wie|naar)
        (?:wordt|worden) … (?:op prijs gesteld|gewaardeerd|verwacht)
        (?:heb|hebben) … <answer> … nodig|(?:is|zijn) (?:dit|dat|het|deze|die) nog
        verzoek(?:en)? (?:wij|ik|u)
        zou (?:fijn|mooi|handig|goed|leuk|top|prettig) zijn (?:te weten|als|om|voor)
        (?<=^ )(?:stuur|geef|kom|zeg|kijk|breng|vertel) (?!me gerust|goed|gerust|rustig)+ +
        (?:antwoord|reactie|bericht) … tegemoet|in afwachting van
        (?:hoor|verneem|ontvang|ontvangen|vernemen|horen) (?:ik|we|wij)? ?… graag
        graag (?:vernemen|verneem|horen|hoor|ontvang|ontvangen)
        graag (?:uw|je|jullie) +|(?:ik|we|wij) (?:hoor|horen) (?:het )?graag
        (?<!ik )(?<!en )laat (?:me|mij|ons|maar|even|het me|het ons|het mij|het maar|
        het even) … weten
        zeg (?:maar|het maar|me|even)
        (?:alstublieft|alsjeblieft|aub|a u b|svp|gelieve +)
        (?:wilt|wil|zou|zoudt) (?:u|je|jij) +
        (?:zou|zouden) … (?:waarderen|op prijs|blij zijn|dankbaar|fijn vinden|helpen als)
        (?:zou|zouden|wil|willen|wilde|hebben) (?:u |je |jou |jullie )?… graag … <want>
        vroeg (?:me|mij) af|ik hoopte (?:dat|op)
        ben(?: ik)? benieuwd (?:hoe|of|wat|naar uw|naar je)
        (?:bel|mail|stuur|app|schrijf|vertel|geef) (?:me|mij|ons) (?!gerust|rustig)+
        (?:ik|we|wij) (?:mis|missen) nog|(?:heb|hebben) … (?:je|jouw|uw) … nodig
        (?:bent|zijn|ben) … uitgenodigd|nodig (?:je|u|jullie) … uit
        als je iemand (?:kent|te binnen|weet)
        kom … terug op … (?:factuur|vraag|offerte|mail)|kijk(?:t)? (?:je|u) even
        laten we … (?:+dag|afspreken|morgen|volgende)
        """,
        {
            "answer": "beslissing antwoord bevestiging akkoord reactie",
            "want": """
                uitnodigen interviewen sparren weten spreken vragen ontmoeten een_aanbod
                in_het_panel verwelkomen solliciteren kennismaken uw_mening je_mening plaatsen
                horen doen
                """,
        },
    ),
}
CASUAL = {
    "en": alternatives(
        r"""
         is there (?:a|an|any|some|anyone|someone) +
         (?:what|where|who|when|why|how)(?:'s|
         s| is| are| do| did| does| would| will| can| should|much| long| many) +
        (?:can|could|would|will|did|do|does|are|have|is|was) (?:you|u|ya|we|i|there|it|they|he|
        she) +
        (?:can|could) (?:you|u) +|may i|should (?:i|we)|shall (?:i|we)
        any (?:chance|news|idea|update)
        (?<=^ )(?:hey |hi )?(?:know|got|fancy|free|up) (?:any|a|for|on) +|which +
        """
    ),
    "de": alternatives(
        r"""
        (?:kannst|könntest|hast|bist|willst|magst|möchtest|weißt|kennst|kommst|wirst|würdest|
        machst|gehst|hättest) (?:du|+) … +
        (?:was|wann|wo|wie|wer|warum|welche+|wieviel) (?:ist|sind|würdest|machst|hast|war|geht|
        kommst|viel|lange|nimmst|kostet) … +
        gibt es (?:eine?n?|noch|da|schon) +
        (?:könnt ihr|habt ihr|können sie|könnten sie|haben sie|darf ich|soll ich|sollen wir|
        gibt es|passt)
        """
    ),
    "fr": alternatives(
        r"""
        (?<=^ )(?:dis |hey |et |alors |salut )?(?:tu|vous) (?:peux|pouvez|pourrais|viens|connais|
        connaîtrais|prendrais|as|sais|veux|es|fais|penses) … +
        (?:y a-t-il|il y a moyen|y aurait-il) … +
        (?:pourriez|pouvez|peux|pourrais|avez|auriez|as)[ -](?:vous|tu) … +
        (?:c'est quoi|est-ce que|combien|quel|quelle|quand|comment|pourquoi|où) … +
        (?:peux-tu|pouvez-vous|as-tu|avez-vous|es-tu|viens-tu|sais-tu|pourrais-tu)
        """
    ),
    "es": alternatives(
        r"""
        (?:sigue|siguen|está|están) (?:todavía |aún )?(?:disponible|libre|en pie|abierta|abierto)
        (?<=^ )(?:oye |hola |y |me |nos )*(?:puedes|podrías|puede|conoces|vienes|tienes|sabes|
        quieres|vas|has|estás|puedo) … +
        (?<=^ )hay (?:alguna?|algún|alguien|forma|manera) +
        (?<=^ )(?:me|nos) (?:das|pasas|dices|dejas|prestas|mandas|envías|echas|haces) … +
        (?:cuánto|cuanto|cuál|cual|cuándo|cuando|dónde|donde|quién|qué|cómo) … +
        """
    ),
    "it": alternatives(
        r"""
        è ancora (?:disponibile|libero|libera|valido|valida|in vendita)
        (?<=^ )(?:senti |ciao |e |mi |ci )*(?:puoi|potresti|può|conosci|vieni|hai|sai|vuoi|vai|
        posso|sei) … +
        c'è (?:modo|un modo|qualcuno|ancora|speranza) … +
        (?<=^ )(?:mi|ci) (?:dai|passi|presti|dici|mandi|fai|giri|porti) … +
        (?:quanto|qual|quale|quando|dove|chi|cosa|come) … +
        """
    ),
    "pt": alternatives(
        r"""
        ainda (?:está|estão) (?:disponível|livre|de pé|à venda)
        (?<=^ )(?:oi |olá |e |ó pá |me )*(?:você|vc|tu|vcs)? ?(?:pode|podes|poderia|conhece|
        conheces|vens|vem|tens|tem|sabe|sabes|quer|queres|vai|vais|posso) … +
        (?<=^ )há (?:alguma?|algum|alguém|como|jeito|forma) +
        (?<=^ )(?:me|nos) (?:passa|dá|manda|empresta|diz|envia|traz|arranja) … +
        (?:quanto|qual|quando|onde|quem|que horas|como) … +
        """
    ),
    "nl": alternatives(
        r"""
        is er (?:een|iemand|nog|misschien|al) +
        (?:kun|kan|kunt|ken|kom|heb|ga|weet|wil|zou|ben|moet|denk) (?:je|jij|u|jullie) … +
        (?:mag|kan|zou|moet|zal) (?:ik|we) … +
        (?:wat|waar|wanneer|hoe|wie|welke|waarom|hoeveel) (?:is|zijn|zou|ga|heb|kost|doe|was|
        vraag|moet|laat) … +
        """
    ),
}
