import subprocess
import sys
from pathlib import Path

import dedupe
import flows

ROOT = Path(flows.__file__).parents[1]


def test_dedupe_is_ours_and_not_the_package_of_that_name() -> None:
    assert Path(dedupe.__file__).parent == ROOT / "dedupe", (
        "another package called 'dedupe' is imported: weakties needs an environment of its own"
    )


def test_help_imports_neither_pandas_nor_prefect_nor_an_engine() -> None:
    code = (
        "import sys; from weakties.cli import app\n"
        "try: app(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'pandas', 'prefect', 'numpy', 'cv2', 'rapidocr', 'sqlalchemy', 'jinja2', 'PIL'}\n"
        "sys.stderr.write(','.join(sorted(heavy & set(sys.modules))))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stderr == ""


def test_the_pins_name_no_host() -> None:
    pins = (ROOT / "constraints.txt").read_text().split("\n")
    assert not [line for line in pins if "://" in line or "@" in line]


def test_the_data_folder_commits_the_sample_alone() -> None:
    rules = (ROOT / "data" / ".gitignore").read_text().split("\n")
    assert [line for line in rules if line and line[0] != "#"] == [
        "*",
        "!.gitignore",
        "!sample/",
        "!sample/**",
    ]
