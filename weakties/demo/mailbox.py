"""`messages.csv` of the archive: the correspondence, and what lies around it in a real one.

Around it: group threads, sponsored messages, drafts, threads with members who left, empty rows.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random

from weakties.demo.chance import day_between, generator, moment_of
from weakties.demo.letters import Intent
from weakties.demo.listing import listed, profile_address
from weakties.demo.lives import Life, Role
from weakties.demo.meetings import Stage
from weakties.demo.tables import phrases

HEADER = (
    "CONVERSATION ID",
    "CONVERSATION TITLE",
    "FROM",
    "SENDER PROFILE URL",
    "TO",
    "RECIPIENT PROFILE URLS",
    "DATE",
    "SUBJECT",
    "CONTENT",
    "FOLDER",
    "ATTACHMENTS",
    "IS MESSAGE DRAFT",
    "IS CONVERSATION DRAFT",
)
_GONE = "LinkedIn Member"  # a member who left
_ONE_IN = 150  # connections for each group thread, draft and thread of a member who left
_SPONSORED = 0.05


@dataclass(frozen=True, slots=True)
class Row:
    """A row, its fields in the order of `HEADER`."""

    conversation: str
    title: str
    sender: str
    sender_url: str
    to: str
    to_urls: str
    date: str
    subject: str
    content: str
    folder: str = "INBOX"
    attachments: str = ""
    draft: str = "No"
    conversation_draft: str = "No"


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Writes rows of one owner's conversations."""

    owner: str
    url: str

    def row(
        self,
        conversation: str,
        other: tuple[str, str],
        at: datetime,
        content: str,
        *,
        out: bool,
        subject: str = "",
    ) -> Row:
        """Return a row of a thread with `other` (names and addresses, joined by commas)."""
        own = (self.owner, self.url)
        sender, to = (own, other) if out else (other, own)
        when = f"{at:%Y-%m-%d %H:%M:%S} UTC"
        return Row(conversation, subject, *sender, *to, when, subject, content)


def message_rows(stage: Stage, lives: Sequence[Life]) -> list[tuple[str, ...]]:
    """Return the rows below the header: newest conversation first, newest message first in each."""
    rng = generator(stage.seed, "mailbox")
    box = Mailbox(stage.owner.name.full, profile_address(stage.owner.slug))
    connections = [life for life in lives if life.role is Role.CONNECTION]
    each = max(2, len(connections) // _ONE_IN)
    threads = [thread for life in lives for thread in _threads(box, life, rng)]
    threads += [_group(box, stage, connections, rng) for _ in range(each)]
    threads += [_member_who_left(box, stage, rng) for _ in range(each)]
    written = sum(map(len, threads))
    threads += [[_sponsored(box, stage, rng)] for _ in range(max(2, int(_SPONSORED * written)))]
    threads += [[_draft(box, stage, connections, rng)] for _ in range(each)]
    threads.sort(key=lambda rows: (max(row.date for row in rows), rows[0].conversation))
    return [astuple(row) for rows in reversed(threads) for row in reversed(rows)]


def decoy_rows(stage: Stage) -> list[tuple[str, ...]]:
    """Return rows of `guide_messages.csv`: same header, and nobody behind it."""
    rng = generator(stage.seed, "guide")
    box = Mailbox(stage.owner.name.full, profile_address(stage.owner.slug))
    at = _moment(stage, rng)
    conversation = _conversation(rng)
    texts = phrases("en")["english_only.coach"]
    return [
        astuple(box.row(conversation, ("LinkedIn Guide", ""), at, text, out=number % 2 == 0))
        for number, text in enumerate(texts)
    ]


def _threads(box: Mailbox, life: Life, rng: Random) -> Iterator[list[Row]]:
    """Yield the thread with somebody, its InMail apart, the oldest message first."""
    listing = listed(life)
    other = (listing.display, listing.url)
    conversation = _conversation(rng)
    ordinary = []
    for message in life.messages:
        row = box.row(
            conversation, other, message.at, message.text, out=message.out, subject=message.subject
        )
        if message.intent is Intent.INMAIL:
            folder = rng.choice(("INBOX", "ARCHIVE", "SPAM"))
            yield [replace(row, conversation=_conversation(rng), folder=folder)]
        elif message.intent is Intent.EMPTY:
            ordinary.append(replace(row, attachments=rng.choice(("", "image.jpg"))))
        else:
            ordinary.append(row)
    if ordinary:
        yield ordinary


def _group(box: Mailbox, stage: Stage, connections: Sequence[Life], rng: Random) -> list[Row]:
    members = [listed(life) for life in rng.sample(connections, min(len(connections), 4))]
    at, conversation = _moment(stage, rng), _conversation(rng)
    title = rng.choice(("", "Thursday dinner"))
    rows = []
    for text in rng.sample(phrases("en")["english_only.group"], 4):
        speaker = rng.randint(0, len(members))
        everybody = [(box.owner, box.url), *((one.display, one.url) for one in members)]
        sender = everybody.pop(speaker)
        names, urls = (",".join(parts) for parts in zip(*everybody, strict=True))
        at += timedelta(minutes=rng.randint(2, 300))
        when = f"{at:%Y-%m-%d %H:%M:%S} UTC"
        rows.append(Row(conversation, title, *sender, names, urls, when, "", text))
    return rows


def _member_who_left(box: Mailbox, stage: Stage, rng: Random) -> list[Row]:
    at, conversation = _moment(stage, rng), _conversation(rng)
    texts = rng.sample(phrases("en")["small_talk"], 2)
    return [
        box.row(
            conversation,
            (_GONE, ""),
            at + timedelta(hours=5 * number),
            _plain(text),
            out=number > 0,
        )
        for number, text in enumerate(texts)
    ]


def _sponsored(box: Mailbox, stage: Stage, rng: Random) -> Row:
    text = _plain(rng.choice(phrases("en")["english_only.sponsored"]))
    row = box.row(_conversation(rng), (_GONE, ""), _moment(stage, rng), text, out=False)
    return replace(row, title="Sponsored Conversation")


def _draft(box: Mailbox, stage: Stage, connections: Sequence[Life], rng: Random) -> Row:
    life = rng.choice(connections)
    listing = listed(life)
    text = rng.choice(phrases("en")["english_only.draft"]).replace("{you}", life.name.given)
    conversation = rng.choice(("", _conversation(rng)))
    row = box.row(conversation, (listing.display, listing.url), _moment(stage, rng), text, out=True)
    folder = "INBOX" if conversation else ""
    return replace(
        row, folder=folder, draft="Yes", conversation_draft="No" if conversation else "Yes"
    )


def _plain(text: str) -> str:
    """Return a phrase that speaks to nobody in particular."""
    book = phrases("en")
    for slot in ("topic", "thing", "when"):
        text = text.replace(f"{{{slot}}}", book[slot][0])
    return text.replace("{place}", "town").replace("{company}", "your company")


def _conversation(rng: Random) -> str:
    return "2-" + b64encode(rng.randbytes(42)).decode()


def _moment(stage: Stage, rng: Random) -> datetime:
    last = stage.today - timedelta(days=3)
    return moment_of(day_between(last - timedelta(days=900), last, rng), rng).astimezone(UTC)
