"""LinkedIn: CPU seconds and memory of our parsing beside csv.reader and pandas, in one run.

    python bench/linkedin.py [--connections 30000] [--messages 100000] [--rounds 5] [--million]

The archive is invented here, from a seed, in the newest format of the export. Parsing is from bytes
to typed rows with ISO date and slug, and to counts and dates by person. Every figure is the
median of the rounds, in which the rivals take turns; imports are not counted. Peak memory is that
of a process of its own, over one that has imported the same and read nothing.

From zip to store is what a run does with an archive in the inbox of a new home: it is found, read
and stored in a new database, in a process of its own, whose peak memory is given whole. Then the
same archive is downloaded again. With `--million` a list of a million connections takes this way,
and one of half a million for comparison.
"""

import argparse
import csv
import io
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pandas as pd

import store
from extractors.linkedin import extract, inspect
from extractors.linkedin.reading import read
from extractors.linkedin.tables import read_tables
from extractors.linkedin.written import written
from flows.home import Home, Options
from flows.order import look
from flows.stages.archives import read_archives

_GIVEN = ("Ada", "Bao", "Chidi", "Dana", "Élise", "Farid", "Grete", "Hana", "Ivo", "Jun", "Kofi")
_FAMILY = ("Adler", "Brandt", "Chen", "Díaz", "Eze", "Fujita", "García", "Hansen", "Ito", "Lund")
_ENDINGS = ("a", "berg", "dahl", "e", "er", "is", "man", "o", "os", "sen", "son", "ström", "well")
_THINGS = ("Data", "Sales", "Field Service", "Product", "Quality", "Design", "Research")
_WORDS = ("thank", "you", "for", "the", "talk", "last", "week", "about", "your", "offer,", "see")
_CONNECTIONS_HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
_MESSAGES_HEADER = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
    "DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT"
)
_PREAMBLE = 'Notes:\n"When exporting your connection data, some addresses are missing."\n\n'


def write_archive(folder: Path, connected: int, written: int, seed: int) -> Path:
    """Write an invented archive as a zip and its two tables beside it; return the zip."""
    rng = random.Random(seed)  # noqa: S311 - invented data
    people = [_person(number, rng) for number in range(connected)]
    tables = {
        "Connections.csv": _PREAMBLE + _table(_CONNECTIONS_HEADER, _connections(people, rng)),
        "messages.csv": _table(_MESSAGES_HEADER, _messages(people, written, rng)),
    }
    with zipfile.ZipFile(folder / "archive.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in tables.items():
            (folder / name).write_text(text, encoding="utf-8", newline="")
            archive.writestr(name, text)
    return folder / "archive.zip"


def _person(number: int, rng: random.Random) -> tuple[str, str, str]:
    family = rng.choice(_FAMILY) + rng.choice(_ENDINGS) + rng.choice(_ENDINGS)
    accent = "%C3%A9" if rng.random() < 0.08 else ""
    return rng.choice(_GIVEN), family, f"{family[0].lower()}{accent}-{number:06x}"


def _table(header: str, rows: Iterator[list[str]]) -> str:
    text = io.StringIO(newline="")
    text.write(header + "\n")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _connections(people: list[tuple[str, str, str]], rng: random.Random) -> Iterator[list[str]]:
    for place, (first, last, slug) in enumerate(people):
        day = pd.Timestamp("2026-06-30") - pd.Timedelta(days=place // 8 % 7000)
        yield [
            first,
            f"{last}, PMP" if rng.random() < 0.03 else last + " " * (rng.random() < 0.03),
            f"https://www.linkedin.com/in/{slug}",
            f"{slug}@firm.example" if rng.random() < 0.03 else "",
            f"Firm {rng.randrange(9000)}{', Inc.' * (rng.random() < 0.1)}"
            if rng.random() < 0.95
            else "",
            f"Head of {rng.choice(_THINGS)} {rng.randrange(50)}",
            day.strftime("%d %b %Y"),
        ]


def _messages(
    people: list[tuple[str, str, str]], written: int, rng: random.Random
) -> Iterator[list[str]]:
    me = ("Mira Owner", "https://www.linkedin.com/in/mira-owner")
    left = written
    while left:
        first, last, slug = rng.choice(people)
        them = (f"{first} {last}", f"https://www.linkedin.com/in/{slug}")
        at = pd.Timestamp("2026-06-30") - pd.Timedelta(seconds=rng.randrange(300_000_000))
        conversation = "2-" + f"{rng.getrandbits(224):056x}"
        for turn in range(min(left, rng.randrange(1, 25))):
            sender, recipient = (me, them) if rng.random() < 0.5 else (them, me)
            sent = (at - pd.Timedelta(hours=7 * turn)).strftime("%Y-%m-%d %H:%M:%S UTC")
            text = " ".join(rng.choices(_WORDS, k=rng.randrange(3, 80)))
            yield [conversation, "", *sender, *recipient, sent, "", text, "INBOX", "", "No", "No"]
            left -= 1


def _csv_reader(*paths: Path) -> None:
    for path in paths:
        with path.open(encoding="utf-8", newline="") as stream:
            for _ in csv.reader(stream):
                pass


def _pandas(path: Path, skip: int) -> None:
    pd.read_csv(path, dtype=str, keep_default_na=False, skiprows=skip)


def _typed_rows(path: Path) -> None:
    read_tables([path])


def _by_person(path: Path) -> None:
    written(read([path]))


def _medians(rivals: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    seconds: dict[str, list[float]] = {name: [] for name in rivals}
    for _ in range(rounds):
        for name, run in rivals.items():
            begun = time.process_time()
            run()
            seconds[name].append(time.process_time() - begun)
    return {name: statistics.median(found) for name, found in seconds.items()}


def _peak_megabytes(code: str) -> float:
    """Return the peak memory of a process that runs some code after our imports."""
    prelude = (
        "from pathlib import Path\nimport pandas\n"
        "from extractors.linkedin import extract, inspect\n"
        "from extractors.linkedin.reading import read\n"
        "from extractors.linkedin.written import written\n"
    )
    end = "\nprint(Path('/proc/self/status').read_text())"
    done = subprocess.run(
        [sys.executable, "-c", prelude + code + end], check=True, capture_output=True, text=True
    )
    return float(done.stdout.partition("VmHWM:")[2].split()[0]) / 1024


def _compare(title: str, rows: int, rivals: dict[str, Callable[[], object]], rounds: int) -> None:
    found = _medians(rivals, rounds)
    fastest = found["csv.reader"]
    print(f"\n{title}, {rows} rows (median CPU s of {rounds}; speed against csv.reader)")
    for name, seconds in found.items():
        print(f"  {name:28} {seconds:7.3f}   {fastest / seconds:5.2f}")


def _print_memory(code: str, what: str, bare: float) -> None:
    print(f"  {what:28} {_peak_megabytes(code) - bare:7.0f}   ({bare:.0f} for the imports)")


class Stored(NamedTuple):
    """What a process took to read a home's inbox: CPU seconds, peak memory in MB."""

    seconds: float
    megabytes: float


def read_inbox(home: Home) -> Stored:
    """Read what is new in a home, as a run does before it asks who is who."""
    url = f"sqlite:///{home.database}"
    options = Options(as_of=date(2026, 7, 1), database_url=url, settle_seconds=0)
    begun = time.process_time()
    with closing(store.Database.open(url)) as database:
        read_archives(database, look(database, home, options).waiting, options)
    seconds = time.process_time() - begun
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return Stored(seconds, float(status.partition("VmHWM:")[2].split()[0]) / 1024)


def _in_own_process(home: Home) -> Stored:
    command = [sys.executable, __file__, "--read-inbox", str(home.root)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Stored(*json.loads(done.stdout))


def _dump(home: Home) -> list[str]:
    with (
        closing(store.Database.open(f"sqlite:///{home.database}")) as database,
        database.read() as tx,
    ):
        return [*store.dump.dump(tx)]


def _drop(archive: Path, home: Home) -> None:
    """Put an archive into the inbox as a new file, whatever lies there under its name."""
    copy = home.inbox / "linkedin" / archive.name
    copy.unlink(missing_ok=True)
    shutil.copyfile(archive, copy)


def _print_stored(title: str, archive: Path, rounds: int) -> None:
    first, again, equal = [], [], True
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as name:
            home = Home(Path(name))
            home.create()
            _drop(archive, home)
            first.append(_in_own_process(home))
            state = _dump(home)
            _drop(archive, home)
            again.append(_in_own_process(home))
            equal &= bool(state) and _dump(home) == state
    seconds = statistics.median(one.seconds for one in first)
    once_more = statistics.median(one.seconds for one in again)
    print(f"\n{title}, zip to store (median of {rounds})")
    print(f"  {'CPU s':28} {seconds:7.2f}")
    print(f"  {'peak memory, MB':28} {max(one.megabytes for one in first):7.0f}")
    share = f"{once_more / seconds:5.1%} of the first time, dump {'equal' if equal else 'OTHER'}"
    print(f"  {'the same again, CPU s':28} {once_more:7.2f}   {share}")


def _print_million(seed: int) -> None:
    bare = _peak_megabytes("")
    seconds = []
    for connected in (500_000, 1_000_000):
        with tempfile.TemporaryDirectory() as name:
            home = Home(Path(name, "home"))
            home.create()
            archive = write_archive(Path(name), connected, 0, seed)
            _drop(archive, home)
            found = _in_own_process(home)
            seconds.append(found.seconds)
            print(f"\n{connected} connections, zip to store")
            print(f"  {'CPU s':28} {found.seconds:7.2f}")
            print(f"  {'peak memory, MB':28} {found.megabytes:7.0f}")
            alone = _peak_megabytes(f"extract([Path({str(archive)!r})])")
            print(f"  {'extract alone, MB':28} {alone:7.0f}   ({bare:.0f} for the imports)")
    print(f"  {'of half as many, times':28} {seconds[1] / seconds[0]:7.2f}")


def _print_parsing(path: Path, connected: int, sent: int, rounds: int) -> None:
    table, mail = path.with_name("Connections.csv"), path.with_name("messages.csv")
    rivals: dict[str, Callable[[], object]] = {
        "csv.reader": lambda: _csv_reader(table),
        "pandas.read_csv": lambda: _pandas(table, 3),
        "ours: typed rows": lambda: _typed_rows(table),
    }
    _compare("Connections.csv", connected, rivals, rounds)
    rivals = {
        "csv.reader": lambda: _csv_reader(mail),
        "pandas.read_csv": lambda: _pandas(mail, 0),
        "ours: counts and dates": lambda: _by_person(mail),
    }
    _compare("messages.csv", sent, rivals, rounds)
    whole: dict[str, Callable[[], object]] = {
        "csv.reader": lambda: _csv_reader(table, mail),
        "ours: the door, zip": partial(inspect, [path]),
        "ours: all tables, zip": partial(extract, [path]),
    }
    _compare("Both", connected + sent, whole, rounds)
    bare = _peak_megabytes("")
    print("\nPeak memory over the imports, MB")
    for call in (f"inspect([Path({str(path)!r})])", f"extract([Path({str(path)!r})])"):
        _print_memory(call, call.partition("(")[0], bare)
    _print_memory(f"written(read([Path({str(mail)!r})]))", "messages alone", bare)


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--connections", type=int, default=30_000)
    options.add_argument("--messages", type=int, default=100_000)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--million", action="store_true")
    options.add_argument("--read-inbox", type=Path, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.read_inbox:
        print(json.dumps(read_inbox(Home(chosen.read_inbox))))
        return
    if chosen.million:
        _print_million(chosen.seed)
        return
    with tempfile.TemporaryDirectory() as name:
        path = write_archive(Path(name), chosen.connections, chosen.messages, chosen.seed)
        _print_parsing(path, chosen.connections, chosen.messages, chosen.rounds)
        both = f"{chosen.connections} connections and {chosen.messages} messages"
        _print_stored(both, path, min(chosen.rounds, 3))


if __name__ == "__main__":
    main()
