"""Promises of the writer: to send, to ask, to get back, to introduce.

Plain patterns in seven languages (`extractors.linkedin.promised`), for anybody to read and doubt. A
sentence counts if its writer says that he or she is going to do something for the other; what is
done already, a request, a wish, a condition or somebody else's promise does not. Most messages hold
none of the telling words and are done at once.
"""

import re
from collections.abc import Iterator

from extractors.linkedin.promised import LANGUAGES, Language
from extractors.linkedin.sentences import (
    READ,
    alternatives,
    clauses,
    cut,
    likely,
    sentences,
    straight,
    words,
)

_CONDITION = re.compile(
    r"^(?:and |but |so |und |aber |et |mais |y |pero |e |ma |mas |en |maar )?"
    r"(?:if|unless|had i|should you|wenn (?:du|sie|ihr)|falls|sollten sie|si|se|caso|als (?:je|u"
    r"|jij)"
    r"|mocht)\s",
    re.IGNORECASE,
)
_IF_YOU_LIKE = re.compile(
    r"\b(?:if you(?:'d| would| want| like| wish| prefer|'re interested| are interested| need)"
    r"|wenn (?:du|sie|ihr) (?:willst|magst|m\u00f6chtest|m\u00f6chten|wollen|mögt)"
    r"|falls gew\u00fcnscht"
    r"|si (?:tu veux|vous (?:le )?(?:voulez|souhaitez)|(?:tú )?quieres|(?:usted )?quiere"
    r"|te interesa)"
    r"|se (?:vuoi|vuole|volete|ti va|quiser|quiseres|você quiser)|als (?:je|u) (?:wilt|wil"
    r"|dat wilt))",
    re.IGNORECASE,
)
_WHY_I_WRITE = re.compile(
    r"\b(?:i'm writing to|i am writing to|i write to|reaching out because|i'm contacting you"
    r"|ich (?:schreibe|melde|wende|kontaktiere)\b[^.]{0,40}\b(?:weil|da ich|wegen|bezüglich|um)\b"
    r"|je (?:vous|te) (?:écris|contacte)\b[^.]{0,20}\b(?:car|parce|pour|au sujet|suite|afin)\b"
    r"|(?:te|le|os|ti) (?:escribo|contacto|scrivo) (?:porque|en relación|sobre|perché|in merito)"
    r"|(?:escrevo|contacto)(?:-lhe|-te)? (?:porque|sobre|para saber)"
    r"|ik (?:schrijf|mail|benader|neem)\b[^.]{0,30}\b(?:omdat|naar aanleiding|in verband"
    r"|met de vraag))",
    re.IGNORECASE,
)
_SENT_WITH_IT = re.compile(
    r"\b(?:attached|herewith|enclosed|anbei|im anhang|beigefügt|ci-joint\w*|en pièce jointe"
    r"|adjunt[oa]s?"
    r"|(?:en|em) anexo|in allegato|allego|bijgevoegd|hierbij|bijgaand)\b",
    re.IGNORECASE,
)
_GREETINGS = re.compile(
    r"\b(?:un (?:(?:gran|fuerte) )?(?:abrazo|beso|saludo|abbraccio|bacio|saluto)|(?:um"
    r"|o meu) (?:abraço|beijo)"
    r"|(?:tanti|muchos|muitos|dikke|een|veel) (?:baci|besos|beijos|kus|kussen)|love to (?:you|all"
    r"|the|your)"
    r"|beijos|besos|bises|bisous|(?:liebe|viele|herzliche) grüße|(?:de )?groeten"
    r"|(?:a )?(?:big )?hug)\b",
    re.IGNORECASE,
)
_SOMEBODY_SAID = re.compile(
    r"[,\u2013-]\s*(?:(?:they|he|she) (?:said|told me|promised)|hieß es|(?:sagte|sagten|meinte) "
    r"(?:er|sie)|disaient-ils|disait-(?:il|elle)|ont-ils dit|(?:me )?dijeron|(?:me )?dijo"
    r"|dicevano|disse|disseram|zeiden ze|zei (?:hij|ze))\b",
    re.IGNORECASE,
)
_MYSELF = re.compile(
    r"\bintroduce (?:myself|ourselves)|\b(?:mich|uns)\b[^.]{0,30}\bvor(?:stellen)?\b"
    r"|\bme (?:présente|presento|apresento)\b|\bmi presento\b|\bapresento-me\b"
    r"|\bstel (?:ik )?(?:me|mezelf|mij) ",
    re.IGNORECASE,
)
_PERHAPS = re.compile(
    r"\b(?:perhaps|maybe|vielleicht|eventuell|peut-être|quizás?|tal vez|a lo mejor|magari|forse"
    r"|talvez|misschien)\b",
    re.IGNORECASE,
)
_NONE = (
    _MYSELF,
    _PERHAPS,
    _SOMEBODY_SAID,
    _CONDITION,
    _IF_YOU_LIKE,
    _WHY_I_WRITE,
    _SENT_WITH_IT,
)
_ASKED = re.compile(r"\?[\s\"')\u201d\u00bb]*$")
_TAG = re.compile(
    r",\s*(?:ok|okay|right|deal|alright|vale|va bene|d'accord|oké|goed|tá)\s*\?\W*$", re.IGNORECASE
)
_INTRODUCTION = alternatives(
    r"""
    introduc+|(?:e-)?intros?|get to meet|link you|you … meet|leert kennen|rencontr(?:es|iez)
    (?:conozcas|conozca|conosca|conheças|conheça|conhecer) +
    (?:put|get|bring) … (?:you|them|both) … (?:in touch|in contact|together)
    (?:put|get|bring) (?:you|them|both) … (?:in touch|in contact|together|on a call)
    connect(?:ing)? (?:you|the two|them|u|both)|loop in|hook you up|hook you two up|get to know
    you two
    vor(?:zu)?stellen|stelle? … (?:dir|dich|ihnen|sie|euch|einander) … vor
    kontakt … (?:her|herstellen)
    stelle? … kontakt … her|(?:mache?|machen) … bekannt|bekannt (?:zu )?machen|zusammenbringen
    bringe? … zusammen|vernetze?n?|verbinde?n? (?:dich|euch|sie|ihn)
    (?:dich|euch|sie) … verbinden
    vermittl?el?n? … kontakt|kontakt … vermitteln|in (?:verbindung|kontakt) bringen
    bringe? … in kontakt
    kennenlernen|euch beide
    (?:présente|présenterai|présenter) (?:à|aux|au|mon|ma|un|une|deux|+) (?!candidature|dossier|
    demande)+
    (?:te|vous|la|le|les) (?:présente|présenterai|présenter)|les présentations|l'intermédiaire
    faire l'intro
    (?:mets|mettre|mettrai) … en (?:relation|contact|lien|rapport)|le lien avec|tous les deux
    l'intro
    (?:connecte|connecterai|branche|brancherai) +|une rencontre avec
    (?:te|le|la|os|los|les) (?:presento|presentaré)|presentar(?:te|le|os|los)
    (?:las|hago las) presentaciones
    (?:pon|pongo|pondré|poner)(?:te|le|os|los)? … en contacto|ponerle en contacto
    (?:te|os|los|les) conect+
    conectar(?:te|os|los)|de puente|de enlace|un encuentro con|a los dos|a ambos
    (?:ti|vi|la|le) (?:presento|presenterò)|presentar(?:ti|vi|la|le)|(?:ti|vi|la|le) presenti
    le presentazioni
    (?:metto|metterò|metter(?:ti|vi|la)|mettere) … in contatto|(?:ti|vi|la) colleg+
    da (?:tramite|ponte)
    un incontro con|tutti e due|entrambi
    (?:te|lhe|vos) apresent+|apresent+-+-+|apresento-+|apresentar-+
    apresent+ (?:vocês|vcs|+ (?:a|o) +)
    (?:pôr|ponho|colocar|coloco|colocarei|porei)(?:-vos|-te)? … (?:em|no) contat?c?to
    (?:te|vos|vcs) conect+
    (?:a|de) ponte|as apresentações|os dois|a ambos|um encontro com
    stel (?:ik )?(?:je|jou|u|jullie|hem|haar) … (?:voor|aan)|(?:je|u|jullie) … voorstellen
    (?:in contact|samen) (?:brengen|met)|breng … (?:in contact|samen|bij elkaar)|koppel(?:en)?
    allebei
    link (?:je|u|jullie)|verbind (?:je|u|jullie)|het contact met|ontmoeting … (?:regelen|met)
    de brug
    introductie|leg het contact
    """
)


_TELLING = frozenset().union(*(language.telling for language in LANGUAGES.values()))


def promise_in(text: str) -> str:
    """Return the first sentence of a message in which its writer promises something, else "".

    `text` is plain: no markup. A sentence of more than 200 characters is cut around the promise;
    of a message, the first 20,000 characters are read.
    """
    return next(_promises(text), "")


def introduction_in(text: str) -> str:
    """Return the first sentence in which the writer promises to introduce somebody, else ""."""
    return next((promise for promise in _promises(text) if _introduces(promise)), "")


def _introduces(sentence: str) -> bool:
    return _INTRODUCTION.search(words(sentence)) is not None


def _promises(text: str) -> Iterator[str]:
    bare = words(text[:READ])
    spoken = [*bare.split(), *(bare.replace("-", " ").split() if "-" in bare else ())]
    if _TELLING.isdisjoint(spoken):
        return
    said = set(spoken)
    told = [name for name, language in LANGUAGES.items() if not language.telling.isdisjoint(said)]
    meant = likely(spoken)
    languages = [LANGUAGES[name] for name in told if name in meant]
    for sentence in sentences(text):
        plain = straight(sentence)
        if any(found.search(plain) for found in _NONE):
            continue
        if _ASKED.search(plain) and not _TAG.search(plain):
            continue
        if telling := _promised(sentence, languages):
            yield cut(sentence, telling)


def _promised(sentence: str, languages: list[Language]) -> str:
    """Return the words of a sentence that promise something."""
    for clause in clauses(sentence):
        if _GREETINGS.search(clause):
            continue
        for language in languages:
            for found in language.promised.finditer(clause):
                end = len(clause) if language.negates_late else found.end() + 1
                if not language.denied.search(clause[:end]):
                    return found[0]
    return ""
