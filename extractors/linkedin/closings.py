"""Words that look like a request and await nothing, in the notation of `sentences`.

"Let me know if you have any questions", "give my regards to Ruth", "if you ever come to Tallinn".
"""

from extractors.linkedin.sentences import alternatives

POLITE = {
    "en": alternatives(
        r"""
        (?:give|send|pass on|say) … (?:my|our) (?:regards|love|best|greetings)
        say (?:hi|hello) to|take care|(?:ignore|disregard) (?:my|the|this|that)
        find (?:attached|enclosed|below)|one of these days|some ?day
        (?:let (?:me|us) know|feel free|reach out|call|ask|contact|shout|write) … (?:if|when|
        should) (?:you|there|i|we) (?:have|need|can|ever|should|are|is|run|get|want|require|feel|
        may) … <closing>
        (?:if|should) you (?:ever|have any|need|require|should) … (?:let (?:me|us) know|shout|
        call|contact|reach)
        if you(?:'re| are)? (?:ever|come|ever come|ever need|ever find yourself) … +
        feel free|(?:don't|do not) hesitate|any time(?= $)|let me know how (?:it|you|things) … +
        """,
        {
            "closing": """
                questions question anything help something concerns support assistance town
                around need else information details
                """
        },
    ),
    "de": alternatives(
        r"""
        (?:grüß|grüße|grüßen sie) +|finden sie (?:anbei|im)|irgendwann|gruß an
        ignorier+|nicht beachten|entschuldig+ (?:die|den|das)|komm (?:gut|gesund)|kommen sie gut
        (?:bei|für) (?:weiteren |weitere |eventuellen )?(?:rück)?fragen … +
        stehe(?:n)? … (?:gerne?|jederzeit|zur verfügung) … +
        (?:melde|melden|ruf|rufen) (?:dich|sie|euch|mich|sich) … (?:gerne?|jederzeit|einfach|
        wenn|falls)
        (?:wenn|falls|solltest|sollten) … (?:mal |je |einmal )?(?:in|fragen|hilfe|brauchst|
        brauchen|etwas) … (?:melde|meld|sag|sagen|ruf|rufen)
        (?:sag|gib|sagen sie|geben sie) (?:mir )?bescheid (?:falls|wenn) ich … +|sag bescheid wie
        """
    ),
    "fr": alternatives(
        r"""
        embrasse(?:z)? +|salue(?:z)? +|(?:veuillez trouver|trouverez|trouveras) +
        (?:ignorez|ignore) +|ne (?:tiens|tenez) pas compte|un de ces (?:jours|quatre)|bonjour à +
        passe(?:z)? (?:une|de|un) +
        n'hésite(?:z)? pas|(?:reste|restons|suis) à (?:votre|ta) disposition
        (?:dis|dites|fais|faites)-(?:moi|nous) (?:savoir |signe )?si (?:je|tu as besoin|
        vous avez besoin|nous|besoin) … +
        si (?:tu|vous) (?:passes|passez|viens|venez|as besoin|avez besoin|avez des questions|
        as des questions) … +
        (?:dis|dites|raconte|racontez)-(?:moi|nous) comment (?:ça|cela|c') … +
        """
    ),
    "es": alternatives(
        r"""
        (?:dale|dele|da|dé|dales) (?:recuerdos|saludos|un abrazo|un beso)|saluda a
        un día de estos|algún día|adjunto (?:encontrará|encontrarás|le|te|va)
        (?:ignora|ignore) (?:el|mi|este)|no hagas? caso
        (?:no dude|no dudes|quedo a (?:su|tu)|estoy a (?:su|tu)) … +
        (?:avísame|avíseme|dime|llámame|escríbeme) … si (?:te |le )?(?:puedo|necesitas|necesita|
        tienes|hay) … +
        si (?:algún día|alguna vez|necesitas|necesita|tienes alguna|tiene alguna|pasas|
        vienes) … +
        (?:llámame|escríbeme) cuando quieras|cuéntame cómo
        """
    ),
    "it": alternatives(
        r"""
        (?:salutami|saluta|salutamela|salutala|saluti a|dai un bacio) … +|uno di questi giorni
        in allegato (?:trov+|il|la|le|i)|trova in|(?:ignora|ignori) (?:il|la|pure)
        (?:resto|rimango|sono) a (?:tua |sua |vostra )?disposizione|non esit+|quando vuoi(?= $)
        (?:fammi|mi faccia|fatemi) sapere … se (?:posso|hai bisogno|ha bisogno|ti serve|le serve|
        serve|ci sono) … +
        se (?:passi|passa|vieni|hai bisogno|ti serve|hai domande|ha domande|dovessi) … +
        (?:raccontami|fammi sapere|dimmi) com'è … +
        """
    ),
    "pt": alternatives(
        r"""
        (?:cumprimentos|beijos|lembranças|um abraço) (?:à|ao|a|para|pra) +|um dia destes
        qualquer dia|em anexo (?:encontr+|segue|vai|o|a)|(?:ignora|ignore) (?:a|o|as|os|minha)
        (?:fico|estou|estamos|ficamos) à (?:sua |tua )?disposição|não hesit+
        quando quiser(?:es)?(?= $)
        (?:me avisa|avisa-me|me diga|diz-me|me diz|fala) … se (?:eu )?(?:puder|precisar|
        precisares|posso|houver|tiver|tiveres) … +
        se (?:um dia|algum dia|precisar|precisares|tiver|tiveres|passares|vieres|vier) … +
        (?:me conta|conta-me|me diz) como (?:foi|correu) … +
        """
    ),
    "nl": alternatives(
        r"""
        negeer +|de groeten|groetjes aan|vindt u|een keertje een|bijgaand
        (?:bel|neem|mail|laat|schroom|vraag) … gerust|gerust(?= $)|schroom niet
        (?:mocht|mochten) (?:u|je|jij|jullie|er) … +|voor vragen … +
        (?:laat|hoor) … (?:als|wanneer) (?:ik|je iets|u iets|u nog|je nog|er iets) … +
        (?:als|wanneer) (?:je|u) (?:ooit|vragen|iets nodig|nog vragen|in de buurt) … +
        (?:vertel|laat) (?:me|weten|eens) … hoe het (?:ging|gaat|was) … +
        """
    ),
}
