"""Words of company names that do not tell one company from another."""

from dedupe.spelling import listed

LEGAL_FORMS = listed(
    """
    inc incorporated llc llp lp ltd limited plc corp corporation co company gmbh ag kg kgaa
    ohg ug se mbh ev eg gbr sa sas sarl sarlu sl slu srl srls spa snc bv nv vof cv oy oyj ab
    as asa aps kk gk yk pte pvt private pty bhd sdn sro zoo sp ood ad doo dd jsc ooo zao oao
    pao tbk pt ltda eireli me sapi rl de da und
    """
)
"""Legal forms and what goes with them, without points; taken off the end alone."""

EMPTY_WORDS = listed(
    """
    the and of for und et y e de la le du der die das & +
    """
)
"""Words of no weight."""

REGIONS = listed(
    """
    global international intl worldwide group holding holdings europe emea apac americas usa
    us uk germany deutschland france italia espana services
    """
)
"""Where a part of a company works, and what it calls itself."""

SHORTENED = {
    "intl": "international",
    "univ": "university",
    "tech": "technologies",
    "technology": "technologies",
    "assoc": "associates",
    "bros": "brothers",
    "mfg": "manufacturing",
    "natl": "national",
    "inst": "institute",
    "dept": "department",
    "pharma": "pharmaceuticals",
    "hosp": "hospital",
    "consult": "consulting",
    "solns": "solutions",
}
"""Abbreviations within a name, and the word they stand for."""
