"""Splink 5 on DuckDB 2: the weights of every comparison but names, over pairs that share a key.

One thread, because sums of doubles over several would depend on who came first, and a figure must not.
"""

import logging
import math
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recount.linkage.blocking import Blocks
from recount.linkage.columns import Columns
from recount.linkage.comparisons import COMPARISONS, Comparison
from recount.linkage.engine import Evidence
from recount.linkage.pairs import Pairs
from recount.linkage.splink_model import LEVELS, Shares, arrow_table, column, creator, sample, shares

log = logging.getLogger(__name__)

_MEMORY = "1GB"
_PORTION = 300_000
_FEW = 40
"""Below so many records there is nothing to estimate from, and the levels keep the weights they begin with."""


class SplinkEngine:
    """Splink at work on the records of one case."""

    name = "splink"

    def __init__(self, columns: Columns, blocks: Blocks, seed: int) -> None:
        """Load the columns into a fresh database."""
        logging.getLogger("splink").setLevel(logging.ERROR)
        self._columns, self._blocks, self._seed = columns, blocks, seed
        self._open()
        self._people = arrow_table(columns)
        self._keep("people", self._people)

    def candidates(self) -> Iterator[Pairs]:
        """The pairs that share a key, in order."""
        return self._blocks.portions(len(self._columns.records))

    def weigh(self, pairs: Pairs) -> list[Evidence]:
        """Weights of every comparison but names, estimated by Splink from a sample and by EM."""
        return [
            self._evidence(comparison, level)
            for comparison, level in zip(COMPARISONS, self._levels(pairs), strict=True)
        ]

    def _open(self) -> None:
        """A database in memory, which spills to disk before it takes too much of it."""
        import duckdb
        from splink import DuckDBAPI

        self._connection = duckdb.connect(":memory:", config={"threads": 1, "memory_limit": _MEMORY})
        self._connection.execute("set enable_progress_bar = false")
        self._database: Any = DuckDBAPI(self._connection)

    def _keep(self, name: str, table: Any) -> None:
        """Keep an Arrow table under a name."""
        self._connection.register("loaded", table)
        self._connection.execute(f"create or replace table {name} as select * from loaded")
        self._connection.unregister("loaded")

    def _table(self, name: str) -> Any:
        """A kept table as Splink takes it."""
        return name

    def _met(self, pairs: Any) -> dict[str, NDArray[np.int16]]:
        """The level each pair of an Arrow table is met on."""
        self._connection.register("pairs", pairs)
        found: dict[str, NDArray[np.int16]] = self._connection.execute(LEVELS).fetchnumpy()
        self._connection.unregister("pairs")
        return found

    def _in_dialect(self, comparison: dict[str, Any]) -> dict[str, Any]:
        """A comparison in the SQL of the database."""
        return comparison

    def _evidence(self, comparison: Comparison, level: NDArray[np.int16]) -> Evidence:
        usual, chance = self._estimated[comparison.name]
        weights = [
            round(min(max(math.log2(m / u), -comparison.cap), comparison.cap), 4)
            for m, u in zip(usual, chance, strict=True)
        ]
        says = tuple(one.says for one in comparison.levels)
        # What no list gives takes no memory, however many pairs there are.
        nothing = not (level >= 0).any()
        bits = np.broadcast_to(np.float64(0.0), len(level)) if nothing else np.array([*weights, 0.0])[level]
        level = np.broadcast_to(np.int16(-1), len(level)) if nothing else level
        return Evidence(comparison.name, bits, level, says, usual, chance)

    def _levels(self, pairs: Pairs) -> list[NDArray[np.int16]]:
        """Which level each pair is met on, per comparison; -1 where it is silent."""
        import pyarrow  # type: ignore[import-untyped]

        found = [np.empty(len(pairs), dtype=np.int16) for _ in COMPARISONS]
        for start in range(0, len(pairs), _PORTION):
            portion = slice(start, start + _PORTION)
            left, right = pairs.left[portion], pairs.right[portion]
            met = self._met(pyarrow.table({"place": np.arange(len(left)), "one": left, "other": right}))
            for number, level in enumerate(found):
                level[portion] = met[f"level_{number}"]
        return found

    @cached_property
    def _estimated(self) -> dict[str, tuple[Shares, Shares]]:
        """How often each level is met by one person and by chance: what Splink learned, leaning on the first shares."""
        if len(self._columns.records) < _FEW:
            model = self._model(self._linker("people", [creator(comparison) for comparison in COMPARISONS]))
            return {one.name: shares(one, model[column(one)]) for one in COMPARISONS}
        model = self._model(self._usual(self._by_chance()))
        return {one.name: shares(one, model[column(one)]) for one in COMPARISONS}

    def _by_chance(self) -> list[dict[str, Any]]:
        """The comparisons with how often two people drawn at random meet each level, over all pairs of a sample."""
        self._keep("sampled", self._people.take(sample(self._columns, self._seed)))
        linker = self._linker("sampled", [creator(comparison) for comparison in COMPARISONS])
        linker.training.estimate_u_using_random_sampling(
            max_pairs=1e7, seed=self._seed, min_count_per_level=None, num_chunks=1
        )
        model = self._model(linker)
        return [creator(one, _chance(one, model[column(one)])) for one in COMPARISONS]

    def _usual(self, comparisons: list[dict[str, Any]]) -> Any:
        """EM within groups of one name: most of their pairs are one person, whatever else they say."""
        from splink import block_on
        from splink.internals.exceptions import EMTrainingException

        linker = self._linker("people", comparisons)
        try:
            linker.training.estimate_parameters_using_expectation_maximisation(
                block_on("whole_name"), estimate_without_term_frequencies=True
            )
        except EMTrainingException as error:
            log.info("no two records share a whole name, so the comparisons keep their first weights: %s", error)
        except ValueError as error:
            # Where all pairs of one name agree or all differ, EM ends in shares of exactly 0, which Splink refuses.
            log.info("the pairs of one name teach nothing, so the comparisons keep their first weights: %s", error)
        return linker

    def _linker(self, table: str, comparisons: list[dict[str, Any]]) -> Any:
        from splink import Linker, SettingsCreator

        settings = SettingsCreator(
            link_type="dedupe_only",
            unique_id_column_name="row",
            comparisons=[self._in_dialect(comparison) for comparison in comparisons],
            blocking_rules_to_generate_predictions=[],
            retain_matching_columns=False,
            retain_intermediate_calculation_columns=False,
            linker_uid=f"recount_{table}",
            max_iterations=15,
            em_convergence=0.001,
        )
        return Linker(self._database.register(self._table(table)), settings, log_level=None)

    @staticmethod
    def _model(linker: Any) -> dict[str, dict[str, Any]]:
        return {entry["output_column_name"]: entry for entry in linker.misc.save_model_to_json()["comparisons"]}


def _chance(comparison: Comparison, trained: dict[str, Any]) -> Shares:
    """What the sample says of chance; levels no pair of it met keep the share they begin with."""
    found = [level for level in trained["comparison_levels"] if not level.get("is_null_level")]
    return tuple(
        float(learned.get("u_probability") or level.chance)
        for level, learned in zip(comparison.levels, found, strict=True)
    )
