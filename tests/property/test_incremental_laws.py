from random import Random

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

import dedupe
from contacts.frames import CLUSTERS, PAIRS, RECORDS
from contacts.identifiers import RecordId
from contacts.judgements import Judgement, Verdict

GIVEN = ["Ann", "Annie", "Tom", "Thomas", "A.", "Bo", "Kai"]
FAMILY = ["Quillfeather", "Quilfeather", "Roe", "Lund", "Roe-Lund", "Q."]
NAMES = st.builds(
    lambda given, family, suffix: f"{given} {family}{suffix}",
    st.sampled_from(GIVEN),
    st.sampled_from(FAMILY),
    st.sampled_from(["", "", " Jr.", " Sr."]),
)
ROWS = st.fixed_dictionaries(
    {
        "full_name": st.one_of(st.none(), NAMES, NAMES, st.text(max_size=12)),
        "company": st.sampled_from([None, "Acme", "Acme Ltd", "Zenith"]),
        "emails": st.sampled_from([None, None, "ann@acme.com", "info@acme.com", "tom@zenith.de"]),
        "phones": st.sampled_from([None, None, "040 1234567", "030 7654321"]),
        "profile_url": st.sampled_from(
            [None, None, "linkedin.com/in/ann-q1", "linkedin.com/in/roe", "linkedin.com/in/lund"]
        ),
        "date": st.sampled_from([None, "2020-01-10", "2020-02-01", "2024-02-01"]),
        "source": st.sampled_from(["card", "linkedin", "vcard"]),
    }
)
LISTS = st.lists(ROWS, min_size=1, max_size=24)
JUDGED = st.lists(
    st.tuples(st.integers(0, 23), st.integers(0, 23), st.sampled_from(Verdict)), max_size=5
)
Rows = list[dict[str, str | None]]


def frame(rows: Rows, chosen: list[int]) -> pd.DataFrame:
    return RECORDS.build({"record_id": f"r{at:02}", **rows[at]} for at in chosen)


def acts(judged: list[tuple[int, int, Verdict]], count: int) -> list[Judgement]:
    return [
        Judgement(RecordId(f"r{one % count:02}"), RecordId(f"r{other % count:02}"), verdict)
        for one, other, verdict in judged
        if one % count != other % count
    ]


class Kept:
    """What a caller keeps of changes: the rows of tables, replaced as each change says."""

    def __init__(self) -> None:
        self.clusters, self.unasked, self.pairs = CLUSTERS.empty(), CLUSTERS.empty(), PAIRS.empty()

    def take(self, change: dedupe.Change) -> None:
        touched = {*change.found.clusters["record_id"], *change.gone}
        found = change.found
        self.clusters = replaced(self.clusters, found.clusters, touched)
        self.unasked = replaced(self.unasked, found.unasked, touched)
        stays = ~self.pairs["record_id_1"].isin(touched) & ~self.pairs["record_id_2"].isin(touched)
        pairs = pd.concat([self.pairs[stays], found.pairs])
        self.pairs = PAIRS.typed(pairs.sort_values(["record_id_1", "record_id_2"]))


def replaced(table: pd.DataFrame, rows: pd.DataFrame, touched: set[str]) -> pd.DataFrame:
    kept = table[~table["record_id"].isin(touched)]
    return CLUSTERS.typed(pd.concat([kept, rows]).sort_values("record_id"))


def assert_equal(kept: Kept, whole: dedupe.Resolution) -> None:
    pd.testing.assert_frame_equal(kept.clusters, whole.clusters)
    pd.testing.assert_frame_equal(kept.unasked, whole.unasked)
    pd.testing.assert_frame_equal(kept.pairs, whole.pairs, check_exact=True)


def portions(count: int, random: Random) -> list[list[int]]:
    order = list(range(count))
    random.shuffle(order)
    cuts = sorted(random.sample(range(count + 1), k=min(count, random.randint(0, 5))))
    return [order[a:b] for a, b in zip([0, *cuts], [*cuts, count], strict=True) if a < b]


@settings(max_examples=10, deadline=None)
@given(LISTS, LISTS, JUDGED, st.randoms(use_true_random=False))
def test_records_in_any_order_and_portions_are_matched_as_all_at_once(
    rows: Rows, others: Rows, judged: list[tuple[int, int, Verdict]], random: Random
) -> None:
    model = dedupe.fit(frame(others, list(range(len(others)))))
    said = acts(judged, len(rows))
    first, *later = portions(len(rows), random)
    begun = dedupe.settled(frame(rows, sorted(first)), said, model=model)
    index = dedupe.Index(model, frame(rows, first), begun.places, said)
    kept = Kept()
    kept.clusters, kept.unasked = begun.found.clusters, begun.found.unasked
    kept.pairs = begun.found.pairs
    for portion in later:
        kept.take(index.add(frame(rows, portion)))
    whole = dedupe.resolve(frame(rows, list(range(len(rows)))), said, model=model)
    assert_equal(kept, whole)


@settings(max_examples=10, deadline=None)
@given(LISTS, LISTS, JUDGED, JUDGED, st.randoms(use_true_random=False))
def test_changed_and_gone_records_and_new_judgements_leave_what_all_at_once_would(
    rows: Rows,
    others: Rows,
    before: list[tuple[int, int, Verdict]],
    after: list[tuple[int, int, Verdict]],
    random: Random,
) -> None:
    count = len(rows)
    model = dedupe.fit(frame(rows, list(range(count))))
    begun = dedupe.settled(frame(rows, list(range(count))), acts(before, count), model=model)
    index = dedupe.Index(model, frame(rows, list(range(count))), begun.places, acts(before, count))
    kept = Kept()
    kept.clusters, kept.unasked = begun.found.clusters, begun.found.unasked
    kept.pairs = begun.found.pairs
    now = dict(enumerate(rows))
    for other in others[:4]:
        now[random.randrange(count)] = other
    changed = [at for at in now if now[at] is not rows[at]]
    gone = [at for at in range(count) if random.random() < 0.2]
    left = [at for at in range(count) if at not in gone]
    current = [now[at] for at in range(count)]
    fresh = frame(current, [at for at in changed if at not in gone])
    kept.take(index.add(fresh, [f"r{at:02}" for at in gone], acts(after, count)))
    whole = dedupe.resolve(frame(current, left), acts(after, count), model=model)
    assert_equal(kept, whole)
