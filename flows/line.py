"""The line as a Prefect flow: each stage a task, the receipt an artifact.

The only module that imports Prefect; `flows.run` sets its environment first.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.states import Completed

import store
from flows.home import Home, Options
from flows.order import Look, carry_out, look
from flows.receipt import Receipt

Result = TypeVar("Result")


def as_task(name: str, stage: Callable[[], Result]) -> Result:
    """Call a stage as a task; what is done once is known from our own store, not from a cache."""
    return task(name=name, cache_policy=NO_CACHE, persist_result=False)(stage)()


@flow(name="weakties", persist_result=False, validate_parameters=False)
def line(home: str, options: dict[str, str | int | float]) -> State[Receipt]:
    """Read what is new in a home's inbox and bring its report up to date."""
    place, choices = Home(Path(home)), Options.from_parameters(options)
    database = store.Database.open(choices.database_url)
    try:
        seen: Look = as_task("scan", lambda: look(database, place, choices))
        receipt = carry_out(database, place, choices, seen, as_task)
    finally:
        database.close()
    create_markdown_artifact(receipt.as_markdown(), key="receipt", description="What a run did")
    if receipt.trouble:
        words = f"{len(receipt.trouble)} files could not be read"
        return Completed(name="CompletedWithFailures", message=words, data=receipt)
    return Completed(data=receipt)
