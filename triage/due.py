"""The day that a promise names: "tomorrow", "by Friday", "next week", in seven languages.

A guess, and none where the words name no day. A week ends on its Friday, for that is when things
promised for "next week" are late.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

_WEEKDAYS = (
    "monday montag lundi lunes lunedì segunda maandag",
    "tuesday dienstag mardi martes martedì terça dinsdag",
    "wednesday mittwoch mercredi miércoles mercoledì quarta woensdag",
    "thursday donnerstag jeudi jueves giovedì quinta donderdag",
    "friday freitag vendredi viernes venerdì sexta vrijdag",
    "saturday samstag sonnabend samedi sábado sabato zaterdag",
    "sunday sonntag dimanche domingo domenica zondag",
)
_WEEKDAY = {name: day for day, names in enumerate(_WEEKDAYS) for name in names.split()}
_FRIDAY, _SUNDAY = 4, 6
_PAST = (  # what stands before a day that is over
    r"(?<!last )(?<!since )(?<!letzten )(?<!seit )(?<!vergangenen )(?<!depuis )(?<!desde el )"
    r"(?<!desde )(?<!da )(?<!sinds )(?<!vorige )(?<!afgelopen )"
)
_NAMED = re.compile(rf"{_PAST}\b({'|'.join(_WEEKDAY)})(?:abend|morgen|avond|ochtend|s|-feira)?\b")
_TODAY = re.compile(
    r"\b(?:today|tonight|this (?:morning|afternoon|evening)|heute|aujourd'hui|ce soir|tantôt"
    r"|cet après-midi|hoy|esta (?:tarde|noche)|oggi|stasera|stanotte|hoje|esta noite|à tarde"
    r"|vandaag|vanavond|vanmiddag|within the hour)\b"
)
_TOMORROW = re.compile(
    r"\b(?:tomorrow|demain|domani|domattina|amanhã|morgenvroeg|morgenochtend)\b"
    r"|(?<!guten )(?<!heute )(?<!gestern )(?<!jeden )(?<!goede )\bmorgen\b"
    r"|(?<!la )(?<!esta )(?<!buena )\bmañana\b"
)
_NEXT_WEEK = re.compile(
    r"\b(?:next week|nächste[rn]? woche|kommende[rn]? woche|(?:la )?semaine prochaine"
    r"|(?:la )?(?:próxima semana|semana que viene|semana próxima)|(?:na )?semana que vem"
    r"|(?:la )?(?:prossima settimana|settimana prossima)|volgende week|komende week)\b"
)
_THIS_WEEK = re.compile(
    r"\b(?:this week|diese[r]? woche|cette semaine|esta semana|questa settimana|in settimana"
    r"|deze week)\b"
)
_WEEKEND = re.compile(
    r"\b(?:weekend|week-end|wochenende|fin de semana|fine settimana|fim de semana)\b"
)
_MONTH_END = re.compile(
    r"\b(?:end of (?:the|this) month|monatsende|ende des monats|fin du mois|(?:fin|final) de mes"
    r"|fine mese|fi(?:m|nal) do mês|eind van de maand|einde van de maand)\b"
)
_DAYS_ON = re.compile(
    r"\b(?:in|within|binnen|innerhalb von|dans|sous|en|dentro de|entro|tra|fra|em) "
    r"(a|an|one|two|three|[1-9][0-9]?|zwei|drei|deux|trois|dos|tres|due|tre|dois|três|twee|drie) "
    r"(days?|weeks?|tage?n?|wochen?|jours?|semaines?|días?|semanas?|giorni|giorno|settimane"
    r"|settimana|dias?|dagen|dag|weken)\b"
)
_NUMBERS = {
    word: number
    for number, words in (
        (1, "a an one"),
        (2, "two zwei deux dos due dois twee"),
        (3, "three drei trois tres tre três drie"),
    )
    for word in words.split()
}
_WEEKS = ("week", "woche", "semaine", "semana", "settiman", "wek")


def due(words: str, on: date) -> date | None:
    """Return the day by which a sentence written on a day promises something, None if it is mute.

    Of several days that of the first rule counts, the most precise ones first.
    """
    said = words.lower().replace("\u2019", "'")
    for named, day in _RULES:
        if found := named.search(said):
            return day(found, on)
    return None


def _in_days(found: re.Match[str], on: date) -> date:
    count = _NUMBERS.get(found[1]) or int(found[1])
    return on + timedelta(days=count * (7 if found[2].startswith(_WEEKS) else 1))


def _on_weekday(found: re.Match[str], on: date) -> date:
    following = _NEXT_WEEK.search(found.string)
    start = _next_monday(on) if following else on + timedelta(days=1)
    return _coming(start, _WEEKDAY[found[1]])


def _this_week(_: re.Match[str], on: date) -> date:
    return _coming(on, _FRIDAY if on.weekday() <= _FRIDAY else _SUNDAY)


def _last_of_month(_: re.Match[str], on: date) -> date:
    following = on.replace(day=28) + timedelta(days=4)
    return following - timedelta(days=following.day)


def _next_monday(day: date) -> date:
    return _coming(day + timedelta(days=1), 0)


def _coming(start: date, weekday: int) -> date:
    """Return the first such day of the week from `start` on."""
    return start + timedelta(days=(weekday - start.weekday()) % 7)


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date]], ...] = (
    (_DAYS_ON, _in_days),
    (_TOMORROW, lambda _, on: on + timedelta(days=1)),
    (_TODAY, lambda _, on: on),
    (_NAMED, _on_weekday),
    (_NEXT_WEEK, lambda _, on: _coming(_next_monday(on), _FRIDAY)),
    (_WEEKEND, lambda _, on: _coming(on, _SUNDAY)),
    (_THIS_WEEK, _this_week),
    (_MONTH_END, _last_of_month),
)
