from itertools import combinations
from random import Random

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

import dedupe
from contacts.frames import RECORDS
from contacts.identifiers import RecordId
from contacts.judgements import Judgement, Verdict
from dedupe.block import Pairs
from dedupe.compare import compared
from dedupe.contact_points import phone_key
from dedupe.frequencies import counted, frequencies
from dedupe.model import Model
from dedupe.names import parsed
from dedupe.normalise import cleaned
from dedupe.spelling import composed, sound, token
from dedupe.vetoes import vetoed

GIVEN = ["Ann", "Annie", "Tom", "Thomas", "A.", "Bo", "Kai"]
FAMILY = ["Quillfeather", "Quilfeather", "Roe", "Lund", "Roe-Lund", "Q."]
SUFFIX = ["", "", " Jr.", " Sr."]
NAMES = st.builds(
    lambda given, family, suffix: f"{given} {family}{suffix}",
    st.sampled_from(GIVEN),
    st.sampled_from(FAMILY),
    st.sampled_from(SUFFIX),
)
ROWS = st.fixed_dictionaries(
    {
        "full_name": st.one_of(st.none(), NAMES, st.text(max_size=12)),
        "company": st.sampled_from([None, "Acme", "Acme Ltd", "Zenith"]),
        "emails": st.sampled_from([None, "ann@acme.com", "info@acme.com", "tom@zenith.de"]),
        "phones": st.sampled_from([None, "040 1234567", "+49 40 1234567", "030 7654321"]),
        "profile_url": st.sampled_from(
            [None, None, "linkedin.com/in/ann-q1", "linkedin.com/in/roe"]
        ),
        "source": st.sampled_from(["card", "linkedin", "vcard"]),
    }
)
LISTS = st.lists(ROWS, min_size=1, max_size=14)
PAIRS_OF_ROWS = st.tuples(st.integers(0, 13), st.integers(0, 13))
JUDGED = st.lists(st.tuples(PAIRS_OF_ROWS, st.sampled_from(Verdict)), max_size=6)


Rows = list[dict[str, str | None]]
Said = list[tuple[tuple[int, int], Verdict]]


def frame(rows: Rows) -> pd.DataFrame:
    return RECORDS.build({"record_id": f"r{at:02}", **row} for at, row in enumerate(rows))


def acts(judged: Said, count: int) -> list[Judgement]:
    return [
        Judgement(RecordId(f"r{one % count:02}"), RecordId(f"r{other % count:02}"), verdict)
        for (one, other), verdict in judged
        if one % count != other % count
    ]


def labels(partition: pd.DataFrame) -> dict[str, str]:
    return dict(zip(partition["record_id"], partition["cluster_id"], strict=True))


@settings(max_examples=25, deadline=None)
@given(LISTS, JUDGED, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(rows: Rows, judged: Said, random: Random) -> None:
    records = frame(rows)
    order = list(range(len(rows)))
    random.shuffle(order)
    said = acts(judged, len(rows))
    one = dedupe.resolve(records, said)
    other = dedupe.resolve(RECORDS.typed(records.iloc[order]), said)
    pd.testing.assert_frame_equal(one.clusters, other.clusters)
    pd.testing.assert_frame_equal(one.unasked, other.unasked)
    pd.testing.assert_frame_equal(one.pairs, other.pairs)


@settings(max_examples=30, deadline=None)
@given(LISTS, JUDGED)
def test_judgements_always_win(rows: Rows, judged: Said) -> None:
    said = acts(judged, len(rows))
    newest = {frozenset((act.first, act.second)): act.verdict for act in said}
    different = [pair for pair, verdict in newest.items() if verdict is Verdict.DIFFERENT]
    found = dedupe.resolve(frame(rows), said)
    for partition in (labels(found.clusters), labels(found.unasked)):
        for one, other in different:
            assert partition[one] != partition[other]
        if not different:
            for (one, other), verdict in newest.items():
                assert verdict is not Verdict.SAME or partition[one] == partition[other]


@settings(max_examples=30, deadline=None)
@given(LISTS)
def test_no_veto_stands_inside_a_cluster(rows: Rows) -> None:
    records = frame(rows)
    values = cleaned(records)
    model = Model(records=len(values), counts=counted(values))
    found = dedupe.resolve(records)
    for partition in (labels(found.clusters), labels(found.unasked)):
        inside = [
            (one, other)
            for one, other in combinations(range(len(rows)), 2)
            if partition[f"r{one:02}"] == partition[f"r{other:02}"]
        ]
        table = np.array(inside, dtype=np.int64).reshape(-1, 2)
        pairs = Pairs(table[:, 0], table[:, 1])
        assert not vetoed(compared(values, pairs, frequencies(model, values))).any()


@settings(max_examples=25, deadline=None)
@given(LISTS, JUDGED)
def test_what_is_merged_unasked_is_merged_in_the_most_probable_people(
    rows: Rows, judged: Said
) -> None:
    found = dedupe.resolve(frame(rows), acts(judged, len(rows)))
    probable = labels(found.clusters)
    for record, person in labels(found.unasked).items():
        assert probable[record] == probable[person]
        assert person <= record


@settings(deadline=None)
@given(st.text(max_size=60))
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert composed(composed(text)) == composed(text)
    assert token(token(text)) == token(text)
    assert sound(sound(token(text))) == sound(sound(sound(token(text))))
    key = phone_key(text)
    assert key is None or phone_key(key) in {key, key.lstrip("0")} or len(key.lstrip("0")) < 6


@settings(deadline=None)
@given(st.sampled_from(GIVEN), st.sampled_from(FAMILY))
def test_a_parsed_name_parses_to_itself(first: str, last: str) -> None:
    name = parsed(f"{first} {last}")
    again = parsed(f"{name.given} {name.family}")
    assert (again.given, again.family) == (name.given, name.family)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_tokens_of_any_text_are_lower_case_letters(text: str) -> None:
    name = parsed(text)
    for part in (name.given, name.family, name.middle, *name.called, *name.families):
        assert part == "" or (part.isascii() and part.isalpha() and part == part.lower())
