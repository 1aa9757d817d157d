"""Splink 5 on DuckDB 2: candidate pairs, and the weights of every comparison but names.

One thread, because sums of doubles over several would depend on who came first, and a figure must not.
"""

import logging
import math
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recount.language.transliteration import skeleton
from recount.linkage.blocking import Blocks
from recount.linkage.columns import Columns, compared
from recount.linkage.comparisons import COMPARISONS, Comparison
from recount.linkage.engine import Evidence
from recount.linkage.pairs import Pairs

log = logging.getLogger(__name__)

COLUMNS = (
    "source", "sex", "age_low", "age_high", "died_first", "died_last", "died_swapped", "registered", "place", "wider",
    "cause", "incident", "official", "code", "born", "address",
)  # fmt: skip
"""What the comparisons read of a record."""
_MEMORY = "1GB"
_PORTION = 300_000
_LEARNED_FROM = 500_000
_SAMPLED = 400_000
_TRUST_CHANCE = 200.0
_TRUST_USUAL = 20.0
_NAMESAKES = 50
"""A name that more records share is no group to learn from: most of its pairs are of two people, and there are many."""
_FEW = 40
"""Below so many records there is nothing to estimate from, and the levels keep the weights they begin with."""


class SplinkEngine:
    """Splink at work on the records of one case."""

    name = "splink"

    def __init__(self, columns: Columns, blocks: Blocks, seed: int) -> None:
        """Load the columns into a fresh in-memory database, which spills to disk before it takes too much memory."""
        import duckdb
        from splink import DuckDBAPI, Linker, SettingsCreator, block_on

        logging.getLogger("splink").setLevel(logging.ERROR)
        self._columns, self._blocks, self._seed = columns, blocks, seed
        self._connection = duckdb.connect(":memory:", config={"threads": 1, "memory_limit": _MEMORY})
        self._connection.execute("set enable_progress_bar = false")
        database = DuckDBAPI(self._connection)
        settings = SettingsCreator(
            link_type="dedupe_only",
            unique_id_column_name="row",
            comparisons=[_creator(comparison) for comparison in COMPARISONS],
            blocking_rules_to_generate_predictions=[],
            retain_matching_columns=False,
            retain_intermediate_calculation_columns=False,
            linker_uid="recount",
            max_iterations=15,
            em_convergence=0.001,
        )
        self._connection.register("loaded", arrow_table(columns))
        self._connection.execute("create table people as select * from loaded")
        self._connection.unregister("loaded")
        self._linker = Linker(database.register("people"), settings, log_level=None)
        self._block_on = block_on

    def candidates(self) -> Iterator[Pairs]:
        """The pairs that share a key, in order."""
        return self._blocks.portions(len(self._columns.records))

    def weigh(self, pairs: Pairs) -> list[Evidence]:
        """Weights of every comparison but names, estimated by Splink's random sampling and EM."""
        return [
            self._evidence(comparison, level)
            for comparison, level in zip(COMPARISONS, self._levels(pairs), strict=True)
        ]

    def _evidence(self, comparison: Comparison, level: NDArray[np.int16]) -> Evidence:
        usual, chance = self._estimated[comparison.name]
        weights = [
            round(min(max(math.log2(m / u), -comparison.cap), comparison.cap), 4)
            for m, u in zip(usual, chance, strict=True)
        ]
        says = tuple(one.says for one in comparison.levels)
        return Evidence(comparison.name, np.array([*weights, 0.0])[level], level, says, usual, chance)

    def _levels(self, pairs: Pairs) -> list[NDArray[np.int16]]:
        """Which level each pair is met on, per comparison; -1 where it is silent."""
        found = [np.empty(len(pairs), dtype=np.int16) for _ in COMPARISONS]
        for start in range(0, len(pairs), _PORTION):
            portion = slice(start, start + _PORTION)
            met = self._met(pairs.left[portion], pairs.right[portion])
            for level, number in zip(found, range(len(COMPARISONS)), strict=True):
                level[portion] = met[f"level_{number}"]
        return found

    def _met(self, left: NDArray[np.int64], right: NDArray[np.int64]) -> dict[str, NDArray[np.int16]]:
        import pyarrow  # type: ignore[import-untyped]

        pairs = pyarrow.table({"place": np.arange(len(left)), "one": left, "other": right})
        self._connection.register("pairs", pairs)
        found: dict[str, NDArray[np.int16]] = self._connection.execute(_LEVELS).fetchnumpy()
        self._connection.unregister("pairs")
        return found

    @cached_property
    def _estimated(self) -> dict[str, tuple[tuple[float, ...], tuple[float, ...]]]:
        """How often each level is met by one person and by chance: what Splink learned, leaning on the first shares."""
        if len(self._columns.records) >= _FEW:
            self._linker.training.estimate_u_using_random_sampling(
                max_pairs=_SAMPLED, seed=self._seed, min_count_per_level=None, num_chunks=1
            )
            self._learn_usual()
        trained = {entry["output_column_name"]: entry for entry in self._model()["comparisons"]}
        return {comparison.name: _shares(comparison, trained[_column(comparison)]) for comparison in COMPARISONS}

    def _learn_usual(self) -> None:
        """EM within groups of one name: most of their pairs are one person, whatever else they say."""
        from splink.internals.exceptions import EMTrainingException

        try:
            self._linker.training.estimate_parameters_using_expectation_maximisation(
                self._block_on("whole_name"), estimate_without_term_frequencies=True
            )
        except EMTrainingException as error:
            log.info("no two records share a whole name, so the comparisons keep their first weights: %s", error)

    def _model(self) -> dict[str, Any]:
        model: dict[str, Any] = self._linker.misc.save_model_to_json()
        return model


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


_LEVELS = (
    "select "
    + ", ".join(
        f"cast({_level(comparison)} as smallint) as level_{number}" for number, comparison in enumerate(COMPARISONS)
    )
    + f" from (select pairs.place as number, {_sides()} from pairs"
    + " join people as one on one.row = pairs.one join people as other on other.row = pairs.other) order by number"
)


def _column(comparison: Comparison) -> str:
    return comparison.name.replace(" ", "_").replace("'", "")


def _creator(comparison: Comparison) -> dict[str, Any]:
    """A comparison in Splink's words, with the shares it begins with."""
    levels = [{"sql_condition": comparison.silent, "label_for_charts": "silent", "is_null_level": True}]
    levels += [
        {
            "sql_condition": level.sql,
            "label_for_charts": level.says,
            "m_probability": level.usual,
            "u_probability": level.chance,
        }
        for level in comparison.levels
    ]
    return {"output_column_name": _column(comparison), "comparison_levels": levels}


def _shares(comparison: Comparison, trained: dict[str, Any]) -> tuple[tuple[float, ...], tuple[float, ...]]:
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
    import pyarrow

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
            "address": pyarrow.array(columns.address, pyarrow.string()),
        }
    )


def _whole_names(columns: Columns) -> list[str | None]:
    """Given, father's and last name as skeletons, for names of three parts and more that few others share."""
    found: list[str | None] = []
    for names in columns.names:
        words = next((compared(name) for name in names if len(compared(name)) >= 3), None)
        found.append(None if words is None else "|".join(skeleton(word) for word in (*words[:2], words[-1])))
    shared = Counter(found)
    return [None if shared[name] > _NAMESAKES else name for name in found]


def _swapped(died: tuple[int, int] | None) -> int | None:
    """The day that the same figures would be with day and month the other way round."""
    if died is None or died[0] != died[1]:
        return None
    day = date.fromordinal(died[0])
    return day.replace(month=day.day, day=day.month).toordinal() if day.day <= 12 and day.day != day.month else None
