"""What differs between two builds and why: inputs by their digests, figures by their ledgers."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from recount.linkage.history import who_is_who
from recount.model.changes import (
    BuildRecord,
    Cause,
    Changes,
    DocumentRecord,
    FigureChange,
    FigureRecord,
    InputChange,
    LineChange,
    LineRecord,
    PeopleChange,
)
from recount.model.interval import Interval

_SHOWN = 6
_NOT_COUNTING = ("publication.", "estimation.", "recount")
"""Settings that no counted figure depends on."""


def changes(before: BuildRecord, now: BuildRecord) -> Changes:
    """What changed from one build to another.

    Every input that differs is told. A figure's reasons are the documents and decisions that its changed steps rest on
    now and rested on before, where those differ; where they do not, whatever else changed.
    """
    inputs = (*_documents(before, now), *_sources(before, now), *_decisions(before, now), *_settings(before, now))
    if before.program != now.program and before.program and now.program:
        inputs = (
            *inputs,
            InputChange(Cause.PROGRAM, "program", f"built with another program: {_version(now.program)}"),
        )
    whole = before.whole and now.whole
    return Changes(inputs, tuple(_figures(before, now, inputs)), whole, _people(before, now) if whole else None)


def _people(before: BuildRecord, now: BuildRecord) -> PeopleChange | None:
    """Who is who; None where the records are of a time when they did not say."""
    if not before.people or not now.people:
        return None
    told = who_is_who(*({one.id: one.rows for one in each.people} for each in (before, now)))
    moved = tuple((old, new) for old, new in told.kept if old != new)
    return PeopleChange(len(told.kept), moved, told.merged, told.split, told.new, told.gone)


def _version(program: str) -> str:
    return " ".join(program.split()[:2])


def _documents(before: BuildRecord, now: BuildRecord) -> Iterator[InputChange]:
    old, new = ({one.path: one for one in each.documents} for each in (before, now))
    for path in sorted(old.keys() | new.keys()):
        if path not in old:
            yield InputChange(Cause.DOCUMENT, path, f"{path} was added{_of_rows(new[path])}")
        elif path not in new:
            yield InputChange(Cause.DOCUMENT, path, f"{path} was removed{_of_rows(old[path])}")
        elif old[path].sha256 != new[path].sha256:
            yield _changed(old[path], new[path])


def _of_rows(document: DocumentRecord) -> str:
    return f", with {len(document.rows):,} rows" if document.rows else ""


def _changed(old: DocumentRecord, new: DocumentRecord) -> InputChange:
    gone, come = _rows(old, new), _rows(new, old)
    told = [f"row {number} is gone" for number in gone] + [f"row {number} is new" for number in come]
    says = f"{old.path} was changed"
    if gone or come:
        says += f": {len(gone):,} rows went, {len(come):,} came"
    return InputChange(Cause.DOCUMENT, old.path, says, tuple(told[:_SHOWN]))


def _rows(document: DocumentRecord, other: DocumentRecord) -> list[int]:
    """The numbers of the rows that the other version does not have, as many times as it lacks them."""
    left = Counter(other.rows)
    found = []
    for number, row in zip(document.row_numbers, document.rows, strict=True):
        left[row] -= 1
        if left[row] < 0:
            found.append(number)
    return found


def _sources(before: BuildRecord, now: BuildRecord) -> Iterator[InputChange]:
    yield from _pairs(Cause.SOURCE, before.sources, now.sources, "the description of {name} was {what}")


def _settings(before: BuildRecord, now: BuildRecord) -> Iterator[InputChange]:
    old, new = dict(before.settings), dict(now.settings)
    for name in sorted(old.keys() | new.keys()):
        if name != "recount" and old.get(name) != new.get(name):
            says = f"{name} was {old.get(name, 'not set')} and is {new.get(name, 'not set')}"
            yield InputChange(Cause.SETTING, name, says)


def _pairs(
    cause: Cause, before: Sequence[tuple[str, str]], now: Sequence[tuple[str, str]], says: str
) -> Iterator[InputChange]:
    old, new = dict(before), dict(now)
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            what = "added" if name not in old else "removed" if name not in new else "changed"
            yield InputChange(cause, name, says.format(name=name, what=what))


def _decisions(before: BuildRecord, now: BuildRecord) -> Iterator[InputChange]:
    old, new = ({one.id: one for one in each.decisions} for each in (before, now))
    for one in sorted(old.keys() | new.keys()):
        if one not in old:
            yield InputChange(Cause.DECISION, one, f"{one} was added: {new[one].says}")
        elif one not in new:
            yield InputChange(Cause.DECISION, one, f"{one} is not there any more: {old[one].says}")
        elif old[one].stale != new[one].stale:
            what = "has become stale" if new[one].stale else "holds again"
            yield InputChange(Cause.DECISION, one, f"{one} {what}: {new[one].says}")


def _figures(before: BuildRecord, now: BuildRecord, inputs: Sequence[InputChange]) -> Iterator[FigureChange]:
    old, new = ({one.name: one for one in each.figures} for each in (before, now))
    order = [*new, *(name for name in old if name not in new)]
    for name in order:
        a, b = old.get(name), new.get(name)
        if a is None or b is None or (a.interval, a.unknown) != (b.interval, b.unknown) or _moved(a, b):
            yield _figure(name, a, b, inputs)


def _moved(a: FigureRecord, b: FigureRecord) -> bool:
    return any(_amount(old) != _amount(new) for _, old, new in _steps(a, b))


def _amount(line: LineRecord | None) -> Interval | None:
    return None if line is None else line.amount


def _steps(
    a: FigureRecord | None, b: FigureRecord | None
) -> Iterator[tuple[str, LineRecord | None, LineRecord | None]]:
    """The steps of both ledgers, paired by their label, and by what they say where several have one."""
    old, new = _labelled(a), _labelled(b)
    for key in dict.fromkeys((*old, *new)):
        yield key[0] or key[1], old.get(key), new.get(key)


def _labelled(figure: FigureRecord | None) -> Mapping[tuple[str, str], LineRecord]:
    lines = () if figure is None else figure.lines
    times = Counter(line.label for line in lines)
    return {(line.label, "" if line.label and times[line.label] == 1 else line.says): line for line in lines}


def _figure(name: str, a: FigureRecord | None, b: FigureRecord | None, inputs: Sequence[InputChange]) -> FigureChange:
    changed = [(label, old, new) for label, old, new in _steps(a, b) if _amount(old) != _amount(new)]
    lines = tuple(LineChange(label, _amount(old), _amount(new)) for label, old, new in changed)
    why = tuple(dict.fromkeys(one for _, old, new in changed for one in _reasons(old, new, inputs)))
    return FigureChange(name, None if a is None else a.interval, None if b is None else b.interval, lines, why)


def _reasons(old: LineRecord | None, new: LineRecord | None, inputs: Sequence[InputChange]) -> list[str]:
    """The changed documents and decisions in which a step differs; else every other change that can reach a count."""
    touched = _touched(old, new)
    direct = [one.subject for one in inputs if one.subject in touched and one.cause in (Cause.DOCUMENT, Cause.DECISION)]
    spread = [one.subject for one in inputs if one.cause is Cause.DECISION and not direct]
    others = [one.subject for one in inputs if one.cause not in (Cause.DOCUMENT, Cause.DECISION) and _counts(one)]
    if direct:
        return direct
    return [*spread, *others] or [one.subject for one in inputs if _counts(one)]


def _counts(one: InputChange) -> bool:
    return not (one.cause is Cause.SETTING and one.subject.startswith(_NOT_COUNTING))


def _touched(old: LineRecord | None, new: LineRecord | None) -> set[str]:
    before, now = (_rests(line) for line in (old, new))
    documents = {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
    decided = [set(() if line is None else line.decisions) for line in (old, new)]
    return documents | (decided[0] ^ decided[1])


def _rests(line: LineRecord | None) -> dict[str, str]:
    return {} if line is None else {one.document: one.digest for one in line.rests}


def causes(found: Iterable[InputChange], subject: str) -> str:
    """The sentence of an input change by its subject."""
    return next((one.says for one in found if one.subject == subject), subject)
