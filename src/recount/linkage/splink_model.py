"""The model of linkage in Splink's words: tables, levels and shares, the same on every database."""

from collections import Counter
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recount.language.transliteration import skeleton
from recount.linkage.columns import Columns
from recount.linkage.comparisons import COMPARISONS, Comparison

Shares = tuple[float, ...]

_HOME = ("house", "street", "building", "suburb", "postcode", "state", "phone")
COLUMNS = (
    "source", "sex", "age_low", "age_high", "died_first", "died_last", "died_swapped", "registered", "place", "wider",
    "cause", "incident", "official", "code", "born", *_HOME,
)  # fmt: skip
"""What the comparisons read of a record."""
_LEARNED_FROM = 500_000
_SAMPLED = 900
_TRUST_CHANCE = 200.0
_TRUST_USUAL = 20.0
_NAMESAKES = 50
"""A name that more records share is no group to learn from: most of its pairs are of two people, and there are many."""


def _level(comparison: Comparison) -> str:
    """The level of a pair in SQL, counted from the first; -1 for silence."""
    levels = [(level.sql, number) for number, level in enumerate(comparison.levels)]
    when = " ".join(f"when {sql} then {number}" for sql, number in [(comparison.silent, -1), *levels[:-1]])
    return f"case {when} else {levels[-1][1]} end"


def _sides() -> str:
    """The columns of both records under the names the comparisons call them by."""
    return ", ".join(
        f"{side}.{column} as {column}_{end}" for side, end in (("one", "l"), ("other", "r")) for column in COLUMNS
    )


LEVELS = (
    "select "
    + ", ".join(
        f"cast({_level(comparison)} as smallint) as level_{number}" for number, comparison in enumerate(COMPARISONS)
    )
    + f" from (select pairs.place as number, {_sides()} from pairs"
    + " join people as one on one.row = pairs.one join people as other on other.row = pairs.other) order by number"
)


def column(comparison: Comparison) -> str:
    """What Splink calls a comparison."""
    return comparison.name.replace(" ", "_").replace("'", "")


def creator(comparison: Comparison, chance: Shares | None = None) -> dict[str, Any]:
    """A comparison in Splink's words, with the shares it begins with, or with those of chance already known."""
    levels = [{"sql_condition": comparison.silent, "label_for_charts": "silent", "is_null_level": True}]
    levels += [
        {
            "sql_condition": level.sql,
            "label_for_charts": level.says,
            "m_probability": level.usual,
            "u_probability": by_chance,
        }
        for level, by_chance in zip(
            comparison.levels, chance or (level.chance for level in comparison.levels), strict=True
        )
    ]
    return {"output_column_name": column(comparison), "comparison_levels": levels}


def shares(comparison: Comparison, trained: dict[str, Any]) -> tuple[Shares, Shares]:
    """How often one person and two by chance meet each level: what was learned, leaning on the first shares."""
    found = [level for level in trained["comparison_levels"] if not level.get("is_null_level")]
    both = list(zip(comparison.levels, found, strict=True))
    return (
        tuple(_leaning(learned.get("m_probability"), level.usual, _TRUST_USUAL) for level, learned in both),
        tuple(_leaning(learned.get("u_probability"), level.chance, _TRUST_CHANCE) for level, learned in both),
    )


def _leaning(learned: float | None, first: float, trust: float) -> float:
    return first if learned is None else (learned * trust + first) / (trust + 1)


def arrow_table(columns: Columns) -> Any:
    """The columns as an Arrow table, one row a record, numbered from 0."""
    import pyarrow  # type: ignore[import-untyped]

    died, age = columns.died, columns.age
    return pyarrow.table(
        {
            "row": pyarrow.array(range(len(columns.records)), pyarrow.int64()),
            "source": pyarrow.array([r.source for r in columns.records], pyarrow.string()),
            "whole_name": pyarrow.array(_whole_names(columns), pyarrow.string()),
            "sex": pyarrow.array(columns.sex, pyarrow.string()),
            "age_low": pyarrow.array([None if a is None else a[0] for a in age], pyarrow.int32()),
            "age_high": pyarrow.array([None if a is None else a[1] for a in age], pyarrow.int32()),
            "died_first": pyarrow.array([None if d is None else d[0] for d in died], pyarrow.int32()),
            "died_last": pyarrow.array([None if d is None else d[1] for d in died], pyarrow.int32()),
            "died_swapped": pyarrow.array([_swapped(d) for d in died], pyarrow.int32()),
            "registered": pyarrow.array(columns.registered, pyarrow.int32()),
            "place": pyarrow.array([None if p is None else "/".join(p) for p in columns.place], pyarrow.string()),
            "wider": pyarrow.array([None if p is None else "/".join(p[:-1]) for p in columns.place], pyarrow.string()),
            "cause": pyarrow.array(columns.cause, pyarrow.string()),
            "incident": pyarrow.array([r.incident for r in columns.records], pyarrow.string()),
            "official": pyarrow.array(columns.official, pyarrow.string()),
            "code": pyarrow.array(columns.code, pyarrow.string()),
            "born": pyarrow.array(columns.born, pyarrow.string()),
            **{part: pyarrow.array([getattr(home, part) for home in columns.home], pyarrow.string()) for part in _HOME},
        }
    )


def _whole_names(columns: Columns) -> list[str | None]:
    """Given, father's and last name as skeletons, for names of three parts and more that few others share."""
    found: list[str | None] = []
    for names in columns.compared:
        words = next((parts for parts in names if len(parts) >= 3), None)
        found.append(None if words is None else "|".join(skeleton(word) for word in (*words[:2], words[-1])))
    shared = Counter(name for name in found if name is not None)
    learned_from = _enough({name: count for name, count in shared.items() if 1 < count <= _NAMESAKES})
    return [name if name in learned_from else None for name in found]


def _enough(shared: dict[str, int]) -> set[str]:
    """So many names, evenly over their order, that their pairs are not too many to learn from."""
    pairs = sum(count * (count - 1) // 2 for count in shared.values())
    return set(sorted(shared)[:: -(-max(pairs, 1) // _LEARNED_FROM)])


def _swapped(died: tuple[int, int] | None) -> int | None:
    """The day that the same figures would be with day and month the other way round."""
    if died is None or died[0] != died[1]:
        return None
    day = date.fromordinal(died[0])
    return day.replace(month=day.day, day=day.month).toordinal() if day.day <= 12 and day.day != day.month else None


def sample(columns: Columns, seed: int) -> NDArray[np.int64]:
    """Rows by chance: pairs of them show how often two people drawn at random agree."""
    count = len(columns.records)
    chance = np.random.Generator(np.random.PCG64(seed))
    return np.sort(chance.choice(count, min(count, _SAMPLED), replace=False))
