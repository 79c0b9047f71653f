"""Where the user and a person both worked."""

from datetime import date

import pandas as pd
import pytest

from contacts.owner import OwnerPeriod, PeriodKind
from flows.stages.background import shared_employers
from flows.stages.no_employers import is_no_employer


def _job(organisation: str, kind: PeriodKind = PeriodKind.JOB) -> OwnerPeriod:
    return OwnerPeriod(kind, organisation, "Clerk", date(2019, 3, 1), None, "Positions.csv:2")


def _people(**companies: str | None) -> pd.DataFrame:
    return pd.DataFrame({"person": list(companies), "company": list(companies.values())})


def test_a_company_is_shared_whatever_its_legal_form() -> None:
    bolt, nut = _job("Bolt, Inc."), _job("Nut AG")
    people = _people(ann="Bolt", ben="Acme", cy=None, dee="NUT")
    assert shared_employers(people, [bolt, nut]) == {"ann": [bolt], "dee": [nut]}


def test_a_school_is_no_employer() -> None:
    assert not shared_employers(_people(ann="Bolt"), [_job("Bolt", PeriodKind.SCHOOL)])


NONE = (
    "Freelance", "freelancer", "FREELANCE", "Freelance Designer", "Freelance (remote)",
    "Self-employed", "Self Employed", "Self-Employed / Freelance", "Independent",
    "Independent Consultant", "Stealth", "Stealth Startup", "Stealth Mode Startup", "Retired",
    "Student", "Confidential", "N/A", "n.a.", "None", "Looking for a new challenge", "Open to work",
    "#OpenToWork", "Unemployed", "Selbstständig", "Selbständig", "SELBSTSTA\u0308NDIG",
    "Selbststaendig", "Freiberuflich", "Freiberufler", "Pensioniert", "Ruhestand", "Im Ruhestand",
    "Indépendant", "Independant", "À la recherche d\u2019un emploi", "Auto-entrepreneur",
    "Retraité", "Retraitée", "Autónomo", "Por cuenta propia", "Jubilado", "En búsqueda activa",
    "Libero professionista", "In cerca di lavoro", "Pensionato", "Autônomo", "Por conta própria",
    "Aposentado", "Em busca de oportunidades", "Zelfstandig", "ZZP", "ZZP'er", "Gepensioneerd",
    "Op zoek naar werk",
)  # fmt: skip


@pytest.mark.parametrize("name", NONE)
def test_what_is_written_in_place_of_a_company_is_shared_by_nobody(name: str) -> None:
    assert not shared_employers(_people(ann=name), [_job(name)])


@pytest.mark.parametrize(
    "name",
    ["Independent News & Media", "Seeking Alpha", "Retired Racehorses Ltd", "Looking Glass",
     "Open Society", "Student Loans Company", "Stealth Communications", "Stealthworks", "", "Bolt"],
)  # fmt: skip
def test_a_company_that_begins_so_is_one(name: str) -> None:
    assert not is_no_employer(name)
