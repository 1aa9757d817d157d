"""JSON and JSON Lines: objects become rows, their keys become columns, nested keys are joined by a point."""

import json
from pathlib import Path

from recount.ingestion.readers.decoding import decode
from recount.ingestion.readers.job import Job, Reading, numbered
from recount.ingestion.readers.seals import Seals
from recount.ingestion.refused import Refused
from recount.model.evidence import Row, SetAside, Table

_Entry = tuple[int, str | None, dict[str, str | None]]
_DEEPEST = 100


def read(job: Job) -> Reading:
    """Read a list of objects. A sealed key is taken out wherever it stands, also inside lists."""
    text, told = decode(Path(job.path).read_bytes(), job.encoding, job.where)
    seals = Seals(job.sealed)
    entries, odd = (_lines if job.path.lower().endswith(".jsonl") else _list)(text, job, seals)
    if not entries:
        nothing = SetAside(job.where, "holds no objects", "give a list of objects, one for each row")
        return Reading("json", told=(*told, *odd), refused=nothing)
    header = tuple(dict.fromkeys(key for _, _, cells in entries for key in cells))
    seals.check(job.where)
    rows = tuple(Row(n, tuple(cells.get(key) for key in header), pointer) for n, pointer, cells in entries)
    return Reading("json", tables=(Table(header, rows),), told=(*told, *odd))


def _parse(text: str, where: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_pairs, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        at = f"line {error.lineno}, column {error.colno}"
        raise Refused(f"{where}, {at}", f"is not valid JSON ({error.msg})", "correct it there") from error
    except RecursionError as error:
        raise Refused(where, "is nested too deeply", "give a flat list of objects") from error


class _Twins(ValueError):
    """An object has one key twice."""


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _Twins
    return found


def _list(text: str, job: Job, seals: Seals) -> tuple[list[_Entry], list[SetAside]]:
    try:
        content, base = _rows_in(seals.taken_out(_parse(text, job.where)), job.where)
    except _Twins as error:
        raise Refused(job.where, "an object has one key twice", "keep one of the two in a copy") from error
    entries: list[_Entry] = []
    unfit: list[int] = []
    for n, each in enumerate(content):
        if isinstance(each, dict):
            entries.append((n + 1, f"{base}/{n}", _flat(each, job.where)))
        else:
            unfit.append(n + 1)
    return entries, _no_objects(job.where, unfit)


def _lines(text: str, job: Job, seals: Seals) -> tuple[list[_Entry], list[SetAside]]:
    entries: list[_Entry] = []
    aside: list[SetAside] = []
    unfit: list[int] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            each = seals.taken_out(_parse(line, f"{job.where}, row {number}"))
        except Refused as refused:
            aside.append(refused.set_aside)
            continue
        except _Twins:
            aside.append(SetAside(f"{job.where}, row {number}", "has one key twice", "keep one of the two in a copy"))
            continue
        if isinstance(each, dict):
            entries.append((number, None, _flat(each, job.where)))
        else:
            unfit.append(number)
    return entries, aside + _no_objects(job.where, unfit)


def _no_objects(where: str, unfit: list[int]) -> list[SetAside]:
    if not unfit:
        return []
    return [SetAside(f"{where}, {numbered(unfit)}", "is not an object with named values", "give each row its keys")]


def _rows_in(content: object, where: str) -> tuple[list[object], str]:
    """The list of rows and its JSON pointer: the top itself, or the one list of objects under a key of the top."""
    if isinstance(content, list):
        return content, ""
    if isinstance(content, dict):
        lists = [key for key, value in content.items() if isinstance(value, list) and value]
        if len(lists) == 1:
            return content[lists[0]], "/" + lists[0].replace("~", "~0").replace("/", "~1")
        if len(lists) > 1:
            what = f"holds {len(lists)} lists: {', '.join(lists)}"
            raise Refused(where, what, "give a file with one list of objects for each kind of row")
    raise Refused(where, "holds no list of objects", "give a list of objects, one for each row")


def _flat(found: dict[str, object], where: str) -> dict[str, str | None]:
    """Nested objects laid out side by side: `{"place": {"lat": 36}}` has the column `place.lat`."""
    cells: dict[str, str | None] = {}

    def lay(value: object, name: str, depth: int) -> None:
        if depth > _DEEPEST:
            raise Refused(where, "is nested too deeply", "give a flat list of objects")
        if isinstance(value, dict) and value:
            for key, inner in value.items():
                lay(inner, f"{name}.{key}", depth + 1)
        else:
            cells[name] = _cell(value)

    for key, value in found.items():
        lay(value, key, 0)
    return cells


def _cell(value: object) -> str | None:
    """Text and numbers as written, true and false in capitals as spreadsheets show them, lists joined by `;`."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, str):
        return value or None
    if value is None or value in ([], {}):
        return None
    if isinstance(value, list) and not any(isinstance(each, (dict, list)) for each in value):
        return "; ".join(_cell(each) or "" for each in value) or None
    return json.dumps(value, ensure_ascii=False)
