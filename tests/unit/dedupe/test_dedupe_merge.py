from collections.abc import Mapping

import pandas as pd

from contacts.frames import CLUSTERS, CURRENT_CLAIMS, RECORDS, VALUES, rows
from dedupe import records, survivors


def claims(*said: Mapping[str, object]) -> pd.DataFrame:
    return CURRENT_CLAIMS.build(
        {"source": "card", "dated": "2020-01-01", "kind": "", "confidence": 1.0, **claim}
        for claim in said
    )


def claim(record: str, kind_of: str, value: str, **more: object) -> dict[str, object]:
    return {"record_id": record, "property": kind_of, "value": value, **more}


def cluster(**persons: str) -> pd.DataFrame:
    return CLUSTERS.build({"record_id": r, "cluster_id": p} for r, p in persons.items())


def shown(values: pd.DataFrame, kind_of: str) -> list[str]:
    return values[values["property"] == kind_of].sort_values("place")["value"].tolist()


def test_claims_become_a_row_a_record() -> None:
    found = records(
        claims(
            claim("a", "FN", "Ann Quill"),
            claim("a", "TEL", "040 1"),
            claim("a", "TEL", "040 2"),
            claim("a", "EMAIL", "ann@acme.de"),
            claim("a", "URL", "www.acme.de"),
            claim("a", "URL", "linkedin.com/in/ann", kind=""),
            claim("b", "NOTE", "met at the fair", dated=None, source="vcard"),
        )
    )
    assert RECORDS.check(found) is found
    a, b = rows(found)
    assert a["phones"] == "040 1;040 2"
    assert (a["profile_url"], a["urls"]) == ("linkedin.com/in/ann", "www.acme.de")
    assert (b["full_name"], b["date"], b["source"]) == (None, None, "vcard")


def test_the_surest_of_two_names_counts() -> None:
    found = records(
        claims(
            claim("a", "FN", "Anm Qill", confidence=0.3),
            claim("a", "FN", "Ann Quill", confidence=0.9),
        )
    )
    assert found["full_name"].tolist() == ["Ann Quill"]


def test_no_claims_are_no_records() -> None:
    assert records(CURRENT_CLAIMS.empty()).empty
    assert survivors(CURRENT_CLAIMS.empty(), CLUSTERS.empty()).empty


def test_only_notes_make_a_record_that_says_nothing() -> None:
    found = records(claims(claim("a", "NOTE", "x")))
    assert rows(found)[0]["full_name"] is None


def test_the_newest_job_is_shown_and_the_older_ones_are_kept() -> None:
    said = claims(
        claim("a", "ORG", "Old Ltd", dated="2010-01-01"),
        claim("b", "ORG", "New Ltd", dated="2021-01-01"),
        claim("c", "ORG", "Undated Ltd", dated=None),
    )
    assert shown(survivors(said, cluster(a="p", b="p", c="p")), "ORG") == [
        "New Ltd",
        "Old Ltd",
        "Undated Ltd",
    ]


def test_a_profile_says_what_holds_today() -> None:
    said = claims(
        claim("a", "ORG", "Acme", source="linkedin", dated="2012-01-01"),
        claim("b", "ORG", "Zenith", dated="2020-01-01"),
    )
    assert shown(survivors(said, cluster(a="p", b="p")), "ORG")[0] == "Acme"


def test_the_name_of_the_most_trusted_source_is_shown() -> None:
    said = claims(
        claim("a", "FN", "ANN QUlLL", dated="2024-01-01"),
        claim("b", "FN", "Ann Quill", source="linkedin", dated="2010-01-01"),
    )
    assert shown(survivors(said, cluster(a="p", b="p")), "FN")[0] == "Ann Quill"


def test_all_phones_and_mails_are_kept_and_equal_ones_folded() -> None:
    said = claims(
        claim("a", "TEL", "040 961 86023"),
        claim("b", "TEL", "+49 40 96186023"),
        claim("b", "TEL", "030 555 66 77"),
        claim("a", "EMAIL", "Ann@Acme.de"),
        claim("b", "EMAIL", "ann@acme.de"),
    )
    values = survivors(said, cluster(a="p", b="p"))
    assert VALUES.check(values) is values
    assert len(shown(values, "TEL")) == 2
    assert shown(values, "EMAIL") == ["Ann@Acme.de"]


def test_every_value_says_whose_record_it_is_from_and_places_begin_at_0() -> None:
    said = claims(claim("a", "FN", "Ann Quill"), claim("b", "FN", "Bo Ek"))
    values = survivors(said, cluster(a="a", b="b"))
    assert values[["person", "record_id", "place"]].to_numpy().tolist() == [
        ["a", "a", 0],
        ["b", "b", 0],
    ]
