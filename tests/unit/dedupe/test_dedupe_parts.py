from collections.abc import Callable

import numpy as np
import pandas as pd

from dedupe.arrays import Ids, among, distinct
from dedupe.block import Pairs, candidates
from dedupe.cluster import clustered, components, within
from dedupe.compare import Comparison, compared
from dedupe.edges import Edges
from dedupe.frequencies import frequencies, holders
from dedupe.levels import CompanyLevel, Level
from dedupe.normalise import cleaned
from dedupe.priors import default, learnt
from dedupe.rivals import rival_bits
from dedupe.titles import title_core
from dedupe.vetoes import Judged, vetoed
from dedupe.weigh import Weights, weighed

People = Callable[..., pd.DataFrame]


def edges(*rows: tuple[int, int, float, bool]) -> Edges:
    left, right, bits, apart = zip(*rows, strict=True)
    pairs = Pairs(np.array(left, dtype=np.int64), np.array(right, dtype=np.int64))
    return Edges(pairs, np.array(bits), np.array(apart))


def weights(records: int, found: Comparison) -> Weights:
    return weighed(records, found, np.zeros(len(found.turned)))


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
    pairs = candidates(cleaned(rows), np.ones(len(rows), dtype=np.bool_))
    found = set(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True))
    assert {(0, 1), (0, 2), (0, 3), (0, 4)} <= found
    assert (1, 2) not in found


def test_rows_that_are_not_asked_bring_no_pairs(people: People) -> None:
    values = cleaned(people(*({"full_name": "Ann Quill"} for _ in range(3))))
    pairs = candidates(values, np.array([True, False, True]))
    assert (pairs.left.tolist(), pairs.right.tolist()) == ([0], [2])


def test_levels_are_named_as_a_person_would(people: People) -> None:
    rows = people(
        {"full_name": "Robert Quillfeather", "company": "General Electric"},
        {"full_name": "Bob Quillfeather", "company": "GE"},
        {"full_name": "R. Quillfeather", "company": "General Electrlc"},
        {"full_name": "Quillfeather Robert", "company": "Zenith"},
    )
    values = cleaned(rows)
    found = compared(values, Pairs(ids(0, 0, 0), ids(1, 2, 3)), frequencies(values))
    assert found.given.level.tolist() == [Level.NICKNAME, Level.INITIAL, Level.EXACT]
    assert found.turned.tolist() == [False, False, True]
    assert found.company.level.tolist() == [
        CompanyLevel.SHORT_FORM,
        CompanyLevel.ALIKE,
        CompanyLevel.DIFFERENT,
    ]


def test_a_rare_name_weighs_more_than_a_common_one(people: People) -> None:
    common = [{"full_name": f"John {family}"} for family in ("Ash", "Elm", "Oak", "Fir", "Yew")]
    rows = people(*common, {"full_name": "John Ash"}, *({"full_name": "Zeno Ash"} for _ in "12"))
    values = cleaned(rows)
    found = compared(values, Pairs(ids(0, 6), ids(5, 7)), frequencies(values))
    john, zeno = weights(len(values), found).given
    assert zeno > john


def test_copies_do_not_make_a_name_common(people: People) -> None:
    once = cleaned(people({"full_name": "Ann Quill"}))
    often = cleaned(people(*({"full_name": "Ann Quill"} for _ in range(50))))
    assert frequencies(once).given[1] == frequencies(often).given[1]


def test_a_shared_phone_weighs_less_the_more_names_share_it(people: People) -> None:
    rows = people(
        {"full_name": "Ann Quill", "phones": "040 1111112"},
        {"full_name": "Ann Quill", "phones": "040 1111112"},
        *({"full_name": f"{name} Roe", "phones": "040 2222223"} for name in ("Bo", "Kim", "Eve")),
    )
    values = cleaned(rows)
    assert sorted(holders(values, values.phones)[1:].tolist()) == [1, 3]
    found = compared(values, Pairs(ids(0, 2), ids(1, 3)), frequencies(values))
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
    found = compared(values, Pairs(ids(0, 0), ids(1, 2)), frequencies(values))
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
    found = compared(values, Pairs(ids(0), ids(1)), frequencies(values))
    assert not vetoed(found).any()


def test_the_strongest_edge_comes_first_and_a_veto_stops_the_weaker() -> None:
    found = edges((0, 1, 5.0, False), (1, 2, 9.0, False), (0, 2, 1.0, True))
    assert clustered(3, found, Judged(), least=0.0).tolist() == [0, 1, 1]


def test_equal_edges_are_taken_in_the_order_of_the_rows() -> None:
    found = edges((0, 2, 5.0, False), (1, 2, 5.0, False), (0, 1, 0.0, True))
    assert clustered(3, found, Judged(), least=0.0).tolist() == [0, 1, 0]


def test_components_forget_vetoes_and_clusters_stay_within_them() -> None:
    found = edges((0, 1, 5.0, False), (1, 2, 9.0, False), (0, 2, 1.0, True), (3, 4, -1.0, False))
    assert components(5, found, Judged()).tolist() == [0, 0, 0, 3, 4]
    assert components(5, found, Judged(same=((3, 4),))).tolist() == [0, 0, 0, 3, 3]


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
    assert lost[0] == -np.log2(1 + 2.0**3)
    assert lost[1] == -np.log2(1 + 2.0**10)


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
    found = compared(values, Pairs(ids(0, 0), ids(1, 2)), frequencies(values))
    assert found.other_desk.tolist() == [True, False]
    assert weights(len(values), found).desk.tolist()[0] < 0


def test_a_switchboard_says_no_more_than_its_company(people: People) -> None:
    desk = {"company": "Acme", "phones": "040 1234567"}
    home = {"phones": "030 7654321"}
    names = ({"full_name": "Ann Quill"}, {"full_name": "Ann Roe"})
    rows = people(*({**name, **desk} for name in names), *({**name, **home} for name in names))
    values = cleaned(rows)
    found = compared(values, Pairs(ids(0, 2), ids(1, 3)), frequencies(values))
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
    found = compared(values, Pairs(ids(0, 1), ids(2, 2)), frequencies(values))
    one, other = weights(len(values), found).numbered
    assert one < other == 0


def test_other_phones_and_the_same_work_are_weak_evidence(people: People) -> None:
    rows = people(
        {"full_name": "Ann Quill", "phones": "040 1111112", "title": "Senior Editor"},
        {"full_name": "Ann Quill", "phones": "030 2222223", "title": "Editor, EMEA"},
        {"full_name": "Ann Quill", "title": "Glazier"},
    )
    values = cleaned(rows)
    found = compared(values, Pairs(ids(0, 0), ids(1, 2)), frequencies(values))
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
    found = compared(values, Pairs(ids(0), ids(1)), frequencies(values))
    assert weights(len(values), found).generation[0] < 0


def test_sources_that_repeat_nobody_lower_the_odds_of_a_match(people: People) -> None:
    values = cleaned(people(*({"full_name": f"Ann {at}"} for at in range(200))))
    given = default(values)
    pairs = Pairs(np.arange(100), np.arange(100, 200))
    doubtful, sure = np.full(100, -4.0), np.full(100, 12.0)
    vetoed_ = np.zeros(100, dtype=np.bool_)
    few = learnt(given, pairs, doubtful, vetoed_).of(pairs)
    many = learnt(given, pairs, sure, vetoed_).of(pairs)
    none = learnt(given, pairs, sure, ~vetoed_).of(pairs)
    assert none[0] <= few[0] < given.of(pairs)[0] <= many[0]


def test_odds_are_learnt_for_each_two_kinds_of_source(people: People) -> None:
    rows = [
        {"full_name": f"Ann {at}", "source": "card" if at < 100 else "vcard"} for at in range(200)
    ]
    values = cleaned(people(*rows))
    given = default(values)
    sources = values.source.astype(str)
    cards, books = np.flatnonzero(sources == "card"), np.flatnonzero(sources == "vcard")
    pairs = Pairs(np.minimum(cards, books), np.maximum(cards, books))
    found = learnt(given, pairs, np.full(100, 12.0), np.zeros(100, dtype=np.bool_))
    crossed = found.of(pairs) - given.of(pairs)
    within = Pairs(cards[:1], cards[1:2])
    assert crossed[0] > (found.of(within) - given.of(within))[0]
