from dataclasses import replace
from pathlib import Path

import pytest

from contacts.errors import UsageError
from flows.home import Home
from triage.weights import DEFAULTS
from weakties.settings import Settings, as_toml, changed_toml, load


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"WEAKTIES_{name.upper()}", raising=False)


def test_flags_outrank_the_environment_and_that_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home(tmp_path)
    home.settings.write_text('region = "DE"\nowner = "Ada"\ntoday = 7\n')
    monkeypatch.setenv("WEAKTIES_REGION", "FR")
    monkeypatch.setenv("WEAKTIES_TODAY", "6")
    settings = load(home, region="GB")
    assert (settings.region, settings.today, settings.owner) == ("GB", 6, "Ada")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('region = "Germany"', "'Germany'"),
        ("today = 0", "setting today"),
        ('time_zone = "Mars/Olympus"', "Mars/Olympus"),
        ("tody = 4", "tody"),
        ("region = ", "no valid TOML"),
        ('owner_emails = ["ada at home"]', "ada at home"),
        ('owner_profile = "Ada"', "'Ada'"),
        ('store.messages = "some"', "'some'; want none, excerpt or all"),
        ('[store]\nmessage = "all"', "store.message"),
        ("[weights]\ncard = -1", r"weights.card: is -1; want a number from 0 to 10"),
        ("[weights]\nbatch_size = 2.5", "is 2.5; want a whole number from 2"),
        ('[weights]\ncard = "much"', "weights.card: is 'much'; want a number"),
        ("[weights]\ncards = 1", "weights.cards: there is none, but weights.card"),
        ("[weights]\ncard = nan", "weights.card: is nan"),
    ],
)
def test_a_bad_setting_is_named_with_its_value_and_file(
    tmp_path: Path, text: str, complaint: str
) -> None:
    home = Home(tmp_path)
    home.settings.write_text(text)
    with pytest.raises(UsageError, match=complaint) as caught:
        load(home)
    assert str(home.settings) in str(caught.value)


def test_what_init_writes_is_read_back(tmp_path: Path) -> None:
    home = Home(tmp_path)
    settings = load(home, owner='Ada "the" \\ Countess', region="GB", time_zone="Europe/London")
    home.settings.write_text(as_toml(settings))
    assert load(home).model_dump() == settings.model_dump()


def test_addresses_are_a_list_in_the_file_and_may_be_parted_by_commas_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home(tmp_path)
    home.settings.write_text('owner_emails = ["ada@x.example", "ada@y.example"]\n')
    listed = load(home).owner_emails
    monkeypatch.setenv("WEAKTIES_OWNER_EMAILS", "ada@x.example, ada@y.example")
    assert load(home).owner_emails == listed == ("ada@x.example", "ada@y.example")
    monkeypatch.setenv("WEAKTIES_OWNER_EMAILS", "")
    assert load(home).owner_emails == ()


def test_what_is_kept_of_messages_can_be_set_in_the_file_and_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home(tmp_path)
    assert load(home).options(home).messages == "excerpt"
    home.settings.write_text('store.messages = "none"\n')
    assert load(home).options(home).messages == "none"
    monkeypatch.setenv("WEAKTIES_STORE__MESSAGES", "all")
    assert load(home).options(home).messages == "all"


def test_init_writes_above_the_tables_of_the_file(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.settings.write_text(
        changed_toml('today = 3\n\n[store]\nmessages = "all"\n', {"owner": "Ada"})
    )
    settings = load(home)
    assert (settings.owner, settings.today, settings.store.messages) == ("Ada", 3, "all")


def test_weights_are_those_of_the_model_but_for_what_the_user_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home(tmp_path)
    assert load(home).options(home).weights == DEFAULTS
    home.settings.write_text("[weights]\ncard = 2\nfan_cap = 30\n")
    assert load(home).options(home).weights == replace(DEFAULTS, card=2.0, fan_cap=30)
    monkeypatch.setenv("WEAKTIES_WEIGHTS__CARD", "3")
    assert load(home).options(home).weights.card == 3.0
