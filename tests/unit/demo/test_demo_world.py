"""The invented world: reproducible, consistent, and nowhere real."""

import hashlib
import json
import re
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import phonenumbers
import pi_heif
import pytest
from PIL import Image
from PIL.ExifTags import Base

from weakties.demo.album import Shot
from weakties.demo.archive import members
from weakties.demo.careers import job_on
from weakties.demo.letters import Intent
from weakties.demo.lives import Role
from weakties.demo.print.cjk import CJK_CHARACTERS
from weakties.demo.ready_photos import CONFERENCE
from weakties.demo.truth import Json
from weakties.demo.world import World, build, sample, truth, write, write_sample

_LINKEDIN = {"www.linkedin.com", "linkedin.com"}
_DOMAIN = re.compile(r"(?:@|https?://|www\.)([a-z0-9.-]+\.[a-z]+)", re.IGNORECASE)


def _digests(home: Path) -> dict[str, str]:
    return {
        str(path.relative_to(home)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(home.rglob("*"))
        if path.is_file()
    }


def _told(world: World) -> Json:
    found: Json = json.loads(json.dumps(truth(world)))
    return found


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(build(3, 40, cards=6), tmp_path / name, photos=0)
    assert _digests(tmp_path / "one") == _digests(tmp_path / "two")


def test_another_seed_gives_another_world(tmp_path: Path) -> None:
    for seed in (3, 4):
        write(build(seed, 40, cards=6), tmp_path / str(seed), photos=0)
    first, second = _digests(tmp_path / "3"), _digests(tmp_path / "4")
    assert first.keys() == second.keys()
    assert all(first[name] != second[name] for name in first)


def test_another_day_moves_the_world(tmp_path: Path) -> None:
    earlier = build(3, 40, date(2024, 1, 15), cards=0)
    assert all(life.met.on < date(2024, 1, 15) for life in earlier.lives)
    write(earlier, tmp_path)
    assert (tmp_path / "inbox/linkedin/Complete_LinkedInDataExport_01-14-2024.zip").is_file()


def test_a_world_has_as_many_connections_and_photos_as_were_asked_for(world: World) -> None:
    assert sum(life.role is Role.CONNECTION for life in world.lives) == 240
    assert len(world.photos) == 16
    assert len({photo.name for photo in world.photos}) == 16


@pytest.mark.parametrize(("size", "cards"), [(0, 1), (10, -1)])
def test_an_impossible_size_is_refused(size: int, cards: int) -> None:
    with pytest.raises(ValueError, match=f"a world of {size} connections and {cards} photos"):
        build(1, size, cards=cards)


def test_the_smallest_world_can_be_built(tmp_path: Path) -> None:
    write(build(1, 1), tmp_path)
    assert (tmp_path / "truth.json").is_file()


def test_only_the_photos_that_are_written_are_in_the_truth(world: World) -> None:
    assert truth(world, photos=0)["photos"] == []
    sources = {
        record["source"] for one in truth(world, photos=0)["people"] for record in one["records"]
    }
    assert sources == {"linkedin", "vcard"}


def test_no_address_leads_out_of_the_invented_world(world: World, tmp_path: Path) -> None:
    write(world, tmp_path, photos=0)
    texts = [
        re.sub(r"\r\n[ \t]", "", path.read_bytes().decode())  # unfolded
        for path in tmp_path.rglob("*")
        if path.suffix in {".vcf", ".ics", ".json"}
    ]
    texts += members(world.stage, world.lives).values()
    domains = {domain for text in texts for domain in _DOMAIN.findall(text)}
    assert {one for one in domains if not one.endswith(".example")} <= _LINKEDIN


def test_every_number_has_the_form_of_its_country(world: World) -> None:
    for life in world.lives:
        number = phonenumbers.parse(life.mobile)
        assert phonenumbers.is_possible_number(number), life.mobile
        region = phonenumbers.region_code_for_country_code(number.country_code or 0)
        assert region == life.country.region


def test_what_is_written_in_chinese_and_japanese_can_be_printed() -> None:
    crowd = build(5, 400, cards=0)
    natives = [life.name.native for life in crowd.lives]
    natives += [company.native for company in crowd.stage.market.companies]
    assert any(natives)
    assert CJK_CHARACTERS.issuperset("".join(natives).replace(" ", ""))


def test_everything_happens_after_the_meeting_and_before_today(world: World) -> None:
    for person in _told(world)["people"]:
        days = [piece["on"] for piece in person["evidence"]]
        assert all(person["met"]["on"] <= day < world.stage.today.isoformat() for day in days)
        assert person["last_contact"] == (max(days) if days else None)


def test_everybody_has_what_the_role_says(world: World) -> None:
    for person in _told(world)["people"]:
        sources = [record["source"] for record in person["records"]]
        kinds = {piece["kind"] for piece in person["evidence"]}
        assert ("linkedin" in sources) == (person["role"] == "connection") == ("connected" in kinds)
        assert ("card" in sources) == ("card" in kinds)
        if person["role"] == "phone_book":
            assert sources == ["vcard"]
        if person["role"] == "writer":
            assert person["messages_in"] + person["messages_out"] > 0


def test_the_messages_of_somebody_are_counted_by_direction(world: World) -> None:
    for person in _told(world)["people"]:
        ways = [p["direction"] for p in person["evidence"] if p["kind"] in {"message", "one_tap"}]
        assert ways.count("in") == person["messages_in"]
        assert ways.count("out") == person["messages_out"]


def test_colleagues_worked_where_they_met(world: World) -> None:
    for life in world.lives:
        if life.met.how == "colleague":
            assert job_on(life.jobs, life.met.on).company.name == life.met.shared


def test_jobs_follow_each_other(world: World) -> None:
    for life in world.lives:
        assert life.jobs[-1].end is None
        for job, following in zip(life.jobs, life.jobs[1:], strict=False):
            assert job.end is not None
            assert job.start <= job.end < following.start


def test_a_card_bears_the_company_of_its_day(world: World) -> None:
    by_key = {life.key: life for life in world.lives}
    for photo in world.photos:
        for card in photo.cards:
            company = job_on(by_key[card.person].jobs, card.given_on).company
            assert card.printed.company in {company.name, company.legal_name}


def test_a_card_lies_in_the_folder_of_its_event(world: World) -> None:
    events = {event.name: event for event in world.stage.events}
    for photo in world.photos:
        for card in photo.cards:
            if photo.event:
                assert events[photo.event].start <= card.given_on <= events[photo.event].end
                assert photo.name.startswith(f"cards/{photo.event}/IMG_")


def test_the_committed_photos_were_taken_when_their_exif_says(world: World) -> None:
    pi_heif.register_heif_opener()
    ready = [photo for photo in world.photos if photo.content]
    assert len(ready) == 3
    for photo in ready:
        exif = Image.open(BytesIO(photo.content or b"")).getexif()
        assert photo.taken_at is not None
        assert exif[Base.DateTime] == photo.taken_at.strftime("%Y:%m:%d %H:%M:%S")
        assert CONFERENCE.start <= photo.taken_at.date() <= CONFERENCE.end
        assert photo.name.startswith(f"cards/{CONFERENCE.name}/")
        assert photo.name.endswith(".HEIC")


@pytest.mark.slow
def test_the_sample_is_small_and_has_every_kind_of_photo(tmp_path: Path) -> None:
    pi_heif.register_heif_opener()
    write_sample(tmp_path)
    assert sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()) < 3e6
    photos = sample().photos
    assert {photo.shot for photo in photos} == set(Shot)
    for photo in photos:
        with Image.open(tmp_path / "inbox" / photo.name) as picture:
            assert min(picture.size) > 300


def test_the_sample_is_what_its_seed_gives() -> None:
    committed = Path(__file__).parents[3] / "data/sample"
    assert json.loads((committed / "truth.json").read_text("utf-8")) == _told(sample())


def test_the_photo_of_a_back_follows_that_of_its_front() -> None:
    many = build(2, 60, cards=80)
    told = {photo["file"]: photo for photo in truth(many)["photos"]}
    backs = [photo for photo in many.photos if photo.shot is Shot.BACK]
    assert backs
    for back in backs:
        assert told[back.name]["cards"] == []
        assert told[told[back.name]["back_of"]]["taken_at"] < told[back.name]["taken_at"]


def test_messages_stand_in_order(world: World) -> None:
    for life in world.lives:
        moments = [message.at for message in life.messages]
        assert moments == sorted(moments)


def test_a_promise_is_kept_only_if_something_came_after(world: World) -> None:
    by_key = {life.key: life for life in world.lives}
    promises = _told(world)["promises"]
    assert promises
    for promise in promises:
        sent = [m for m in by_key[promise["person"]].messages if m.intent is Intent.KEPT and m.out]
        assert not promise["kept"] or any(m.at.date().isoformat() >= promise["date"] for m in sent)


def test_some_are_remembered_and_some_are_not(world: World) -> None:
    people = _told(world)["people"]
    remembered = [person["p_remembered"] for person in people if person["remembered"]]
    forgotten = [person["p_remembered"] for person in people if not person["remembered"]]
    assert min(len(remembered), len(forgotten)) > 20
    assert sum(remembered) / len(remembered) > sum(forgotten) / len(forgotten) + 0.3


def test_the_archive_opens_whole(world: World, tmp_path: Path) -> None:
    write(world, tmp_path, photos=0)
    (packed,) = (tmp_path / "inbox/linkedin").iterdir()
    with zipfile.ZipFile(BytesIO(packed.read_bytes())) as archive:
        assert archive.testzip() is None
        assert set(archive.namelist()) == set(members(world.stage, world.lives))
