import csv
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from contacts.errors import UnreadableSourceError, UsageError
from weakties.cli import app
from weakties.cli.match import read_records

RECORDS = """record_id,source,full_name,company,emails
b,card,Ann Quill,Acme,ann.q@gmail.com
a,vcard,"Quill, Ann",,ann.q@gmail.com
c,card,Bo Ek,Acme,
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "records.csv"
    path.write_text(text, encoding="utf-8")
    return path


def run(*words: object) -> int:
    result = CliRunner().invoke(app, ["match", *map(str, words)], catch_exceptions=False)
    return result.exit_code


def test_three_files_are_written_with_every_record_once(tmp_path: Path) -> None:
    out, unasked, pairs = tmp_path / "out.csv", tmp_path / "unasked.csv", tmp_path / "pairs.csv"
    source = written(tmp_path, RECORDS)
    assert run(source, "--out", out, "--unasked", unasked, "--pairs", pairs) == 0
    for path in (out, unasked):
        frame = pd.read_csv(path)
        assert frame.to_numpy().tolist() == [["a", "a"], ["b", "a"], ["c", "c"]]
    found = pd.read_csv(pairs)
    assert list(found.columns) == [
        "record_id_1",
        "record_id_2",
        "bits",
        "probability",
        "zone",
        "reasons",
    ]
    assert found["zone"].tolist() == ["merge"]


def test_text_stays_text(tmp_path: Path) -> None:
    frame = read_records(written(tmp_path, "record_id,full_name\n007,Nan\nNULL,None\n"))
    assert frame["record_id"].tolist() == ["007", "NULL"]
    assert frame["full_name"].tolist() == ["Nan", "None"]
    assert frame["company"].isna().all()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "No columns"),
        ("record_id,full_name\n", "no rows"),
        ("id,full_name\n1,Ann\n", "no column 'record_id'; found 'id', 'full_name'"),
        ("record_id,full_name\na,Ann,Quill\n", "more cells than the header"),
        ("record_id,full_name\na,x\nb,y,z\n", "line 3"),
        ('record_id,full_name\na,"Ann\n', "EOF inside string"),
        ("record_id,full_name\na,Ann\n,Bo\n", "records.csv:3: the record has no id"),
        (
            'record_id,full_name\na,"A\nB"\nb,C\na,D\n',
            "records.csv:5: record id 'a' stands on line 2",
        ),
    ],
)
def test_a_bad_file_is_refused_with_where_and_why(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(UnreadableSourceError) as refused:
        read_records(written(tmp_path, text))
    assert words in str(refused.value)
    assert refused.value.exit_code == 3


def test_a_file_that_is_absent_or_not_utf_8_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSourceError, match="No such file"):
        read_records(tmp_path / "absent.csv")
    latin = tmp_path / "latin.csv"
    latin.write_bytes(b"record_id,full_name\na,J\xf6rg\n")
    with pytest.raises(UnreadableSourceError, match="not UTF-8"):
        read_records(latin)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="absent"):
        run(written(tmp_path, RECORDS), "--out", tmp_path / "absent" / "out.csv")


def test_a_refused_file_leaves_other_readers_their_long_cells(tmp_path: Path) -> None:
    before = csv.field_size_limit()
    with pytest.raises(UnreadableSourceError, match="stands on line"):
        read_records(written(tmp_path, "record_id,full_name\n1,Ada\n1,Bo\n"))
    assert csv.field_size_limit() >= before
