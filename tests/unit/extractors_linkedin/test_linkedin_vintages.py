"""Every vintage of the export, re-saved and packed as people do: nothing is lost or made up."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[3] / "bench"))
from vintages import VINTAGES, Vintage, check, variants


@pytest.mark.parametrize("vintage", VINTAGES, ids=lambda one: one.name)
def test_every_re_save_says_the_same_of_everybody(vintage: Vintage) -> None:
    for one, resave, packing in variants(seed=3):
        if one is vintage:
            people, wrong = check(3, one, resave, packing)
            assert not wrong, (resave.name, packing)
            assert people > 10
