"""How many true pairs were never compared, as far as the engine can tell: an audit of the blocking."""

from dataclasses import dataclass

from recount.linkage.scoring import Scores


@dataclass(frozen=True, slots=True)
class Missed:
    """The share of true pairs never compared or not kept, and sentences that say how it was found."""

    share: float
    told: tuple[str, ...] = ()


def missed(scores: Scores) -> Missed:
    """Estimate the share of true pairs that blocking missed."""
    probability = scores.probability
    total = float(probability.sum())
    low = float(probability[probability < 0.02].sum())
    return Missed(round(low / total, 4) if total > 0 else 0.0)
