"""Sentences that say how people met, such as "it was good to talk after the panel".

Plain patterns in seven languages, for anybody to read and doubt. A sentence counts if it speaks of
a past encounter, of shared work or study, or of who brought the two together; a wish to meet and a
bare "nice to meet you" do not. Most messages hold none of the telling words and are done at once.
"""

import re

_LONGEST = 200  # characters of a sentence that is kept
_SENTENCE_END = re.compile(r"(?<=[.!?\u2026])\s+|\s*[\r\n\u2028]+\s*")
_MARKS = str.maketrans(dict.fromkeys(',.;:!?()\n\r"', " "))
_LANGUAGES = (  # the telling words, without one of which none of the patterns below fits
    (  # English
        """
        met meeting spoke talked chatted talking chatting speaking worked working sat saw heard
        enjoyed loved liked attended introduced introduction recommended referred suggested
        mentioned studied classmate classmates colleague colleagues roommate roommates
        presentation keynote panel lecture workshop touch name bumped
        """,
        r"""
        we(?:'ve| have| had)? (?:\w+ )?(?:met|spoke|talked|chatted|worked|studied|sat|crossed paths)
        we (?:\w+ )?(?:bumped into|were introduced|were both at|were colleagues|were classmates)
        i (?:\w+ )?met you|when i met|since we(?: last)? (?:met|spoke|talked)
        (?:nice|good|great|lovely|fun|pleasure) (?:\w+ )?(?:meeting|talking|speaking) (?:\w+ )?you
        (?:nice|good|great|lovely|fun) (?:\w+ )?(?:chatting|catching up|working) (?:\w+ )?(?:you|us)
        (?:enjoyed|loved|glad|thanks for|thank you for) (?:\w+ )?(?:meeting|talking|speaking)
        was (?:\w+ ){0,2}(?:good|great|nice|lovely|pleasure|fun) to (?:meet|see|talk|speak|chat)
        (?:nice|good|great|lovely|pleasure) to (?:meet|see) you (?:at|in|during|on|after)
        (?:nice|good|great|lovely|pleasure) to (?:meet|see) you (?:last|yesterday|today|this)
        (?:enjoyed|loved|liked|attended|heard|saw) you (?:speak|talk|present)
        (?:enjoyed|loved|liked|attended|heard) your (?:\w+ )?(?:talk|presentation|keynote|panel)
        (?:enjoyed|loved|liked|attended|heard) your (?:\w+ )?(?:lecture|workshop|session)
        introduced (?:us|me to you|you to me)|put us in touch|mentioned (?:your name|you to me)
        gave me your (?:name|card|contact|number)
        (?:recommended|referred) (?:you to me|me to you)
        (?:recommended|suggested) (?:that )?i (?:contact|reach out|talk|speak|connect|get in touch)
        (?:former|old|ex)[ -](?:colleague|classmate|roommate|team ?mate)s?
        worked (?:together|with you|side by side)
        """,
    ),
    (  # German
        """
        getroffen kennengelernt kennenzulernen kennenlernen begegnet gesprochen unterhalten
        gearbeitet zusammengearbeitet studiert empfohlen vorgestellt gesehen gespräch austausch
        vortrag kollege kollegin kommilitone kommilitonin
        """,
        r"""
        wir (?:haben|hatten) uns\b.{0,80}\b(?:getroffen|gesehen|kennengelernt)
        wir (?:haben|hatten) uns\b.{0,80}\b(?:unterhalten|gesprochen)
        (?:haben|hatten) wir uns\b.{0,80}\b(?:getroffen|gesehen|kennengelernt)
        (?:haben|hatten) wir uns\b.{0,80}\b(?:unterhalten|gesprochen)
        (?:sind|waren) (?:wir )?uns\b.{0,80}\bbegegnet
        (?:gefreut|schön|nett|toll)\b.{0,40}\bkennenzulernen
        (?:gefreut|schön|nett|toll)\b.{0,40}\b(?:kennengelernt|getroffen|gesprochen) zu haben
        dank\w*\b.{0,20} für (?:\w+ ){1,3}(?:gespräch|austausch|vortrag)
        (?:zusammen|gemeinsam) (?:gearbeitet|studiert)|zusammengearbeitet
        (?:ehemalig|früher)\w* (?:kolleg|kommiliton)\w+
        hat\b.{0,40}\b(?:sie|dich|uns)\b.{0,40}\b(?:empfohlen|vorgestellt)
        """,
    ),
    (  # French
        """
        rencontré rencontrés rencontrée rencontrées croisé croisés croisées parlé discuté
        travaillé étudié échangé recommandé conseillé présenté présentés collègue collègues
        camarade camarades
        """,
        r"""
        nous (?:nous )?(?:étions|sommes)(?: \w+){0,3} (?:rencontré|croisé|parlé)\w*
        nous (?:avions|avons)(?: \w+){0,3} (?:rencontré|croisé|parlé)\w*
        nous (?:avions|avons)(?: \w+){0,3} (?:discuté|travaillé|étudié|échangé)
        (?:ravie?|heureux|heureuse|plaisir) (?:de |d')(?:vous |t')?avoir (?:rencontré|parlé)\w*
        (?:m'a|nous a) (?:\w+ )?(?:recommandé|parlé de (?:toi|vous)|présentés?|conseillé)
        ancien(?:ne)?s? (?:collègue|camarade)s?
        """,
    ),
    (  # Spanish
        """
        conocimos conocerte conocerle conocido vimos hablamos coincidimos encontramos presentó
        presentaron trabajamos estudiamos recomendó contacto charlar hablar charla ponencia
        """,
        r"""
        nos (?:conocimos|encontramos|vimos|presentó|presentaron)
        (?:hablamos|coincidimos|trabajamos juntos) (?:en|durante|después|tras|el|la|hace)
        (?:gusto|placer|alegría|encantad[oa])(?: de| en)? haber(?:te|le|os|la|lo) conocido
        fue un (?:placer|gusto) (?:conocer|hablar|charlar)\w*
        me (?:recomendó|habló de ti|dio tu contacto|pasó tu contacto)
        """,
    ),
    (  # Italian
        """
        conosciuti conosciute conosciuto conosciuta incontrati incontrate incontrato incontrata
        visti parlato lavorato studiato consigliato presentato presentati intervento contatto
        """,
        r"""
        ci (?:siamo|eravamo) (?:\w+ )?(?:conosciut|incontrat|vist|parlat)\w+
        abbiamo (?:\w+ )?(?:lavorato|studiato|parlato)
        piacere (?:di )?aver(?:ti|la|vi) (?:conosciut|incontrat)\w+
        mi ha (?:consigliato|parlato di (?:te|lei)|dato il (?:tuo|suo) contatto)
        """,
    ),
    (  # Portuguese
        """
        conhecemos conhecer conhecê-lo conhecê-la falamos conversamos trabalhamos estudamos
        recomendou apresentou contato falar conversar palestra
        """,
        r"""
        n[oó]s (?:nos )?(?:conhecemos|encontramos|falamos)
        (?:trabalhamos|estudamos) junt[oa]s|conversamos (?:no|na|em|durante|depois)
        foi (?:um prazer|ótimo|muito bom|bom) (?:te )?(?:conhecer|falar|conversar|conhecê)[\w-]*
        me recomendou|nos apresentou|me passou (?:o )?seu contato
        """,
    ),
    (  # Dutch
        """
        ontmoet ontmoetten gesproken spraken gewerkt samengewerkt gestudeerd aanbevolen
        voorgesteld kennis naam oud-collega collega presentatie lezing
        """,
        r"""
        (?:we|wij) (?:hebben|hadden) (?:elkaar|samen)\b.{0,80}\b(?:ontmoet|gesproken)
        (?:we|wij) (?:hebben|hadden) (?:elkaar|samen)\b.{0,80}\b(?:gewerkt|gestudeerd)
        hebben (?:we|wij) (?:elkaar|samen)\b.{0,80}\b(?:ontmoet|gesproken|gewerkt|gestudeerd)
        (?:we|wij) (?:spraken|ontmoetten) elkaar
        (?:leuk|fijn|goed|prettig) (?:om )?(?:je|u|jou) (?:\w+ ){0,5}(?:ontmoet|gesproken)
        heeft (?:me|mij) (?:\w+ )?(?:aanbevolen|voorgesteld|jouw naam|uw naam)
        (?:oud-collega|voormalige? collega)\w*
        """,
    ),
)
_ENGLISH = 0
_TELLING_PAIRS = (" to meet", " to see", " to talk", " to speak", " to chat")  # English, too
_TELLING = {word: place for place, (words, _) in enumerate(_LANGUAGES) for word in words.split()}
_MET = tuple(
    re.compile(
        " (?:{})(?!\\w)".format("|".join(filter(None, map(str.strip, patterns.split("\n")))))
    )
    for _, patterns in _LANGUAGES
)


def hint_in(text: str) -> str:
    """Return the first sentence of a message that says how the two met, "" if there is none.

    `text` is plain: no markup. A sentence of more than 200 characters is cut around the telling
    words.
    """
    lowered = text.lower()
    words = lowered.translate(_MARKS).split()
    if _TELLING.keys().isdisjoint(words) and not any(pair in lowered for pair in _TELLING_PAIRS):
        return ""
    languages = sorted({_TELLING[word] for word in words if word in _TELLING} | {_ENGLISH})
    for sentence in _SENTENCE_END.split(text):
        bare = f" {sentence.lower().translate(_MARKS)}"
        for language in languages:
            if found := _MET[language].search(bare):
                begin = max(0, min(found.start() - _LONGEST // 4, len(sentence) - _LONGEST))
                return sentence[begin : begin + _LONGEST].strip()
    return ""
