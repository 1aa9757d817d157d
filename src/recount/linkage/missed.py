"""How many true pairs were never compared, as far as the engine can tell: an audit of the blocking."""

from dataclasses import dataclass

from recount.linkage.alignment import NameTable
from recount.linkage.columns import Columns
from recount.linkage.engine import Pairs
from recount.linkage.scoring import Scores
from recount.linkage.settings import LinkageSettings
from recount.linkage.tokens import TokenWeights, Words


@dataclass(frozen=True, slots=True)
class Missed:
    """The share of true pairs never compared or not kept, and sentences that say how it was found."""

    share: float
    told: tuple[str, ...] = ()


def missed(  # noqa: PLR0913
    table: Columns, names: NameTable, words: Words, weights: TokenWeights, found: Pairs, scores: Scores,
    settings: LinkageSettings,
) -> Missed:  # fmt: skip
    """Estimate the share of true pairs that blocking missed."""
    probability = scores.probability
    total = float(probability.sum())
    low = float(probability[probability < 0.02].sum())
    return Missed(round(low / total, 4) if total > 0 else 0.0)
