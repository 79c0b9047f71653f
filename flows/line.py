"""The line as a Prefect flow: each stage a task, the receipt an artifact.

The only module that imports Prefect; `flows.run` sets its environment first.
"""

from collections.abc import Callable
from contextlib import closing
from contextvars import ContextVar
from typing import TypeVar, cast

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
# Not a parameter: Prefect stores those, and the options name the owner and may hold a password.
_job: ContextVar[tuple[Home, Options]] = ContextVar("job")


def as_task(name: str, stage: Callable[[], Result]) -> Result:
    """Call a stage as a task; what is done once is known from our own store, not from a cache."""
    return task(name=name, cache_policy=NO_CACHE, persist_result=False)(stage)()


@flow(name="weakties", persist_result=False, validate_parameters=False)
def line(as_of: str) -> State[Receipt]:
    """Read what is new in the home of `run_line` and bring its report up to date."""
    place, choices = _job.get()
    with closing(store.Database.open(choices.database_url)) as database:
        seen: Look = as_task("scan", lambda: look(database, place, choices))
        receipt = carry_out(database, place, choices, seen, as_task)
    create_markdown_artifact(receipt.as_markdown(), key="receipt", description=f"As of {as_of}")
    if receipt.trouble:
        words = f"{len(receipt.trouble)} files could not be read"
        return Completed(name="CompletedWithFailures", message=words, data=receipt)
    return Completed(data=receipt)


def run_line(home: Home, options: Options) -> Receipt:
    """Return the receipt of a run of the flow."""
    token = _job.set((home, options))
    try:
        state = line(options.as_of.isoformat(), return_state=True)
        return cast("Receipt", state.result())
    finally:
        _job.reset(token)
