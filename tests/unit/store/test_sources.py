from contacts.extraction import Notice, Rejection, gathered
from contacts.sources import FileState, SourceFile, SourceKind
from store import Database, records, sources
from store.sources import Sighting

PHOTO = SourceFile("aa", SourceKind.CARD_PHOTO, 3, ("cards/one.jpg",))
COPY = SourceFile("aa", SourceKind.CARD_PHOTO, 3, ("cards/PyCon/one.jpg", "copy.jpg"))


def test_a_file_waits_from_its_first_sight_on(database: Database) -> None:
    with database.write() as tx:
        sources.note(tx, [PHOTO])
        (status,) = sources.statuses(tx)
    assert status.file == PHOTO
    assert (status.state, status.reason, status.read) == (FileState.WAITING, "", 0)


def test_the_names_of_a_file_are_all_it_ever_had(database: Database) -> None:
    with database.write() as tx:
        for file in (COPY, PHOTO, COPY):
            sources.note(tx, [file])
        (status,) = sources.statuses(tx)
    assert status.file.names == ("cards/PyCon/one.jpg", "cards/one.jpg", "copy.jpg")


def test_copies_that_are_noted_at_once_are_one_file(database: Database) -> None:
    with database.write() as tx:
        sources.note(tx, [PHOTO, COPY])
        (status,) = sources.statuses(tx)
    assert len(status.file.names) == 3


def test_a_file_that_was_read_does_not_wait_again_unless_it_is_told_to(
    database: Database,
) -> None:
    with database.write() as tx:
        sources.note(tx, [PHOTO])
        records.write(tx, "aa", gathered([], [], extractor="card", version="1", read=0))
        sources.note(tx, [COPY])
        assert sources.statuses(tx)[0].state == FileState.DONE
        sources.wait(tx, ["aa"])
        assert sources.statuses(tx)[0].state == FileState.WAITING


def test_a_file_whose_kind_is_known_better_now_waits_again(database: Database) -> None:
    foreign = SourceFile("aa", SourceKind.UNKNOWN, 3, ("one.jpg",))
    with database.write() as tx:
        sources.note(tx, [foreign])
        sources.fail(tx, "aa", "of no kind we read", "remove it", "scan", "1")
        sources.note(tx, [PHOTO])
        (status,) = sources.statuses(tx)
    assert (status.state, status.reason) == (FileState.WAITING, "")
    assert status.file.kind == SourceKind.CARD_PHOTO


def test_a_file_that_fails_says_why_and_what_to_do(database: Database) -> None:
    with database.write() as tx:
        sources.note(tx, [PHOTO])
        sources.fail(tx, "aa", "is cut short", "copy it again", "ocr", "3")
        (status,) = sources.statuses(tx)
    assert status.state == FileState.FAILED
    assert (status.reason, status.next_step) == ("is cut short", "copy it again")
    assert (status.extractor, status.version) == ("ocr", "3")


def test_rejected_rows_leave_a_file_partly_read_and_are_told(database: Database) -> None:
    said = gathered(
        [],
        [],
        extractor="linkedin",
        version="1",
        read=9,
        rejected=(Rejection("Connections.csv", 7, "no name"), Rejection("messages.csv", None, "?")),
        notices=(Notice("Connections.csv", 2, "mojibake", "repaired"),),
    )
    with database.write() as tx:
        sources.note(tx, [PHOTO])
        records.write(tx, "aa", said)
        (status,) = sources.statuses(tx)
        assert sources.rejections(tx) == [("aa", item) for item in said.rejected]
        assert sources.notices(tx) == [("aa", item) for item in said.notices]
    assert (status.state, status.read, status.rejected) == (FileState.PARTLY, 9, 2)
    assert status.reason == "2 of 9 not taken in; the first, Connections.csv: no name"
    assert status.next_step


def test_statuses_come_by_the_first_name(database: Database) -> None:
    files = [
        SourceFile(sha256, SourceKind.CARD_PHOTO, 3, names)
        for sha256, names in (("bb", ("m.jpg",)), ("cc", ("z.jpg", "a.jpg")), ("aa", ("n.jpg",)))
    ]
    with database.write() as tx:
        sources.note(tx, files)
        assert [status.file.name for status in sources.statuses(tx)] == ["a.jpg", "m.jpg", "n.jpg"]


def test_a_scan_replaces_the_last_one(database: Database) -> None:
    big = 2**64 - 1  # an inode of 64 bits, a date after 2262
    first, second = Sighting("a.jpg", 1, 2, 3, "aa"), Sighting("b.jpg", 2**40, big, big, "bb")
    with database.write() as tx:
        sources.replace_sightings(tx, [first])
        sources.replace_sightings(tx, [second])
        assert sources.sightings(tx) == {"b.jpg": second}
        sources.replace_sightings(tx, [])
        assert sources.sightings(tx) == {}


def test_a_name_that_is_no_text_is_taken_in_as_its_escape(database: Database) -> None:
    name = b"cards/\xff.jpg".decode(errors="surrogateescape")
    with database.write() as tx:
        sources.note(tx, [SourceFile("aa", SourceKind.CARD_PHOTO, 3, (name,))])
        sources.replace_sightings(tx, [Sighting(name, 1, 2, 3, "aa")])
        assert sources.statuses(tx)[0].file.names == (r"cards/\udcff.jpg",)
