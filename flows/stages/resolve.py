"""Find out which records are one person, and what is known of each person."""

from collections.abc import Mapping

import dedupe
import store
from dedupe import merge
from dedupe.company_contacts import company_contacts
from flows.home import Options
from flows.progress import progress
from flows.stages import connection_news, sides
from flows.stages.material import material
from flows.stages.questions import asked_pairs


def resolve(database: store.Database, options: Options) -> Mapping[str, int]:
    """Match all records and write persons, their values and the open questions.

    The owner's own cards are nobody's, the two sides of a card one person's. Returns
    `resolved_counts`.
    """
    progress().stage("Finding who is who", 1)
    with database.read() as tx:
        given = material(tx, options)
        corrections = store.acts.corrections(tx)
    found = dedupe.resolve(given.records(), given.said())
    clusters = sides.with_backs(found.unasked, given.front_of)
    judgements, lists = given.judgements, given.lists
    pairs = sides.with_sides(found.pairs, given.cards, judgements, clusters)
    pairs = connection_news.with_questions(pairs, lists.perhaps, judgements, clusters)
    with database.write() as tx:
        people = store.people.assign(tx, clusters)
        current = connection_news.up_to_date(given.claims, lists.same, corrections, people)
        store.people.write_values(tx, merge.survivors(current, people))
        store.lists.write_news(tx, connection_news.news(lists, people))
        store.people.write_pairs(tx, pairs)
        counts = resolved_counts(tx)
    progress().advance()
    return counts


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
