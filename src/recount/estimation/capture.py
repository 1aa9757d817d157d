"""Victims by the lists they are on, within strata."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from recount.errors import SettingsError
from recount.model.codes import Precision
from recount.model.estimates import CaptureTable, Counts
from recount.model.people import Victim
from recount.model.values import Period

STRATA = ("month", "sex", "age", "place")
_UNKNOWN = "unknown"


def tabulate(victims: Sequence[Victim], lists: Sequence[str], by: Sequence[str] = ()) -> dict[str, CaptureTable]:
    """Count the victims of each capture history, per stratum.

    Args:
        victims: the people documented; those on none of the lists are left out and cannot inform an estimate.
        lists: ids of the sources that serve as lists, in the order of the histories.
        by: any of `month`, `sex`, `age`, `place`; victims without a value form the stratum `unknown`.

    Returns:
        Tables by stratum in order of name; `all` is the only one when `by` is empty. A window runs from the first to
        the last dated death on its list, in that stratum.

    Raises:
        SettingsError: a stratum nobody knows, or a list named twice.
    """
    _checked(lists, by)
    strata = _members(victims, by)
    if not strata and not by:
        strata["all"] = []
    return {name: _table(name, members, lists) for name, members in sorted(strata.items())}


def redrawn(
    tables: Mapping[str, CaptureTable],
    linkages: Iterable[tuple[Sequence[Victim], Sequence[Victim]]],
    lists: Sequence[str],
    by: Sequence[str] = (),
) -> dict[str, CaptureTable]:
    """The tables with their counts in draws of the linkage as well.

    Args:
        tables: what `tabulate` returned for the accepted victims.
        linkages: for each draw, the accepted victims it undoes and the victims it makes of their records.
        lists: as for `tabulate`.
        by: as for `tabulate`; somebody whose stratum no accepted victim is in has no table to be counted in.
    """
    found: dict[str, list[Counts]] = {name: [] for name in tables}
    for gone, come in linkages:
        less, more = (_by_stratum(some, lists, by) for some in (gone, come))
        for name, table in tables.items():
            counted = Counter(dict(table.counts))
            counted.update(more.get(name, Counter()))
            counted.subtract(less.get(name, Counter()))
            counted.pop((0,) * len(lists), None)
            found[name].append(tuple(sorted((history, count) for history, count in counted.items() if count)))
    return {name: replace(table, linkages=tuple(found[name])) for name, table in tables.items()}


def _by_stratum(
    victims: Sequence[Victim], lists: Sequence[str], by: Sequence[str]
) -> dict[str, Counter[tuple[int, ...]]]:
    return {name: histories(members, lists) for name, members in _members(victims, by).items()}


def _members(victims: Sequence[Victim], by: Sequence[str]) -> dict[str, list[Victim]]:
    strata: dict[str, list[Victim]] = {}
    for victim in victims:
        strata.setdefault(_stratum(victim, by), []).append(victim)
    return strata


def histories(victims: Iterable[Victim], lists: Sequence[str]) -> Counter[tuple[int, ...]]:
    """Victims by history, one 0 or 1 per list."""
    return Counter(tuple(int(name in victim.sources) for name in lists) for victim in victims)


def _checked(lists: Sequence[str], by: Sequence[str]) -> None:
    unknown = [name for name in by if name not in STRATA]
    if unknown:
        raise SettingsError(f"cannot stratify by {', '.join(unknown)}; choose among {', '.join(STRATA)}")
    if len(set(lists)) != len(lists):
        raise SettingsError(f"a list is named twice among {', '.join(lists)}; name each source once")


def _stratum(victim: Victim, by: Sequence[str]) -> str:
    return " / ".join(_value(victim, name) for name in by) if by else "all"


def _value(victim: Victim, name: str) -> str:
    if name == "month":
        return _month(victim.died)
    if name == "sex":
        return victim.sex.value
    if name == "age":
        return victim.age.group.value if victim.age else _UNKNOWN
    return victim.place.id or _UNKNOWN if victim.place else _UNKNOWN


def _month(died: Period | None) -> str:
    if died is None or died.start is None or died.end is None:
        return _UNKNOWN
    first, last = (died.start.year, died.start.month), (died.end.year, died.end.month)
    return f"{first[0]:04d}-{first[1]:02d}" if first == last else _UNKNOWN


def _table(stratum: str, victims: Sequence[Victim], lists: Sequence[str]) -> CaptureTable:
    counted = histories(victims, lists)
    counted.pop((0,) * len(lists), None)
    return CaptureTable(
        lists=tuple(lists),
        counts=tuple(sorted(counted.items())),
        stratum=stratum,
        windows=tuple(_window(victims, name) for name in lists),
    )


def _window(victims: Sequence[Victim], name: str) -> Period | None:
    """From the first to the last day of the dated deaths on a list."""
    days = [victim.died for victim in victims if name in victim.sources and victim.died is not None]
    starts = [died.start for died in days if died.start is not None and died.precision is Precision.DAY]
    ends = [died.end for died in days if died.end is not None and died.precision is Precision.DAY]
    return Period(min(starts), max(ends), Precision.SPAN) if starts and ends else None


def table_from_rows(
    lists: Sequence[str], rows: Mapping[Sequence[int], int], stratum: str = "all", windows: Sequence[Period] = ()
) -> CaptureTable:
    """A capture table of counts that are already there, such as those of a publication."""
    counts = tuple(sorted((tuple(history), count) for history, count in rows.items()))
    return CaptureTable(tuple(lists), counts, stratum, tuple(windows))
