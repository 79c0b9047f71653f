from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from dedupe.arrays import Flags, Ids, among, distinct
from dedupe.block import OUTGROWN, OutgrownError, Pairs, candidates, fitted_keys, keys
from dedupe.cluster import clustered, components, within
from dedupe.compare import Comparison, compared
from dedupe.edges import Edges
from dedupe.frequencies import Frequencies, counted, frequencies, holders
from dedupe.levels import CompanyLevel, Level
from dedupe.model import Model
from dedupe.normalise import cleaned
from dedupe.priors import learnt_priors, priors_of
from dedupe.rivals import rival_bits
from dedupe.titles import title_core
from dedupe.values import Cleaned
from dedupe.vetoes import Judged, vetoed
from dedupe.weigh import Weights, weighed

People = Callable[..., pd.DataFrame]


def edges(*rows: tuple[int, int, float, bool]) -> Edges:
    left, right, bits, apart = zip(*rows, strict=True)
    pairs = Pairs(np.array(left, dtype=np.int64), np.array(right, dtype=np.int64))
    return Edges(pairs, np.array(bits), np.array(apart))


def weights(records: int, found: Comparison) -> Weights:
    return weighed(Model(records=records), found, np.zeros(len(found.turned)))


def common(values: Cleaned) -> Frequencies:
    return frequencies(Model(records=len(values), counts=counted(values)), values)


def every_row(values: Cleaned) -> Flags:
    return np.ones(len(values), dtype=np.bool_)


def ids(*values: int) -> Ids:
    return np.array(values, dtype=np.int64)


def test_every_kind_of_key_brings_its_pairs(people: People) -> None:
    rows = people(
        {"full_name": "Ann Quill", "phones": "040 9618602", "emails": "aq@acme.de"},
        {"full_name": "Bo Ek", "phones": "+49 40 9618602"},
        {"full_name": "Kai Lund", "emails": "AQ@acme.de"},
        {"full_name": "Quill Ann"},
        {"full_name": "Annie Quill"},
    )
    values = cleaned(rows)
    pairs = candidates(fitted_keys(values, every_row(values))[0], len(values))
    found = set(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True))
    assert {(0, 1), (0, 2), (0, 3), (0, 4)} <= found
    assert (1, 2) not in found


def test_rows_that_are_not_asked_bring_no_pairs(people: People) -> None:
    values = cleaned(people(*({"full_name": "Ann Quill"} for _ in range(3))))
    held, _ = fitted_keys(values, np.array([True, False, True]))
    pairs = candidates(held, len(values))
    assert (pairs.left.tolist(), pairs.right.tolist()) == ([0], [2])


def test_levels_are_named_as_a_person_would(people: People) -> None:
    rows = people(
        {"full_name": "Robert Quillfeather", "company": "General Electric"},
        {"full_name": "Bob Quillfeather", "company": "GE"},
        {"full_name": "R. Quillfeather", "company": "General Electrlc"},
        {"full_name": "Quillfeather Robert", "company": "Zenith"},
    )
    values = cleaned(rows)
    found = compared(values, Pairs(ids(0, 0, 0), ids(1, 2, 3)), common(values))
    assert found.given.level.tolist() == [Level.NICKNAME, Level.INITIAL, Level.EXACT]
    assert found.turned.tolist() == [False, False, True]
    assert found.company.level.tolist() == [
        CompanyLevel.SHORT_FORM,
        CompanyLevel.ALIKE,
        CompanyLevel.DIFFERENT,
    ]


def test_a_rare_name_weighs_more_than_a_common_one(people: People) -> None:
    johns = [{"full_name": f"John {family}"} for family in ("Ash", "Elm", "Oak", "Fir", "Yew")]
    rows = people(*johns, {"full_name": "John Ash"}, *({"full_name": "Zeno Ash"} for _ in "12"))
    values = cleaned(rows)
    found = compared(values, Pairs(ids(0, 6), ids(5, 7)), common(values))
    john, zeno = weights(len(values), found).given
    assert zeno > john


def test_copies_do_not_make_a_name_common(people: People) -> None:
    once = cleaned(people({"full_name": "Ann Quill"}))
    often = cleaned(people(*({"full_name": "Ann Quill"} for _ in range(50))))
    assert common(once).given[1] == common(often).given[1]


def test_a_shared_phone_weighs_less_the_more_names_share_it(people: People) -> None:
    rows = people(
        {"full_name": "Ann Quill", "phones": "040 1111112"},
        {"full_name": "Ann Quill", "phones": "040 1111112"},
        *({"full_name": f"{name} Roe", "phones": "040 2222223"} for name in ("Bo", "Kim", "Eve")),
    )
    values = cleaned(rows)
    assert sorted(holders(values, values.phones)[1:].tolist()) == [1, 3]
    found = compared(values, Pairs(ids(0, 2), ids(1, 3)), common(values))
    own, shared = weights(len(values), found).phone
    assert own > shared > 0


def test_another_employer_of_the_same_time_is_evidence_and_a_later_one_hardly(
    people: People,
) -> None:
    card = {"full_name": "Ann Quill", "company": "Acme", "date": "2020-01-10"}
    rows = people(
        card,
        {**card, "company": "Zenith", "date": "2020-02-01"},
        {**card, "company": "Zenith", "date": "2024-02-01"},
    )
    values = cleaned(rows)
    found = compared(values, Pairs(ids(0, 0), ids(1, 2)), common(values))
    at_once, later = weights(len(values), found).company
    assert at_once < later < 0


def test_an_address_misread_on_a_card_is_no_veto(people: People) -> None:
    rows = people(
        {"full_name": "Ann Quill", "profile_url": "linkedin.com/in/ann-quill-4a5c65bx"},
        {
            "full_name": "Ann Quill",
            "source": "linkedin",
            "profile_url": "https://www.linkedin.com/in/ann-quill-4a5c65b2",
        },
    )
    values = cleaned(rows)
    found = compared(values, Pairs(ids(0), ids(1)), common(values))
    assert not vetoed(found).any()


def test_the_strongest_edge_comes_first_and_a_veto_stops_the_weaker() -> None:
    found = edges((0, 1, 5.0, False), (1, 2, 9.0, False), (0, 2, 1.0, True))
    assert clustered(3, found, Judged(), least=0.0).tolist() == [0, 1, 1]


def test_equal_edges_are_taken_in_the_order_of_the_rows() -> None:
    found = edges((0, 2, 5.0, False), (1, 2, 5.0, False), (0, 1, 0.0, True))
    assert clustered(3, found, Judged(), least=0.0).tolist() == [0, 1, 0]


def test_components_forget_vetoes_and_clusters_stay_within_them() -> None:
    found = edges((0, 1, 5.0, False), (1, 2, 9.0, False), (0, 2, 1.0, True), (3, 4, -1.0, False))
    assert components(5, found, Judged(), 0.0).tolist() == [0, 0, 0, 3, 4]
    assert components(5, found, Judged(same=((3, 4),)), 0.0).tolist() == [0, 0, 0, 3, 3]


def test_within_gives_every_pair_of_a_cluster_once() -> None:
    pairs = within(ids(0, 1, 0, 0, 1))
    found = list(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True))
    assert found == [(0, 2), (0, 3), (1, 4), (2, 3)]


def test_rivals_share_the_odds_of_a_record_without_a_profile(people: People) -> None:
    rows = people(
        {"full_name": "Ann Quill"},
        {"full_name": "Ann Quill", "profile_url": "https://www.linkedin.com/in/ann-1111111"},
        {"full_name": "Ann Quill", "profile_url": "https://www.linkedin.com/in/ann-2222222"},
    )
    pairs = Pairs(ids(0, 0), ids(1, 2))
    lost = rival_bits(cleaned(rows), pairs, np.array([10.0, 3.0]), np.array([False, False]))
    assert lost[0] == pytest.approx(-np.log2(1 + 2.0**3), abs=1e-6)
    assert lost[1] == pytest.approx(-np.log2(1 + 2.0**10), abs=1e-6)


def test_set_operations_are_those_of_numpy() -> None:
    values = ids(5, 3, 5, 1)
    assert distinct(values).tolist() == [1, 3, 5]
    assert among(values, ids(3, 9)).tolist() == [False, True, False, False]


def test_another_mailbox_at_one_company_speaks_against_one_person(people: People) -> None:
    rows = people(
        {"full_name": "Ann Quill", "emails": "ann.quill@acme.de"},
        {"full_name": "Ann Quill", "emails": "ann.miller@acme.de"},
        {"full_name": "Ann Quill", "emails": "ann.quill@gmail.com"},
    )
    values = cleaned(rows)
    found = compared(values, Pairs(ids(0, 0), ids(1, 2)), common(values))
    assert found.other_desk.tolist() == [True, False]
    assert weights(len(values), found).desk.tolist()[0] < 0


def test_a_switchboard_says_no_more_than_its_company(people: People) -> None:
    desk = {"company": "Acme", "phones": "040 1234567"}
    home = {"phones": "030 7654321"}
    names = ({"full_name": "Ann Quill"}, {"full_name": "Ann Roe"})
    rows = people(*({**name, **desk} for name in names), *({**name, **home} for name in names))
    values = cleaned(rows)
    found = compared(values, Pairs(ids(0, 2), ids(1, 3)), common(values))
    found_weights = weights(len(values), found)
    company, phone_alone = found_weights.company[0], found_weights.phone[1]
    assert company > 0
    assert company + found_weights.phone[0] == max(company, phone_alone)


def test_a_numbered_mailbox_at_a_company_tells_of_a_namesake(people: People) -> None:
    rows = people(
        {"full_name": "Ann Quill", "emails": "ann.quill2@acme.de"},
        {"full_name": "Ann Quill", "emails": "aquill2@gmail.com"},
        {"full_name": "Ann Quill"},
    )
    values = cleaned(rows)
    assert values.numbered.tolist() == [True, False, False]
    found = compared(values, Pairs(ids(0, 1), ids(2, 2)), common(values))
    one, other = weights(len(values), found).numbered
    assert one < other == 0


def test_a_name_of_two_profiles_alone_makes_nobody_one_person(people: People) -> None:
    profile = {"source": "linkedin"}
    rows = people(
        {"full_name": "Ann Quill", **profile, "profile_url": "linkedin.com/in/quillfeather"},
        {"full_name": "Ann Quill", **profile, "profile_url": "linkedin.com/in/ann-of-york"},
        {"full_name": "Ann Quill"},
        {"full_name": "Ann Quill"},
        {"full_name": "Bo Lund", **profile, "profile_url": "linkedin.com/in/lund"},
        {"full_name": "Bo Lund"},
        {"full_name": "Bo Lund"},
    )
    values = cleaned(rows)
    assert counted(values).bearers == {"ann quill": 2}
    found = compared(values, Pairs(ids(0, 2, 5), ids(2, 3, 6)), common(values))
    with_profile, without, alone = weights(2000, found).bearers
    assert without < with_profile == alone == 0


def test_a_numbered_mailbox_proves_two_bearers_and_a_misread_profile_none(people: People) -> None:
    rows = people(
        {"full_name": "Ann Quill", "emails": "ann.quill2@acme.de"},
        {"full_name": "Bo Lund", "profile_url": "linkedin.com/in/lund"},
        {"full_name": "Bo Lund", "profile_url": "linkedin.com/in/lurd"},
        {"full_name": "Ek", "emails": "ek2@acme.de"},
    )
    assert counted(cleaned(rows)).bearers == {"ann quill": 2}


def test_other_phones_and_the_same_work_are_weak_evidence(people: People) -> None:
    rows = people(
        {"full_name": "Ann Quill", "phones": "040 1111112", "title": "Senior Editor"},
        {"full_name": "Ann Quill", "phones": "030 2222223", "title": "Editor, EMEA"},
        {"full_name": "Ann Quill", "title": "Glazier"},
    )
    values = cleaned(rows)
    found = compared(values, Pairs(ids(0, 0), ids(1, 2)), common(values))
    weighed_ = weights(len(values), found)
    assert weighed_.phone[0] < weighed_.phone[1] == 0
    assert weighed_.title[0] > weighed_.title[1] == 0


def test_a_rank_is_not_what_somebody_does() -> None:
    assert title_core("Sr. Director of Procurement") == title_core("Head of Procurement")
    assert title_core("Vice President") == "president"
    assert title_core("Managing Director") == ""


def test_a_suffix_that_one_lacks_speaks_against_one_person(people: People) -> None:
    rows = people({"full_name": "Ann Quill"}, {"full_name": "Ann Quill III"})
    values = cleaned(rows)
    found = compared(values, Pairs(ids(0), ids(1)), common(values))
    assert weights(len(values), found).generation[0] < 0


def test_sources_that_repeat_nobody_lower_the_odds_of_a_match(people: People) -> None:
    values = cleaned(people(*({"full_name": f"Ann {at}"} for at in range(200))))
    model = Model(records=len(values))
    given = model.prior("card", "card")
    pairs = Pairs(np.arange(100), np.arange(100, 200))
    doubtful, sure = np.full(100, -4.0), np.full(100, 12.0)
    vetoed_ = np.zeros(100, dtype=np.bool_)
    few = learnt_priors(model, values, pairs, doubtful, vetoed_)["card", "card"]
    many = learnt_priors(model, values, pairs, sure, vetoed_)["card", "card"]
    none = learnt_priors(model, values, pairs, sure, ~vetoed_)["card", "card"]
    assert none <= few < given <= many


def test_odds_are_learnt_for_each_two_kinds_of_source(people: People) -> None:
    rows = [
        {"full_name": f"Ann {at}", "source": "card" if at < 100 else "vcard"} for at in range(200)
    ]
    values = cleaned(people(*rows))
    sources = values.source.astype(str)
    cards, books = np.flatnonzero(sources == "card"), np.flatnonzero(sources == "vcard")
    pairs = Pairs(np.minimum(cards, books), np.maximum(cards, books))
    sure, vetoed_ = np.full(100, 12.0), np.zeros(100, dtype=np.bool_)
    model = Model(records=len(values))
    found = learnt_priors(model, values, pairs, sure, vetoed_)
    assert found["card", "vcard"] > found["card", "card"]
    learnt = replace(model, priors=found)
    assert priors_of(learnt, values, pairs)[0] == found["card", "vcard"]


def test_a_key_that_a_model_knows_to_be_common_brings_no_pairs(people: People) -> None:
    names = [f"Ann {a}{b}lund" for a in "bdfgk" for b in "aeiouy"]
    crowd = cleaned(people(*({"full_name": name, "phones": "040 9618602"} for name in names)))
    few = cleaned(people(*({"full_name": name, "phones": "040 9618602"} for name in names[:2])))
    _, common_keys = fitted_keys(crowd, every_row(crowd))
    unknown = np.empty(0, dtype=np.uint64)
    assert len(candidates(keys(few, every_row(few), unknown), 2)) == 1
    assert len(candidates(keys(few, every_row(few), common_keys), 2)) == 0


def test_a_key_that_grows_too_common_makes_a_model_void(people: People) -> None:
    rows = [{"full_name": f"Ann {at}lund", "phones": "040 9618602"} for at in range(OUTGROWN + 1)]
    values = cleaned(people(*rows))
    held = keys(values, every_row(values), np.empty(0, dtype=np.uint64))
    with pytest.raises(OutgrownError):
        candidates(held, len(values))
