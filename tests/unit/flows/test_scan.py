import os
import threading
import time
from pathlib import Path

import pytest

from contacts.sources import SourceKind
from flows.stages.scan import is_junk, scan

JPEG = b"\xff\xd8\xff\xe0 a photo"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    for name in ("cards", "linkedin", "contacts", "calendar"):
        (tmp_path / name).mkdir()
    return tmp_path


def test_equal_content_under_two_names_is_one_file_with_both(inbox: Path) -> None:
    (inbox / "cards" / "PyCon").mkdir()
    (inbox / "cards" / "PyCon" / "a.jpg").write_bytes(JPEG)
    (inbox / "cards" / "b.jpg").write_bytes(JPEG)
    (found,) = scan(inbox, {}, settle_seconds=0).found
    assert found.file.names == ("cards/PyCon/a.jpg", "cards/b.jpg")


def test_a_file_is_what_its_content_says(inbox: Path) -> None:
    (inbox / "contacts" / "really a photo.vcf").write_bytes(JPEG)
    (inbox / "cards" / "really a vcard.jpg").write_bytes(b"BEGIN:VCARD\r\nEND:VCARD\r\n")
    kinds = {item.file.name: item.file.kind for item in scan(inbox, {}, settle_seconds=0).found}
    assert kinds == {
        "contacts/really a photo.vcf": SourceKind.CARD_PHOTO,
        "cards/really a vcard.jpg": SourceKind.VCARD,
    }


def test_the_tables_of_one_unzipped_archive_are_one_source(inbox: Path) -> None:
    folder = inbox / "linkedin" / "Complete"
    (folder / "Jobs").mkdir(parents=True)
    for name in ("Connections.csv", "messages.csv", "Jobs/Saved.csv"):
        (folder / name).write_text(name)
    (found,) = scan(inbox, {}, settle_seconds=0).found
    assert found.file.names == ("linkedin/Complete/",)
    assert found.paths == (folder,)


def test_an_archive_is_the_same_under_another_name(inbox: Path) -> None:
    for name in ("old", "new"):
        folder = inbox / "linkedin" / name
        folder.mkdir()
        (folder / "Connections.csv").write_text("First Name")
        (folder / "messages.csv").write_text("FROM")
    (found,) = scan(inbox, {}, settle_seconds=0).found
    assert found.file.names == ("linkedin/new/", "linkedin/old/")


@pytest.mark.parametrize(
    "name", [".DS_Store", "._a.jpg", "a.jpg.part", "b.crdownload", "Thumbs.db", "~$x.csv", "x.tmp"]
)
def test_junk_is_no_file(name: str) -> None:
    assert is_junk(name)


def test_a_link_and_a_fifo_are_passed_over_with_a_reason(inbox: Path) -> None:
    target = inbox.parent / f"{inbox.name}.secret"
    target.write_bytes(JPEG)
    (inbox / "cards" / "link.jpg").symlink_to(target)
    os.mkfifo(inbox / "cards" / "pipe.jpg")
    seen = scan(inbox, {}, settle_seconds=0)
    assert not seen.found
    assert {one.path: one.reason for one in seen.passed} == {
        "cards/link.jpg": "a link",
        "cards/pipe.jpg": "no regular file",
    }


def test_a_file_that_grows_is_passed_over(inbox: Path) -> None:
    path = inbox / "cards" / "growing.jpg"
    path.write_bytes(JPEG)
    stop = threading.Event()

    def grow() -> None:
        while not stop.wait(0.05):
            with path.open("ab") as stream:
                stream.write(b"more")

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        seen = scan(inbox, {}, settle_seconds=0.4)
    finally:
        stop.set()
        writer.join()
    assert not seen.found
    assert seen.passed[0].reason == "still being written"


def test_a_file_that_settles_is_waited_for(inbox: Path) -> None:
    (inbox / "cards" / "new.jpg").write_bytes(JPEG)
    begun = time.monotonic()
    assert len(scan(inbox, {}, settle_seconds=0.3).found) == 1
    assert time.monotonic() - begun >= 0.2


def test_an_unchanged_file_is_not_hashed_again(
    inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (inbox / "cards" / "a.jpg").write_bytes(JPEG)
    first = scan(inbox, {}, settle_seconds=0)
    monkeypatch.setattr("flows.stages.scan._sha256", lambda _path: pytest.fail("hashed again"))
    again = scan(inbox, {one.path: one for one in first.sightings}, settle_seconds=0)
    assert again == first


def test_all_of_an_unzipped_archive_belongs_to_it(inbox: Path) -> None:
    folder = inbox / "linkedin" / "Complete" / "Articles"
    folder.mkdir(parents=True)
    (folder / "picture.jpg").write_bytes(JPEG)
    (folder / "article.html").write_text("<html>")
    (folder.parent / "Connections.csv").write_text("First Name")
    (found,) = scan(inbox, {}, settle_seconds=0).found
    assert found.file.kind is SourceKind.LINKEDIN
    assert [path.name for path in found.paths] == ["Connections.csv"]


def test_a_table_that_lies_there_twice_counts_once(inbox: Path) -> None:
    for name in ("Connections (1).csv", "Connections.csv"):
        (inbox / "linkedin" / name).write_text("First Name,Last Name,Connected On")
    (found,) = scan(inbox, {}, settle_seconds=0).found
    assert [path.name for path in found.paths] == ["Connections.csv"]


def test_two_lists_of_connections_that_lie_loose_are_two_exports(inbox: Path) -> None:
    header = "First Name,Last Name,Connected On\n"
    tables = {
        "Connections (1).csv": f"{header}Bo,Ek,",
        "Connections.csv": header,
        "messages.csv": "",
    }
    for name, text in tables.items():
        (inbox / "linkedin" / name).write_text(text)
    found = scan(inbox, {}, settle_seconds=0).found
    assert {one.file.name for one in found} == {f"linkedin/{name}" for name in tables}
    (inbox / "linkedin" / "Connections (1).csv").unlink()
    (whole,) = scan(inbox, {}, settle_seconds=0).found
    assert whole.file.name == "linkedin/"


@pytest.mark.parametrize("content", [b"PK\x03\x04 a zip", b"First Name,Last Name,Connected On\n"])
def test_an_archive_is_one_wherever_its_copies_lie(inbox: Path, content: bytes) -> None:
    for folder in ("cards", "contacts", "linkedin"):
        (inbox / folder / "copy").write_bytes(content)
    (found,) = scan(inbox, {}, settle_seconds=0).found
    assert found.file.kind is SourceKind.LINKEDIN
    assert found.file.names == ("cards/copy", "contacts/copy", "linkedin/copy")


def test_a_text_is_what_its_surest_folder_is_for(inbox: Path) -> None:
    for folder in ("cards", "linkedin"):
        (inbox / folder / "messages.csv").write_text("FROM,TO,DATE")
    (found,) = scan(inbox, {}, settle_seconds=0).found
    assert found.file.kind is SourceKind.LINKEDIN
    assert found.paths == (inbox / "linkedin" / "messages.csv",)


def test_a_name_that_is_no_text_is_spelled_out(inbox: Path) -> None:
    path = os.fsencode(inbox / "cards") + b"/l\xff.jpg"
    with open(path, "wb") as stream:  # noqa: PTH123 - a Path cannot be made of these bytes
        stream.write(JPEG)
    (found,) = scan(inbox, {}, settle_seconds=0).found
    assert found.file.name == r"cards/l\udcff.jpg"


def test_folders_without_an_end_are_passed_over(inbox: Path) -> None:
    deep = inbox / "cards"
    for _ in range(60):
        deep = deep / "in"
        deep.mkdir()
    (deep / "a.jpg").write_bytes(JPEG)
    seen = scan(inbox, {}, settle_seconds=0)
    assert not seen.found
    assert [one.reason for one in seen.passed] == ["more than 40 folders deep"]
