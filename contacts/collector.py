"""Python's collector of reference cycles, kept still where it would only look on."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def still() -> Iterator[None]:
    """Keep the collector off meanwhile.

    Where millions of objects are made that stay and form no cycles, it walks through all of them
    again and again: a tenth to a third of the time (`make bench-linkedin`, `make bench-report`).
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
