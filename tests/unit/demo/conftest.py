"""One small world, built once for all these tests."""

import pytest

from weakties.demo.world import World, build


@pytest.fixture(scope="session")
def world() -> World:
    return build(7, 240, cards=16)
