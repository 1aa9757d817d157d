"""Target S1: whatever a file holds, a reader gives a table, a text or a clear refusal; it never crashes a build."""

import csv
import io
import json
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recount.errors import RecountError
from recount.extraction.rows import assertions_in
from recount.extraction.settings import ExtractionSettings
from recount.ingestion import ingest, load_sources
from recount.ingestion.readers import FORMATS, Job, Reading, read
from recount.ingestion.sandbox import Sandbox
from recount.ingestion.settings import USUAL
from tests.extraction.tables import THEATRE
from tests.ingestion.folders import PERSONS, a_source
from tests.ingestion.test_sandbox import a_sound_workbook

CELL = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.sampled_from(["35", "17/03/2017", "٣٥", "الموصل", "=1+1", '"', "total", "name", "A / B", "\u200f", "unknown"]),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["name", "age", "x", ""]), inner),
    max_leaves=12,
)
KINDS = ("persons", "incidents", "positions", "propositions")
COLUMNS = {
    "persons": ("name", "age", "died", "sex", "place", "cause", "party", "birth_date", "official_id"),
    "incidents": ("code", "date", "killed", "injured_low", "injured_high", "place", "lat", "lon", "party", "stance"),
    "positions": ("code", "party", "position", "conceded", "stated", "date", "supersedes", "total", "place"),
    "propositions": ("incident", "says", "side", "claimant", "stated", "party"),
}


def a_job(name: str, content: bytes, folder: Path, **more: object) -> Job:
    """Write a file and make the job of reading it."""
    path = folder / name
    path.write_bytes(content)
    reader = FORMATS[path.suffix].reader
    return Job(str(path), name, reader, columns=("name", "age"), **more)  # type: ignore[arg-type]


def check_sound(reading: Reading) -> None:
    """A reading gives something or refuses with a remedy, and never both."""
    if reading.refused is not None:
        assert reading.refused.remedy
        assert reading.text is None
        assert reading.tables == ()
    else:
        assert reading.text is not None or reading.tables
        for table in reading.tables:
            assert len({row.number for row in table.rows}) == len(table.rows)
            assert all(len(row.cells) >= len(table.header) for row in table.rows)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.csv", "a.tsv", "a.json", "a.jsonl"])
@given(content=st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
@settings(max_examples=60)
def test_any_bytes_are_read_or_refused(name: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        check_sound(read(a_job(name, content, Path(folder))))


@given(lines=st.lists(st.lists(CELL, max_size=5), max_size=6), sealed=st.booleans())
def test_any_table_of_text_is_read_or_refused(lines: list[list[str | None]], sealed: bool) -> None:
    content = "\n".join(",".join(cell or "" for cell in line) for line in lines).encode("utf-8", "replace")
    with tempfile.TemporaryDirectory() as folder:
        check_sound(read(a_job("a.csv", content, Path(folder), sealed=("name",) if sealed else ())))


@given(content=JSON, sealed=st.booleans())
def test_any_json_is_read_or_refused(content: object, sealed: bool) -> None:
    text = json.dumps(content)
    with tempfile.TemporaryDirectory() as folder:
        for name in ("a.json", "a.jsonl"):
            check_sound(read(a_job(name, text.encode(), Path(folder), sealed=("age",) if sealed else ())))


@given(at=st.integers(0, 10_000), byte=st.integers(1, 255), inside=st.booleans())
@settings(max_examples=60)
def test_any_damaged_workbook_is_read_or_refused(at: int, byte: int, inside: bool) -> None:
    content = _damaged_inside(at, byte) if inside else _damaged(a_sound_workbook(), at, byte)
    with tempfile.TemporaryDirectory() as folder:
        check_sound(_SANDBOX.read(a_job("a.xlsx", content, Path(folder))))


@given(content=st.binary(max_size=200) | st.text(alphabet="<>/div pabstyle'\"&;!-[]", max_size=200).map(str.encode))
@settings(max_examples=60)
def test_any_page_is_read_or_refused(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        check_sound(_SANDBOX.read(a_job("a.html", content, Path(folder))))


_SANDBOX = Sandbox(USUAL)


@pytest.fixture(autouse=True, scope="module")
def _no_child_is_left() -> object:
    yield
    _SANDBOX.__exit__(None, None, None)


def _damaged(content: bytes, at: int, byte: int) -> bytes:
    at %= len(content)
    return content[:at] + bytes([content[at] ^ byte]) + content[at + 1 :]


def _damaged_inside(at: int, byte: int) -> bytes:
    """One byte changed inside one part, under a sound archive."""
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(a_sound_workbook())) as old, zipfile.ZipFile(into, "w") as new:
        names = old.namelist()
        for number, name in enumerate(names):
            content = old.read(name)
            new.writestr(name, _damaged(content, at, byte) if number == at % len(names) and content else content)
    return into.getvalue()


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=60)
def test_any_row_of_any_kind_is_read_or_set_aside(kind: str, data: st.DataObject) -> None:
    columns = COLUMNS[kind]
    rows = data.draw(st.lists(st.fixed_dictionaries(dict.fromkeys(columns, CELL)), max_size=5))
    toml = f'name = "N"\nkind = "ngo"\n[table]\nrows = "{kind}"\ndate_order = "DMY"\n[columns]\n'
    toml += "".join(f'{each} = "{each}"\n' for each in columns)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        with (a_source(root, toml) / "a.csv").open("w", encoding="utf-8", errors="replace", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)
        sources, _ = load_sources(root)
        for document in ingest(root, sources).documents:
            found = assertions_in(document, sources[0], THEATRE, ExtractionSettings())
            assert all(each.what and each.remedy for each in found.set_aside)
            used = {
                each.locator.row
                for each in (*found.records, *found.claims, *found.acknowledgements, *found.propositions)
            }
            told = " ".join(each.where for each in found.set_aside)
            assert all(row.number in used or "row" in told for table in document.tables for row in table.rows)


@given(text=st.text(max_size=200) | st.sampled_from([PERSONS]).map(lambda toml: toml[: len(toml) // 2]))
@settings(max_examples=100)
def test_any_description_is_read_or_set_aside(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        a_source(root, text.encode("utf-8", "replace").decode())
        try:
            sources, told = load_sources(root)
        except RecountError as error:
            pytest.fail(f"one bad source stopped the others: {error}")
        assert sources or told
