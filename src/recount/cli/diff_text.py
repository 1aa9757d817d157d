"""What `recount diff` prints: inputs that changed, those of one kind together, then figures with steps and reasons."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from recount.model.changes import Cause, Changes, FigureChange, InputChange, PeopleChange
from recount.model.interval import Interval

_FIGURES = 12
_STEPS = 6
_ALONE = 5
"""So many inputs of one kind stand on lines of their own; more are counted."""
_NAMED = 3
_WHAT = ("was added", "was removed", "was changed", "has become stale", "is not there any more", "holds again")


def as_text(found: Changes) -> str:
    """The changed inputs, then each changed figure with its steps and reasons."""
    people = [] if found.people is None else list(_people(found.people))
    if not found.inputs and not found.figures and not people:
        return "Nothing changed."
    lines = [f"Inputs that changed ({len(found.inputs):,})", *_inputs(found.inputs)]
    lines += ["", f"Figures that changed ({len(found.figures):,})"]
    known = {one.subject: one for one in found.inputs}
    for figure in found.figures[:_FIGURES]:
        lines += _figure(figure, known)
    rest = Counter(figure.name.split("/")[0] for figure in found.figures[_FIGURES:])
    if rest:
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in sorted(rest.items()))
        lines.append(f"  … and {rest.total():,} more ({kinds}): --json prints all")
    lines += ["", f"People ({found.people.same:,} are the same)", *people] if found.people and people else []
    if not found.whole:
        lines += ["", "One side is a published record: rows and what each step rests on are not in it."]
    return "\n".join(lines)


def _people(found: PeopleChange) -> Iterator[str]:
    """Who has another id, who was joined with or parted from whom, who came and who went."""
    kinds = (
        ("have another id", [f"{old} → {new}" for old, new in found.moved]),
        ("were joined with another", [f"{old} is part of {new} now" for old, new in found.merged]),
        ("were parted from another", [f"{new} was part of {old}" for new, old in found.split]),
        ("are new", found.new),
        ("are gone", found.gone),
    )
    for says, which in kinds:
        if which:
            yield f"  {len(which):,} {says}"
            yield from (f"    {one}" for one in which[:_NAMED])
            if len(which) > _NAMED:
                yield f"    … and {len(which) - _NAMED:,} more: --json prints all"


def _inputs(inputs: Sequence[InputChange]) -> Iterator[str]:
    groups: dict[tuple[Cause, str, str], list[InputChange]] = {}
    for one in inputs:
        groups.setdefault((one.cause, _of(one), _what(one)), []).append(one)
    for (cause, of, what), members in groups.items():
        if len(members) > _ALONE and what:
            called = "".join(f"\n    {_name(one, of)}" for one in members[:_NAMED])
            yield f"  {cause}: {len(members):,}{f' of {of}' if of else ''}, each {what}{called}"
            yield f"    … and {len(members) - _NAMED:,} more"
            continue
        for one in members:
            yield f"  {one.cause}: {one.says}"
            yield from (f"    {row}" for row in one.rows)


def _of(one: InputChange) -> str:
    """What an input is one of: the folder of a document's source, the reviewer of a decision."""
    parts = one.subject.split("/")
    if one.cause is Cause.DOCUMENT:
        return "/".join(parts[:2])
    return one.subject.rpartition("#")[0] or one.subject.rpartition("/")[0] if one.cause is Cause.DECISION else ""


def _what(one: InputChange) -> str:
    return next((what for what in _WHAT if what in one.says), "")


def _name(one: InputChange, of: str) -> str:
    return one.subject.removeprefix(of).lstrip("/#") if one.cause is Cause.DOCUMENT else one.says


def _figure(figure: FigureChange, known: Mapping[str, InputChange]) -> list[str]:
    lines = [f"  {figure.name}: {_shown(figure.before)} → {_shown(figure.now)}"]
    lines += [f"    {one.label}: {_shown(one.before)} → {_shown(one.now)}" for one in figure.lines[:_STEPS]]
    more = len(figure.lines) - _STEPS
    lines += [f"    … and {more:,} more steps"] if more > 0 else []
    return [*lines, *([f"    because of {', '.join(_why(figure.why, known))}"] if figure.why else [])]


def _why(subjects: Iterable[str], known: Mapping[str, InputChange]) -> Iterator[str]:
    """The reasons, those of one kind counted where there are many."""
    groups: dict[tuple[str, str], list[str]] = {}
    for subject in subjects:
        one = known.get(subject)
        groups.setdefault(("", "") if one is None else (one.cause, _of(one)), []).append(subject)
    for (cause, of), members in groups.items():
        if cause and len(members) > _ALONE:
            yield f"{len(members):,} {cause}s{f' of {of}' if of else ''}"
        else:
            yield from members


def _shown(interval: Interval | None) -> str:
    return "not there" if interval is None else str(interval)
