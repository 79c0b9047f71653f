"""Sentences that say how people met, such as "it was good to talk after the panel".

Plain patterns in seven languages, for anybody to read and doubt. A sentence counts if it speaks of
a past encounter, of shared work or study, or of who brought the two together; a wish to meet, a
question whether they met and a bare "nice to meet you" do not, nor does "we have never met". What
denies is looked for in the clause of the telling words alone, so that "I hope you are well, it was
great meeting you" counts. Most messages hold none of the telling words and are done at once.
"""

import re

_LONGEST = 200  # characters of a sentence that is kept
_SENTENCE_END = re.compile(r"(?<=[.!?\u2026])\s+|\s*[\r\n\u2028]+\s*")
_MARKS = str.maketrans(dict.fromkeys(',.;:!?()\n\r"¿¡\u2013\u2014', " ") | {"\u2019": "'"})
# of each language: the telling words, without one of which no pattern fits, the patterns of having
# met, and what denies them: a no, a wish, a condition, a time to come, or (where the find ends) a
# colleague of somebody else
_LANGUAGES = (
    (  # English
        """
        met meeting spoke talked chatted talking chatting speaking worked working sat saw heard
        seen spoken enjoyed loved liked attended introduced introduction recommended referred
        suggested mentioned studied classmate classmates colleague colleagues roommate roommates
        presentation keynote panel lecture workshop touch name bumped pleasure finally
        """,
        r"""
        we(?:'ve| have| had)? (?:not only |\w+ )?met{theirs}{duty}
        we(?:'ve| have| had)? (?:\w+ )?(?:spoke|talked|chatted|worked){others}
        we(?:'ve| have| had)? (?:\w+ )?(?:studied|sat|crossed paths)
        we (?:\w+ )?(?:bumped into|were introduced|were both at|were colleagues|were classmates)
        i (?:\w+ )?met (?:with )?you
        (?:nice|good|great|lovely|fun|pleasure) (?:\w+ )?(?:meeting|talking|speaking) (?:\w+ )?you
        (?:nice|good|great|lovely|fun) (?:\w+ )?(?:chatting|catching up|working) (?:\w+ )?(?:you|us)
        (?:enjoyed|loved|glad|{thanks} for) (?:\w+ )?(?:meeting|talking|speaking){us}
        was (?:\w+ ){0,3}{good} to (?:\w+ )?(?:meet|see) (?:with |both of |all of )?you{news}
        was (?:\w+ ){0,3}{good} to (?:\w+ )?(?:talk|speak|chat)(?! (?:\w+ )?(?:to|with) (?!you))
        {good} to have (?:\w+ )?(?:met|seen|spoken|talked|chatted) (?:(?:to|with) )?you{news}
        {good} to (?:meet|see) you (?:at(?! last)|during|on|after|last|yesterday|today|this){later}
        {good} to (?:meet|see) you in (?:\w+ ){1,3}(?:last|yesterday|earlier|recently|the other)
        (?:enjoyed|loved|liked|attended|heard|saw) you (?:speak|talk|present)
        (?:enjoyed|loved|liked|attended|heard) your (?:\w+ )?(?:talk|presentation|keynote|panel)
        (?:enjoyed|loved|liked|attended|heard) your (?:\w+ )?(?:lecture|workshop|session)
        introduced (?:us|me to you|you to me)|put us in touch|mentioned (?:your name|you to me)
        gave me your (?:name|card|contact|number)
        (?:recommended|referred) (?:you to me|me to you)
        (?:recommended|suggested) (?:that )?i (?:contact|reach out|talk|speak|connect|get in touch)
        {peer}
        worked (?:together|with you|side by side)
        """,
        r"""
        never|not(?! (?:only|just|long|so long))|\w+n't|(?:do|did|have|had)nt|cannot|nor|neither
        nobody|no one|none|hardly|barely|otherwise
        yet(?! we)|ever(?! since)|almost|nearly|would|could|should|might|will (?:be|have)|\w+'ll
        \w+'d (?:be|love|like|have)|wish|wished|hope|hoped|hoping|if|whether|unless|once we
        looking forward|(?:have|had|did) we
        (?:our|his|her|their|another|some) (?:\w+ )?{peer}\Z
        (?<!as )(?<!are )(?<!were )my (?:\w+ )?{peer}\Z
        (?<!am )(?<!i'm )(?<!i was )(?<!as )(?<!from )an? (?:\w+ )?{peer}\Z
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
        r"""
        nie|niemals|nicht(?! (?:nur|irre|täusche))|kein\w*|kaum|fast|beinahe|würde\w*|könnte\w*
        möchte\w*|hoff\w*|(?:wenn|falls)(?! ich mich)|ob|wäre\w*|hätte\w*|wünsch\w*|nächste\w*
        bald|(?<!heute )(?<!gestern )morgen|wird|werde
        (?:mein|unser|sein)\w* (?:\w+ )?(?:ehemalig|früher)\w* \w+\Z
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
        r"""
        ne|n'\w+|jamais|pas|serai[st]|aimerais|aurai[st]|voudrais|pourr(?:ait|ais|ions)|si
        souhait\w*|esp[éè]r\w*|prochain\w*|demain|bientôt
        (?:mon|mes|notre|nos|son|ses|une?) ancien(?:ne)?s? \w+\Z
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
        r"""
        no(?! s[oó]lo)|nunca|jamás|tampoco|todavía|aún|si|ojalá|sería|gustaría|quisiera|podría\w*
        espero|esperamos|próxim\w*|(?<!esta )mañana|hubiera\w*|habría\w*
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
        r"""
        non(?! solo)|mai|se|sarebbe|vorrei|potremmo|potrebbe|spero|speriamo|magari|piacerebbe
        avrei|avremmo|prossim\w*|domani
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
        r"""
        não(?! só)|nunca|jamais|nem|ainda|se|seria|gostaria\w*|poderia\w*|espero|tomara
        próxim\w*|amanhã
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
        (?:we|wij) (?:spraken|ontmoetten) elkaar(?! (?:nog )?(?:nooit|niet))
        (?:leuk|fijn|goed|prettig) (?:om )?(?:je|u|jou) (?:\w+ ){0,5}(?:ontmoet|gesproken)
        heeft (?:me|mij) (?:\w+ )?(?:aanbevolen|voorgesteld|jouw naam|uw naam)
        (?:oud-collega|voormalige? collega)\w*
        """,
        r"""
        nooit|niet(?! alleen)|geen|zou|zouden|hoop|hopen|wens\w*|als|indien|volgende?|binnenkort
        (?:mijn|onze|een) (?:\w+ )?(?:oud-collega|voormalige? collega)\w*\Z
        """,
    ),
)
_ENGLISH = 0
_TELLING_PAIRS = (" to meet", " to see", " to talk", " to speak", " to chat")  # English, too
_TELLING = {word: place for place, (words, _, _) in enumerate(_LANGUAGES) for word in words.split()}
_NAMED = {  # parts of the English patterns
    "{good}": "(?:nice|good|great|lovely|fun|pleasure)",
    "{thanks}": "(?:thanks|thank you)(?: so much| very much| again| a lot)?",
    "{peer}": "(?:former|old|ex)[ -](?:colleague|classmate|roommate|team ?mate)s?",
    "{us}": r"(?= (?:\w+ ){0,3}(?:you|me|us)(?!\w)| (?: |$|at|in|during|after|last|yesterday)|$)",
    "{news}": r"(?!'| (?:are|have|had|got|won|made|\w+ed)(?!\w))",  # "to see you are well"
    "{later}": r"(?!(?: \w+){0,6} (?:next(?! to)|tomorrow|soon|upcoming))",
    "{theirs}": "(?! (?:our|your|their|its|his|her|all|with (?!you)))",
    "{others}": "(?! (?:to|with) (?!you|each|one another))",
    "{duty}": (
        r"(?!(?: [\w'-]+){1,3} (?:target|goal|deadline|quota|kpi|objective|requirement|need|demand"
        r"|expectation|standard|criteria|budget|number|milestone|commitment|challenge))"
    ),
}
# a clause begins after one of these: first a break, then what opens a clause taken for granted
_BREAK = re.compile(
    r"[,;:()\u2026]|\s[-\u2013\u2014]+\s|\u2014|(?<!\w)(?:(?:but|although|though|aber|mais|pero"
    r"|mas|ma|maar)(?!\w)|and (?=(?:it|we|i|thank\w*|was|would|could|can|do|are|shall)\b)"
    r"|und (?=(?:es|wir|ich|danke|vielen)\b)|et (?=(?:nous|je|ce|c'|merci|ravi))"
    r"|y (?=(?:nos|fue|me|gracias)\b)|e (?=(?:ci|mi|è|grazie|nos|foi|obrigad[oa])\b)"
    r"|en (?=(?:we|wij|het|ik|dank|bedankt)\b))"
    r"|(?P<granted>(?<!\w)(?:when|since|after|because|where|while|how|what|as(?! if)"
    r"|the(?: \w+){1,2}(?= we )|remember\w*(?: that)?|recall\w*(?: that)?|forg[eo]t\w*|mistaken"
    r"|memory serves|can(?:.t|not) believe|(?:to|and) say|(?:want\w*|like|love) to(?= thank)"
    r"|seit|nachdem|weil|erinner\w*|irre|täusche|depuis|après|quand|lorsque|trompe"
    r"|(?:souvien\w*|souvenez|rappel\w*|oubli\w*)(?: pas)?"
    r"|desde|cuando|recuerd\w*|acuerd\w*|equivoco|dopo|quando|ricord\w*"
    r"|sbaglio|depois|lembr\w*|engano|sinds|toen|nadat|omdat|herinner\w*|vergis)(?!\w))"
)


def _any_of(lines: str) -> str:
    """Return one alternation of patterns written a line each."""
    for name, part in _NAMED.items():
        lines = lines.replace(name, part)
    return "(?:{})(?!\\w)".format("|".join(filter(None, map(str.strip, lines.split("\n")))))


_MET = tuple(re.compile(f" {_any_of(patterns)}") for _, patterns, _ in _LANGUAGES)
_DENIED = tuple(re.compile(rf"(?<!\w){_any_of(denied)}") for _, _, denied in _LANGUAGES)


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
        lowered = f" {sentence.lower()}"
        bare = lowered.translate(_MARKS)
        for language in languages:
            for found in _MET[language].finditer(bare):
                if not _is_denied(lowered, bare, found, language):
                    begin = max(0, min(found.start() - _LONGEST // 4, len(sentence) - _LONGEST))
                    return sentence[begin : begin + _LONGEST].strip()
    return ""


def _is_denied(lowered: str, bare: str, found: re.Match[str], language: int) -> bool:
    """Return whether the clause of what was found denies it, wishes for it or asks for it.

    `bare` is `lowered` without its marks, letter for letter.
    """
    begin, opening = max(0, found.start() - _LONGEST), None
    for each in _BREAK.finditer(lowered, begin, found.end()):
        if each.end() <= found.start() + 1:
            begin, opening = each.end(), each
    if _DENIED[language].search(bare, begin, found.end()):
        return True
    granted = opening is not None and opening["granted"] is not None
    asked = lowered.rstrip(" \"'").endswith("?")
    return asked and not granted and not _BREAK.search(lowered, found.end(), found.end() + _LONGEST)
