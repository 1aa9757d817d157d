"""Engines: what finds candidate pairs and weighs everything about them but their names.

An engine is made with a case's columns. Ours stand in `ENGINES`; others arrive by entry point and prove themselves
with the checks in `recount.testing`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from recount.errors import PlugInMissing
from recount.linkage.blocking import Blocks
from recount.linkage.columns import Columns
from recount.linkage.pairs import Pairs

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Evidence:
    """What one comparison says of each pair: its bits, 0 where either side is silent, and on which level it was met.

    `says` is each level in words; `usual` and `chance` how often it is met by two records of one person, and of two
    people drawn at random.
    """

    comparison: str
    bits: Floats
    level: NDArray[np.int16]
    says: tuple[str, ...]
    usual: tuple[float, ...]
    chance: tuple[float, ...]

    @cached_property
    def silent(self) -> bool:
        """Whether it says nothing of any pair."""
        return not bool((self.level >= 0).any())


class Engine(Protocol):
    """A record-linkage engine at work on one case."""

    name: str

    def candidates(self) -> Iterable[Pairs]:
        """The pairs that share a key, in order, in portions that fit in memory."""
        ...

    def weigh(self, pairs: Pairs) -> list[Evidence]:
        """Weights of every comparison but names, estimated from the records themselves without labels."""
        ...


EngineMaker = Callable[[Columns, Blocks, int], Engine]


def _splink(columns: Columns, blocks: Blocks, seed: int) -> Engine:
    from recount.linkage.splink_engine import SplinkEngine

    return SplinkEngine(columns, blocks, seed)


def _spark(columns: Columns, blocks: Blocks, seed: int) -> Engine:
    from recount.linkage.spark_engine import SparkEngine

    return SparkEngine(columns, blocks, seed)


ENGINES: dict[str, EngineMaker] = {"splink": _splink, "spark": _spark}
"""Engines that come with Recount, by the name `recount.toml` calls them."""


def engine(name: str) -> EngineMaker:
    """An engine by name: one of ours, or one installed beside Recount.

    Raises:
        PlugInMissing: nothing of that name is installed.
    """
    if name in ENGINES:
        return ENGINES[name]
    from importlib.metadata import entry_points

    for point in entry_points(group="recount.engines", name=name):
        maker: EngineMaker = point.load()
        return maker
    raise PlugInMissing(
        f"linkage.engine is {name!r}, which is not installed; install the package that brings it, "
        f"or choose one of {', '.join(sorted(ENGINES))} in recount.toml"
    )
