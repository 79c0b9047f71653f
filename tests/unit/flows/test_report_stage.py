"""The report of an invented network: its parts agree, and it is written without the collector."""

import gc
from collections.abc import Iterator
from dataclasses import replace

import pytest

import store
from contacts import collector
from contacts.report import Report
from contacts.ties import TieClass
from flows.home import Home, Options
from flows.order import carry_out, look
from flows.stages.report import compose
from triage.weights import DEFAULTS
from weakties.demo.world import TODAY, build, write


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Iterator[store.Database]:
    """Return the database of an invented world that no test writes to."""
    home = Home(tmp_path_factory.mktemp("home"))
    home.create()
    write(build(7, 80, TODAY, cards=0), home.root)
    url = f"sqlite:///{home.database}"
    options = Options(as_of=TODAY, database_url=url, settle_seconds=0)
    database = store.Database.open(url)
    carry_out(database, home, options, look(database, home, options))
    yield database
    database.close()


def composed(database: store.Database, decay: float = DEFAULTS.decay) -> Report:
    with database.read() as tx:
        return compose(tx, replace(DEFAULTS, decay=decay))


def test_the_pictures_count_those_whom_the_report_counts(network: store.Database) -> None:
    report = composed(network)
    classes = {kind: report.counts[kind.value] for kind in TieClass}
    undated = sum(row.last_contact is None for row in report.people)
    today = next(point for point in reversed(report.memory) if not point.ahead)
    assert today.on == report.as_of
    assert (today.known, today.weak) == (classes[TieClass.KNOWN], classes[TieClass.WEAK])
    assert today.cannot_tell == classes[TieClass.CANNOT_TELL] - undated
    assert report.growth[-1].people == report.counts["people"] - undated
    assert sum(row.people for row in report.beginnings) == report.counts["people"]
    assert sum(row.known for row in report.beginnings) == classes[TieClass.KNOWN]
    (left,) = report.burn_down  # nobody was asked yet
    assert (left.weak, left.cannot_tell) == (
        classes[TieClass.WEAK],
        classes[TieClass.CANNOT_TELL],
    )


def test_who_fades_is_known_today(network: store.Database) -> None:
    report = composed(network)
    known = {row.person for row in report.people if row.tie_class is TieClass.KNOWN}
    assert report.fading
    assert {row.person for row in report.fading} <= known
    assert report.memory[-1].known == len(known) - len(report.fading)


def test_groups_of_weak_ties_hold_weak_ties_once(network: store.Database) -> None:
    report = composed(network)
    weak = {row.person for row in report.people if row.tie_class is TieClass.WEAK}
    grouped = [person for group in report.weak_groups for person in group.people]
    assert len(grouped) == len(set(grouped))
    assert set(grouped) <= weak


def test_the_users_own_weights_shape_what_is_ahead(network: store.Database) -> None:
    usual, slow = composed(network), composed(network, decay=0.1)
    assert len(slow.fading) < len(usual.fading)
    assert slow.counts == usual.counts


def test_the_collector_works_again_after_an_error() -> None:
    def fail() -> None:
        with collector.still():
            assert not gc.isenabled()
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert gc.isenabled()
