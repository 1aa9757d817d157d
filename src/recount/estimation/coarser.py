"""What to do about a stratum that cannot be estimated: the nearest coarser one that can."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from recount.estimation.headline import NOT_ESTIMABLE
from recount.estimation.settings import EstimationSettings
from recount.estimation.suite import judge
from recount.estimation.usable import usable
from recount.model.estimates import CaptureTable

JOINED = " / "
_TRIED = 60


def coarser(name: str, tables: Mapping[str, CaptureTable], settings: EstimationSettings) -> str:
    """A sentence that names the first coarser stratum that carries an estimate, or says that none does."""
    quick = replace(settings, method="standard", replicates=_TRIED)
    for says, members in _candidates(name, sorted(tables)):
        merged = together([tables[member] for member in members])
        part = usable(merged)
        if not part.refusals and judge(part, quick, says).verdict != NOT_ESTIMABLE:
            return f"{says} can be estimated."
    return "No coarser stratum can be estimated either."


def together(tables: list[CaptureTable]) -> CaptureTable:
    """Strata as one."""
    counts: Counter[tuple[int, ...]] = Counter()
    for table in tables:
        counts.update(dict(table.counts))
    return CaptureTable(tables[0].lists, tuple(sorted(counts.items())))


def _candidates(name: str, names: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Wider strata, the nearest first: one division left out, else a neighbour joined; at last everything."""
    parts = name.split(JOINED)
    for place in range(len(parts) if len(parts) > 1 else 0):
        kept = [*parts[:place], *parts[place + 1 :]]
        members = [other for other in names if _without(other, place) == kept]
        yield f"{JOINED.join(kept)} without dividing it by {JOINED.join(_divisions(members, place))}", members
    if len(parts) == 1 and len(names) > 2:
        at = names.index(name)
        for other in (at - 1, at + 1):
            if 0 <= other < len(names):
                yield f"{name} and {names[other]} as one stratum", [name, names[other]]
    yield "Everything as one stratum", names


def _without(name: str, place: int) -> list[str]:
    parts = name.split(JOINED)
    return [*parts[:place], *parts[place + 1 :]]


def _divisions(members: list[str], place: int) -> list[str]:
    return list(dict.fromkeys(member.split(JOINED)[place] for member in members))
