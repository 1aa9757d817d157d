"""Capture tables out of CSV files."""

from pathlib import Path

import pytest

from recount.errors import SourceError
from recount.estimation import estimate, read_table
from tests.estimation.tables import KOSOVO


def written(folder: Path, text: str) -> Path:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_published_table_is_read_as_printed(tmp_path):
    rows = "\n".join(",".join(map(str, [*history, count])) for history, count in KOSOVO.counts)
    assert read_table(written(tmp_path, f"EXH,ABA,OSCE,HRW,count\n{rows}\n")) == KOSOVO


def test_without_counts_every_row_is_a_victim(tmp_path):
    table = read_table(written(tmp_path, "A,B\n1,0\n1,1\n1,0\n\n"))
    assert table.counts == (((1, 0), 2), ((1, 1), 1))


def test_an_all_zero_row_is_read_and_the_estimate_leaves_it_out(tmp_path):
    table = read_table(written(tmp_path, "A,B,count\n0,0,7\n1,1,2\n"))
    assert estimate(table).observed == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1: every list needs a name"),
        ("A,,count\n1,0,3\n", "line 1: every list needs a name"),
        ("A,A,count\n1,0,3\n", "line 1: A names more than one list"),
        ("A,B,count\n1,0,-3\n", "line 2: '-3' is not a whole number"),
        ("A,B,count\n1,0,2.5\n", "line 2: '2.5' is not a whole number"),
        ("A,B,count\n1,0,nan\n", "line 2: 'nan' is not a whole number"),
        ("A,B,count\n1,0,4\n1,yes,3\n", "line 3: 'yes' says neither 0"),
        ("A,B,count\n1,0\n", "line 2: 2 cells where 3 are needed"),
    ],
)
def test_a_file_that_is_no_capture_table_is_an_error_that_names_the_line(tmp_path, text, message):
    with pytest.raises(SourceError, match=message):
        read_table(written(tmp_path, text))


def test_a_file_that_is_not_text_is_an_error(tmp_path):
    path = tmp_path / "table.csv"
    path.write_bytes(b"A,B,count\n1,0,\xff\xfe\n")
    with pytest.raises(SourceError, match="not UTF-8 text"):
        read_table(path)
