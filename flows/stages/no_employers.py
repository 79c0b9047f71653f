"""What people write in place of an employer: that they have none, or will not say."""

from dedupe.companies import company_keys
from dedupe.spelling import ascii_lower, composed

_TERMS = """
Freelance, Freelancer, Freelancing, Self-employed, Self, Own business, My own company, Myself,
Sole trader, Sole proprietor, Independent, Independent Consultant, Independent Contractor,
Independent Professional, Independent Advisor, Consultant, Contractor, Various, Various clients,
Stealth, Stealth AI Startup, Stealth company, Startup, Retired, Semi-retired, Student, Unemployed,
Between jobs, Career break, Sabbatical, Parental leave, Homemaker, Private, Private person,
Confidential, Undisclosed, Anonymous, N/A, N.A., Not applicable, None, Nothing, No company, Unknown,
TBD, TBA, Other, Company, Home, Available, Job seeker, Volunteer
Freiberuflich, Freiberufler, Freiberuflerin, Freie Mitarbeiterin, Freier Mitarbeiter, Freischaffend,
Selbstständig, Selbständig, Selbststaendig, Selbstaendig, Selbstständiger, Selbstständige,
Selbständiger, Selbständige, Selbstständigkeit, Selbständigkeit, Unabhängig, Einzelunternehmen,
Einzelunternehmer, Pensioniert, Pensionär, Pensionärin, Pension, Ruhestand, Im Ruhestand, Rentner,
Rentnerin, Rente, Arbeitslos, Arbeitssuchend, Arbeitsuchend, Elternzeit, Privat, Privatperson,
Vertraulich, Keine, Keine Angabe, k.A., Schüler, Schülerin, Studentin, Diverse, Verschiedene
Indépendant, Indépendante, Travailleur indépendant, Consultant indépendant,
Consultante indépendante, À mon compte, Auto-entrepreneur, Auto-entrepreneuse, Micro-entrepreneur,
Micro-entreprise, Profession libérale, Retraité, Retraitée, Retraite, Étudiant, Étudiante,
Sans emploi, Sans, Aucun, Aucune, Confidentiel, Chômage, Particulier, Néant, Divers,
Demandeur d'emploi
Autónomo, Autónoma, Por cuenta propia, Cuenta propia, Independiente, Consultor independiente,
Trabajador autónomo, Trabajador independiente, Profesional independiente, Jubilado, Jubilada,
Estudiante, Desempleado, Desempleada, Confidencial, Ninguno, Ninguna, Particular, Varios
Libero professionista, Libera professionista, Libera professione, Lavoratore autonomo, Autonomo,
In proprio, Indipendente, Consulente indipendente, Partita IVA, Pensionato, Pensionata, In pensione,
Studente, Studentessa, Disoccupato, Disoccupata, Riservato, Nessuno, Nessuna, Privato, Vari
Autônomo, Autônoma, Profissional autônomo, Profissional liberal, Por conta própria, Conta própria,
Trabalhador independente, Consultor independente, Independente, Aposentado, Aposentada, Reformado,
Reformada, Estudante, Desempregado, Desempregada, Nenhum, Nenhuma, Vários
Zelfstandig, Zelfstandige, Zelfstandig ondernemer, ZZP, ZZP'er, ZZPer, Eenmanszaak, Freelancen,
Onafhankelijk, Gepensioneerd, Gepensioneerde, Met pensioen, Pensioen, Werkzoekend, Werkloos,
Vertrouwelijk, Geen, N.v.t., Particulier, Diversen
"""

_BEGINNINGS = """
freelance, freelancer, self employed, opentowork, stealth startup, stealth start up, stealth mode,
retired from, looking for, actively looking, open to work, open to new, open to opportunities,
seeking new, seeking a, seeking opportunities, actively seeking, in transition, on a career break,
not employed, currently unemployed,
auf der suche, auf jobsuche, auf stellensuche, offen fur, selbststandig als, selbstandig als,
freiberuflich als,
a la recherche, en recherche, a l ecoute, disponible,
en busca de, en busqueda, buscando, abierto a, abierta a,
in cerca di, alla ricerca, aperto a, aperta a,
em busca de, a procura de, procurando, aberto a, aberta a,
op zoek naar, open voor, beschikbaar voor
"""


def is_no_employer(name: str) -> bool:
    """Return whether a company's name only says that there is none, in any of seven languages."""
    return _words(name).startswith(_OPENINGS) or not _KEYS.isdisjoint(company_keys(name).names)


def _words(text: str) -> str:
    """Return the words in lower-case ASCII, each with a blank behind it."""
    letters = (c if c.isalnum() else " " for c in ascii_lower(composed(text)))
    return "".join(f"{word} " for word in "".join(letters).split())


def _terms(text: str) -> list[str]:
    return [term for line in text.split("\n") for term in line.split(",") if term.strip()]


_KEYS = frozenset(key for term in _terms(_TERMS) for key in company_keys(term).names[:1])
_OPENINGS = tuple(map(_words, _terms(_BEGINNINGS)))
