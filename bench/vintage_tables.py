"""An invented LinkedIn archive as tables of any vintage, re-saved and packed as people do."""

import csv
import io
import random
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import quote

from vintage_people import OWNER, Said, World

_NOTES = (
    'Notes:\n"When exporting your connection data, you may notice that some of the email '
    'addresses are missing."\n\n'
)


@dataclass(frozen=True)
class Vintage:
    """What the export was like; `since` is the year and month of the messages' columns."""

    name: str
    columns: str
    preamble: bool
    day: Callable[[date], str]
    messages: str
    invitations: str
    endorsement_urls: bool

    @property
    def has_urls(self) -> bool:
        """Whether Connections.csv has profile addresses."""
        return "URL" in self.columns

    @property
    def names_recipients(self) -> bool:
        """Whether messages have the profile addresses of their recipients."""
        return "RECIPIENT PROFILE URLS" in self.messages

    @property
    def invitation_urls(self) -> bool:
        """Whether invitations have the profile addresses of both sides."""
        return _URLS in self.invitations


@dataclass(frozen=True)
class Resave:
    """What a spreadsheet made of the tables; `day` is None where it left the dates."""

    name: str
    day: Callable[[date], str] | None = None
    delimiter: str = ","
    encoding: str = "utf-8"
    newline: str = "\n"
    first_line: str = ""
    preamble: str = "kept"  # kept, dropped, padded


_OLD = "First Name,Last Name,Email Address,Company,Position,Connected On"
_NEW = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
_SEVEN = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER"
_TEN = _SEVEN.replace("TO,DATE", "TO,RECIPIENT PROFILE URLS,DATE")
_URLS = "inviterProfileUrl,inviteeProfileUrl"
_FIVE = "From,To,Sent At,Message,Direction"


def _stamp(when: datetime) -> str:
    return f"{when.month}/{when.day}/{when:%y}, {when.hour % 12 or 12}:{when:%M %p}"


def _first_of_may(day: date) -> str:
    return _stamp(datetime(day.year, day.month, day.day, 7, 5, tzinfo=UTC))


def _spoken(day: date) -> str:
    return f"{day:%d %b %Y}"


VINTAGES = (
    Vintage("2018", _OLD, False, _first_of_may, "From,To,Date,Subject,Content,Direction,Folder",
            _FIVE, False),
    Vintage("2021", _OLD, True, _spoken, _SEVEN, _FIVE, False),
    Vintage("2023", _NEW, True, _spoken, _TEN, f"{_FIVE},inviterProfileUrn,inviteeProfileUrn",
            False),
    Vintage("2024", _NEW, True, _spoken, f"{_TEN},IS MESSAGE DRAFT,IS CONVERSATION DRAFT",
            f"{_FIVE},{_URLS}", True),
    Vintage("2026-03", _NEW, True, _spoken, f"{_TEN},ATTACHMENTS,IS MESSAGE DRAFT",
            f"{_FIVE},{_URLS}", True),
    Vintage("2026-07", _NEW, True, _spoken, f"{_TEN},ATTACHMENTS", f"{_FIVE},{_URLS}", True),
    Vintage("2026-09", _NEW, True, _spoken,
            f"{_TEN},ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT", f"{_FIVE},{_URLS}", True),
)  # fmt: skip
_GERMAN = ("Jan", "Feb", "Mrz", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez")
RESAVES = (
    Resave("as sent"),
    Resave("windows", newline="\r\n", encoding="utf-8-sig"),
    Resave("excel us", lambda d: f"{d.day}-{d:%b-%y}", newline="\r\n", preamble="dropped"),
    Resave("excel us padded", lambda d: f"{d:%d-%b-%y}", newline="\r\n", preamble="padded"),
    Resave("excel us numbers", lambda d: f"{d.month}/{d.day}/{d.year}", preamble="dropped"),
    Resave("excel de", lambda d: f"{d:%d.%m.%Y}", ";", "cp1252", "\r\n", preamble="padded"),
    Resave("excel de utf-8", lambda d: f"{d:%d.%m.%Y}", ";", "utf-8-sig", "\r\n"),
    Resave("excel de months", lambda d: f"{d:%d}. {_GERMAN[d.month - 1]} {d:%y}", ";", "utf-8-sig"),
    Resave("excel fr", lambda d: f"{d:%d/%m/%Y}", ";", "utf-8-sig", "\r\n", preamble="dropped"),
    Resave("excel nl", lambda d: f"{d.day}-{d.month}-{d.year}", ";", "utf-8-sig", "\r\n"),
    Resave("sep line", lambda d: f"{d:%d/%m/%Y}", ";", "utf-8-sig", "\r\n", "sep=;", "dropped"),
    Resave("unicode text", lambda d: f"{d:%d.%m.%Y}", "\t", "utf-16", "\r\n"),
    Resave("iso dates", lambda d: d.isoformat()),
    Resave("serials", lambda d: str((d - date(1899, 12, 30)).days), preamble="dropped"),
)
PACKINGS = ("zip", "folder", "wrapped zip", "renamed", "from a mac", "twice")


Rows = list[list[str]]


def tables(world: World, vintage: Vintage, resave: Resave, rng: random.Random) -> dict[str, bytes]:
    """Return the files of the archive, by name."""
    profile = [["First Name", "Last Name", "Headline"], [OWNER[0], OWNER[1], "Maker"]]
    given = ["Company", "Job Title", "Text", "Creation Date", "Status"]
    found = {
        "Connections.csv": _connections(world, vintage, resave),
        "messages.csv": list(_messages(world, vintage, rng)),
        "Invitations.csv": list(_invitations(world, vintage)),
        "Recommendations_Given.csv": [["First Name", "Last Name", *given], *_praise(world, 0)],
        "Recommendations_Received.csv": [["First Name", "Last Name", *given], *_praise(world, 1)],
        "Endorsement_Given_Info.csv": list(_endorsements(world, vintage, "Endorsee", 0)),
        "Endorsement_Received_Info.csv": list(_endorsements(world, vintage, "Endorser", 1)),
        "Profile.csv": profile,
    }
    return {name: _written(name, rows, vintage, resave) for name, rows in found.items()}


def _connections(world: World, vintage: Vintage, resave: Resave) -> Rows:
    spell = resave.day or vintage.day
    rows = [vintage.columns.split(",")]
    for one in sorted(
        (p for p in world.people if p.connected), key=lambda p: p.connected, reverse=True
    ):
        assert one.connected
        cells = {
            "First Name": one.first, "Last Name": one.last, "URL": _url(one.slug),
            "Email Address": one.email, "Company": one.company, "Position": one.position,
            "Connected On": spell(one.connected),
        }  # fmt: skip
        rows.append([cells[name] for name in rows[0]])
    for number in range(world.hidden):
        blank = [""] * len(rows[0])
        rows.append([*blank[:-1], spell(date(2020, 3, 14 + number))])
    return rows


def _url(slug: str) -> str:
    return f"https://www.linkedin.com/in/{quote(slug)}"


def _messages(world: World, vintage: Vintage, rng: random.Random) -> Iterator[list[str]]:
    columns = vintage.messages.split(",")
    yield columns
    rows = [
        _message(f"2-{place}", one.name, _url(one.slug), said)
        for place, one in enumerate(world.people)
        for said in one.messages
    ]
    rows += _no_ones(world, vintage)
    rng.shuffle(rows)
    for row in rows:
        told = _of_2018(row) if "From" in columns else row
        yield [told.get(name, "No" if name.startswith("IS ") else "") for name in columns]


def _no_ones(world: World, vintage: Vintage) -> Iterator[dict[str, str]]:
    """Yield rows that count for nobody: of a deleted member, sponsored, to a group, a draft."""
    when = datetime(2025, 5, 5, 9, tzinfo=UTC)
    yield _message("2-gone", "LinkedIn Member", "", Said(when, False, "farewell"))
    if "FROM" in vintage.messages:
        ad = _message("2-ad", "LinkedIn Member", "", Said(when, False, "buy"))
        yield ad | {"CONVERSATION TITLE": "Sponsored Conversation"}
    one, other = [person for person in world.people if person.connected][1:3]
    ours = Said(when, True, "all of you")
    if vintage.names_recipients:
        names = {"TO": f"{one.name},{other.name}"}
        urls = {"RECIPIENT PROFILE URLS": f"{_url(one.slug)},{_url(other.slug)}"}
        yield _message("2-group", one.name, _url(one.slug), ours) | names | urls
    if "IS MESSAGE DRAFT" in vintage.messages:
        draft = _message("", one.name, _url(one.slug), ours)
        yield draft | {"IS MESSAGE DRAFT": "Yes", "FOLDER": ""}


def _message(conversation: str, name: str, url: str, said: Said) -> dict[str, str]:
    sides = [(f"{OWNER[0]} {OWNER[1]}", _url(OWNER[2])), (name, url)]
    sender, recipient = sides if said.out else sides[::-1]
    return {
        "CONVERSATION ID": conversation, "CONVERSATION TITLE": "",
        "FROM": sender[0], "SENDER PROFILE URL": sender[1],
        "TO": recipient[0], "RECIPIENT PROFILE URLS": recipient[1],
        "DATE": f"{said.at:%Y-%m-%d %H:%M:%S} UTC", "SUBJECT": "", "CONTENT": said.words,
        "FOLDER": "INBOX",
    }  # fmt: skip


def _of_2018(row: dict[str, str]) -> dict[str, str]:
    at = datetime.strptime(row["DATE"], "%Y-%m-%d %H:%M:%S UTC").replace(tzinfo=UTC)
    out = row["FROM"] == f"{OWNER[0]} {OWNER[1]}"
    names = {"From": row["FROM"], "To": row["TO"], "Content": row["CONTENT"], "Folder": "INBOX"}
    return names | {"Date": _stamp(at), "Direction": "OUTGOING" if out else "INCOMING"}


def _invitations(world: World, vintage: Vintage) -> Iterator[list[str]]:
    yield vintage.invitations.split(",")
    mine = (f"{OWNER[0]} {OWNER[1]}", _url(OWNER[2]))
    for one in world.people:
        if one.invited:
            out, at, note = one.invited
            sides = [mine, (one.name, _url(one.slug))]
            (sender, sender_url), (other, other_url) = sides if out else sides[::-1]
            row = [sender, other, _stamp(at), note, "OUTGOING" if out else "INCOMING"]
            if vintage.invitation_urls:
                row += [sender_url, other_url]
            elif "Urn" in vintage.invitations:
                row += ["urn:li:member:1", "urn:li:member:2"]
            yield row


def _praise(world: World, side: int) -> Iterator[list[str]]:
    for one in world.people:
        if one.praised[side] and one.connected:
            words = 'We built it together.\n"Never late", I would say.'
            yield [one.first, one.last, one.company, "", words, "05/06/24, 07:08 AM", "VISIBLE"]


def _endorsements(world: World, vintage: Vintage, party: str, side: int) -> Iterator[list[str]]:
    head = ["Endorsement Date", "Skill Name", f"{party} First Name", f"{party} Last Name"]
    url = [f"{party} Public Url"] if vintage.endorsement_urls else []
    yield [*head, *url, "Endorsement Status"]
    for one in world.people:
        for skill in ("Sewing", "Rust") if one.endorsed[side] and one.connected else ():
            row = ["2024/05/06 07:08:09 UTC", skill, one.first, one.last]
            address = [f"www.linkedin.com/in/{quote(one.slug)}"] if url else []
            yield [*row, *address, "ACCEPTED"]


def _written(name: str, rows: Rows, vintage: Vintage, resave: Resave) -> bytes:
    text = io.StringIO(newline="")
    quoting = csv.QUOTE_MINIMAL
    if name == "messages.csv" and vintage.name == "2026-07":
        quoting = csv.QUOTE_ALL
    if resave.first_line:
        text.write(resave.first_line + resave.newline)
    if name == "Connections.csv" and vintage.preamble and resave.preamble != "dropped":
        notes = _NOTES.replace("\n", resave.newline)
        if resave.preamble == "padded":
            pad = resave.delimiter * (len(rows[0]) - 1)
            notes = "".join(
                f"{line}{pad}{resave.newline}" for line in notes.split(resave.newline)[:3]
            )
        text.write(notes)
    writer = csv.writer(
        text, delimiter=resave.delimiter, lineterminator=resave.newline, quoting=quoting
    )
    writer.writerows(rows)
    return text.getvalue().encode(resave.encoding, "replace")


def pack(files: Mapping[str, bytes], packing: str, folder: Path) -> list[Path]:
    """Write the files as somebody would give them; return the paths to read."""
    if packing == "folder":
        for name, content in files.items():
            (folder / name).write_bytes(content)
        return [folder]
    named = dict(files)
    if packing == "wrapped zip":
        named = {f"Complete_LinkedInDataExport/{name}": content for name, content in files.items()}
    elif packing == "renamed":
        named = {_renamed(name, n): content for n, (name, content) in enumerate(files.items())}
        named["guide_messages.csv"] = files["messages.csv"]
        named["learning_coach_messages.csv"] = files["messages.csv"]
    elif packing == "from a mac":
        named |= {
            f"__MACOSX/._{name}": b"\0\x05\x16\x07" + content[:60]
            for name, content in files.items()
        }
    path = folder / "Complete_LinkedInDataExport_06-21-2026.zip"
    _zip(path, named)
    if packing == "twice":
        again = folder / "Basic_LinkedInDataExport_06-21-2026 (1).zip"
        _zip(
            again,
            {name: named[name] for name in ("Connections.csv", "messages.csv", "Profile.csv")},
        )
        return [path, again]
    return [path]


def _renamed(name: str, number: int) -> str:
    stem = name.removesuffix(".csv")
    return (f"{stem} (1).csv", f"{stem}_1158443584.csv", f"{stem}-77.csv", name.upper())[number % 4]


def _zip(path: Path, files: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
