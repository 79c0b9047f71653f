"""Find out which records are one person, and what is known of each person."""

from collections.abc import Mapping

import pandas as pd

import store
from contacts import frames
from dedupe import merge
from dedupe.company_contacts import company_contacts
from flows.home import Options
from flows.progress import progress
from flows.stages import connection_news, sides
from flows.stages.matching import Matched, match
from flows.stages.material import Material, material
from flows.stages.questions import asked_pairs
from flows.stages.refits import Refit, refit_of


def resolve(
    database: store.Database, options: Options, *, refit: bool = False
) -> Mapping[str, int]:
    """Match the records and write persons, their values and the open questions.

    The owner's own cards are nobody's, the two sides of a card one person's. With `refit` the model
    is fitted again, whether it is due or not. Returns `resolved_counts`, and how many people a
    model that was fitted again merged into others and parted.
    """
    progress().stage("Finding who is who", 1)
    with database.read() as tx:
        given = material(tx, options)
        corrections = store.acts.corrections(tx)
        found = match(tx, given.records(), given.said(), refit=refit)
        clusters = sides.with_backs(found.clusters, given.front_of)
        changes = refit_of(tx, clusters) if found.fitted else Refit()
    lists, noted = given.lists, _noted(found, given, clusters)
    with database.write() as tx:
        found.write(tx, noted, options.as_of.isoformat(), changes.as_json())
        people = store.people.assign(tx, clusters)
        current = connection_news.up_to_date(given.claims, lists.same, corrections, people)
        store.people.write_values(tx, merge.survivors(current, people))
        store.lists.write_news(tx, connection_news.news(lists, people))
        counts = resolved_counts(tx)
    progress().advance()
    return counts | {"refit_merged": changes.merged, "refit_parted": changes.parted}


def refit_told(database: store.Database, options: Options) -> Refit:
    """Return whom a model fitted now would merge and part; nothing is written."""
    with database.read() as tx:
        given = material(tx, options)
        found = match(tx, given.records(), given.said(), refit=True)
        return refit_of(tx, sides.with_backs(found.clusters, given.front_of))


def _noted(found: Matched, given: Material, clusters: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs that photos in a row and lists of connections bring, not the model."""
    judgements = given.judgements
    pairs = sides.with_sides(found.pairs, given.cards, judgements, clusters)
    pairs = connection_news.with_questions(pairs, given.lists.perhaps, judgements, clusters)
    key = ["record_id_1", "record_id_2"]
    compared = pd.MultiIndex.from_frame(found.pairs[key])
    others = ~pd.MultiIndex.from_frame(pairs[key]).isin(compared)
    return frames.PAIRS.typed(pairs[others])


def resolved_counts(tx: store.Transaction) -> dict[str, int]:
    """Return the counts of what was resolved last.

    `records` of `people` and `companies` (cards without a person), `questions` (pairs that only the
    user can judge), `own_photos` (of the owner's own card), `gone` (no connections any more).
    """
    assigned = store.people.memberships(tx)
    companies = len(company_contacts(store.people.values(tx)))
    return {
        "records": len(assigned),
        "people": int(assigned["cluster_id"].nunique()) - companies,
        "companies": companies,
        "questions": len(asked_pairs(tx)),
        "own_photos": len(store.records.photos_of_nobody(tx)),
        "gone": connection_news.gone(tx),
    }
