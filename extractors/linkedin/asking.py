"""Sentences that await an answer: a question, a request, an invitation, the proposal of a day.

Plain patterns in seven languages, for anybody to read and doubt. Not everything with a question
mark asks: "how are you?" in passing, "who would have thought?" and what an advertisement or an
automatic reply says do not; "please send me your address" asks without one.
"""

import re

from extractors.linkedin.closings import POLITE
from extractors.linkedin.requests import CASUAL, REQUESTS
from extractors.linkedin.sentences import READ, cut, likely, sentences, straight, words

_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}", re.IGNORECASE)
_ENDED = re.compile(r"[.!\u2026:)][\s\"')\u201d\u00bb]*$")
_LONGEST_GREETING = 60  # characters of a message that is nothing but "hi Tom, how are you?"
_NO_ANSWER = re.compile(
    r"\b(?:no (?:need|reason|obligation) to (?:reply|respond|answer|write back)"
    r"|no (?:reply|answer|response|action)(?: is)? (?:needed|necessary|required|expected)"
    r"|(?:don't|do not) (?:need|have|bother) to (?:reply|respond|answer)"
    r"|(?:brauchst|brauchen|musst|müssen)(?: sie| mir)? nicht(?: zu)? (?:antworten|reagieren)"
    r"|(?:nicht (?:zu )?antworten|keine (?:antwort|rückmeldung) (?:nötig|erforderlich|notwendig))"
    r"|braucht keine antwort"
    r"|(?:pas (?:besoin|la peine) de|inutile de) (?:me )?répondre"
    r"|(?:no hace falta|no es necesario|sin necesidad de)(?: que)? (?:me )?(?:respond|contest"
    r"|respuest)"
    r"|(?:non (?:serve|occorre|c'è bisogno di)|senza bisogno di) (?:rispond|rispost)"
    r"|(?:não (?:precisa|é preciso|é necessário)|sem necessidade de) (?:de )?(?:me )?respo"
    r"|(?:hoeft|hoef) (?:je |u )?(?:niet|geen) (?:te )?(?:reageren|antwoord)|hoeft niet te"
    r"|geen (?:antwoord|reactie) (?:nodig|vereist))",
    re.IGNORECASE,
)
_MASS = re.compile(
    r"\b(?:unsubscribe|opt out|abmelden|abbestellen|se désabonner|désinscri\w+|darse de baja"
    r"|cancella l'iscrizione|disiscriv\w+|cancelar (?:a )?(?:inscrição|subscrição)|afmelden"
    r"|automatic reply|auto-?reply|out of (?:the )?office|automatische antwort|abwesenheitsnotiz"
    r"|réponse automatique|respuesta automática|risposta automatica|resposta automática"
    r"|automatisch antwoord"
    r"|\d{1,2} ?% (?:off|discount|rabatt|de remise|de réduction|de descuento|di sconto|de desconto"
    r"|korting))\b",
    re.IGNORECASE,
)
_ADVERTISES = re.compile(
    r"\b(?:register|sign up|book|click|discover|reserve|schedule your|don't miss|try it free"
    r"|anmelden|klicken|entdecken|buchen|sichern sie|jetzt testen"
    r"|inscri\w+|inscrev\w+|réserve\w*|cliquez|découvr\w+|reserve|reserva|haz clic|descubr\w+"
    r"|iscriv\w+|prenot\w+|clicca\w*|scopri\w*|marque|clique|conheça|descubra"
    r"|schrijf je|plan hier|klik|ontdek|meld je aan)\b",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"\W*(?:(?:hi|hey|hello|dear|hallo|moin|bonjour|salut|coucou|hola|ciao|salve|oi|olá|hoi|hé)\b"
    r"[^?]{0,30})?"
    r"(?:(?:and |so )?how(?:'s| are| is|'re)? (?:you|things|it going|life|everything|u)"
    r"(?: doing| going| today| these days| all)?"
    r"|(?:i )?hope (?:you're|you are|all is) (?:well|fine)|you (?:ok|well|good)|all (?:good|well)"
    r"|(?:na |und )?wie geht(?:'s| es|s)?(?: dir| ihnen| euch| so| denn)*|alles (?:gut|klar|fit)"
    r"|(?:comment )?(?:ça|ca) va(?: bien)?|comment (?:vas-tu|allez-vous|tu vas|vous allez)"
    r"|tu vas bien|vous allez bien|¿?(?:qué|que) tal(?: (?:estás|todo|va))?|¿?(?:cómo"
    r"|como) est[áa]s?"
    r"|¿?(?:cómo|como) (?:te )?va(?: todo)?|¿?todo bien|come (?:stai|sta|va|state)|tutto bene"
    r"|tudo bem(?: contigo| com você)?|como (?:vai|está|estás|vão)|tudo bom|hoe (?:gaat het|is het)"
    r"(?: met (?:je|jou|u))?|alles goed(?: met (?:je|jou|u))?)\W*",
    re.IGNORECASE,
)
_RHETORICAL = re.compile(
    r" (?:who would(?:'ve| have) (?:thought|guessed)|who knows|remember (?:when|how|that time)"
    r"|didn't i (?:tell|say)|can you believe|told you|what more could|why not|what's not to like"
    r"|(?:how|what) (?:\S+ ){1,8}(?:isn't|doesn't|don't|aren't|wasn't) (?:it|they|he|she)"
    r"|wer hätte (?:das )?(?:gedacht|geglaubt)|wer weiß|weißt du noch(?= wie wir| als)"
    r"|(?:hab|habe|hatte) ich(?:'s| es)? (?:dir )?(?:nicht|doch) gesagt|was die sich|nicht wahr"
    r"|qui aurait (?:cru|pensé|dit)|qui sait|(?:te rappelles|te souviens) (?:\S+ )?quand"
    r"|te l'avais (?:bien |pas )?dit|n'est-ce pas"
    r"|quién (?:iba a decir|lo diría|lo hubiera|sabe)|te acuerdas (?:de )?cuando|te lo dije"
    r"|verdad(?= $)"
    r"|chi (?:l'avrebbe|lo sa|avrebbe)|chissà|ti ricordi quando|te l'avevo|vero(?= $)"
    r"|quem (?:diria|sabe|iria dizer|imaginaria)|lembra(?:s)?(?:-te)? (?:de )?quando|te disse"
    r"|não é(?= $)"
    r"|wie had (?:dat )?(?:gedacht|kunnen)|wie weet|weet je nog (?:dat|toen|die)|zei ik het niet"
    r"|hè(?= $)|wat ze daarbij)(?= )"
)


def asks(text: str) -> str:
    """Return the last sentence of a message that awaits an answer, "" if none does.

    `text` is plain: no markup. A sentence is cut to 200 characters; of a message, the first 20,000
    characters are read.
    """
    text = text[:READ]
    if _awaits_nothing(straight(text)):
        return ""
    languages = likely(words(text).split())
    requested = ""
    asked = ""
    for sentence in sentences(text):
        if "?" in _ADDRESS.sub(" ", sentence):
            if _is_question(sentence, len(text)):
                asked = sentence
        elif _is_request(sentence, languages):
            requested = sentence
    found = asked or requested
    return cut(found, found) if found else ""


def _awaits_nothing(text: str) -> bool:
    """Return whether the whole message is an advertisement, automatic, or says so itself."""
    if _NO_ANSWER.search(text) or _MASS.search(text):
        return True
    return _ADDRESS.search(text) is not None and _ADVERTISES.search(text) is not None


def _is_question(sentence: str, length: int) -> bool:
    if _GREETING.fullmatch(straight(sentence)):
        return length <= _LONGEST_GREETING
    return _RHETORICAL.search(words(sentence)) is None


def _is_request(sentence: str, languages: frozenset[str]) -> bool:
    spoken = words(sentence)
    is_ended = _ENDED.search(sentence) is not None
    for name in languages:
        if POLITE[name].search(spoken):
            return False
    return any(
        REQUESTS[name].search(spoken) or (not is_ended and CASUAL[name].search(spoken))
        for name in languages
    )
