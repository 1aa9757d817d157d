"""Whether chains agree and how much their draws are worth (Vehtari, Gelman, Simpson, Carpenter & Bürkner 2021)."""

from dataclasses import dataclass

import numpy as np

from recount.estimation.patterns import Floats


@dataclass(frozen=True, slots=True)
class Convergence:
    """Rank-normalised split R-hat, and effective sizes of the sample for the middle and for the 5 % and 95 % ends."""

    rhat: float
    ess_bulk: float
    ess_tail: float

    @property
    def settled(self) -> bool:
        """Whether an interval may be read off: R-hat at most 1.01, both effective sizes 400 or more."""
        return bool(self.rhat <= 1.01 and min(self.ess_bulk, self.ess_tail) >= 400)


def convergence(draws: Floats) -> Convergence:
    """Diagnostics of one quantity, draws as (chains, draws)."""
    ends = np.quantile(draws, [0.05, 0.95])
    tails = [effective(_halves((draws <= end).astype(float))) for end in ends]
    ranked = _ranked(_halves(draws))
    folded = _ranked(_halves(np.abs(draws - np.median(draws))))
    return Convergence(max(_rhat(ranked), _rhat(folded)), effective(ranked), min(tails))


def _halves(draws: Floats) -> Floats:
    half = draws.shape[1] // 2
    return np.concatenate([draws[:, :half], draws[:, -half:]])


def _ranked(draws: Floats) -> Floats:
    """Normal scores of the ranks, ties sharing theirs."""
    from scipy.special import ndtri
    from scipy.stats import rankdata

    ranks = rankdata(draws, axis=None).reshape(draws.shape)
    return np.asarray(ndtri((ranks - 0.375) / (draws.size + 0.25)))


def _rhat(draws: Floats) -> float:
    length = draws.shape[1]
    within = float(np.mean(np.var(draws, axis=1, ddof=1)))
    between = float(np.var(np.mean(draws, axis=1), ddof=1))
    return float(np.sqrt((length - 1) / length + between / within)) if within > 0 else float("inf")


def effective(draws: Floats) -> float:
    """How many independent draws would tell the mean as well (Geyer's initial monotone sequence)."""
    chains, length = draws.shape
    if np.ptp(draws) == 0:
        return float(draws.size)
    covariances = _autocovariances(draws)
    within = float(np.mean(covariances[:, 0])) * length / (length - 1)
    total = within * (length - 1) / length + float(np.var(np.mean(draws, axis=1), ddof=1))
    correlations = 1 - (within - np.mean(covariances, axis=0) * length / (length - 1)) / total
    correlations[0] = 1.0
    sums = correlations[: length // 2 * 2].reshape(-1, 2).sum(axis=1)
    negative = np.flatnonzero(sums < 0)
    kept = np.minimum.accumulate(sums[: negative[0]] if len(negative) else sums)
    spread = max(-1 + 2 * float(kept.sum()), 1 / np.log10(max(draws.size, 10)))
    return float(chains * length / spread)


def _autocovariances(draws: Floats) -> Floats:
    length = draws.shape[1]
    centred = draws - draws.mean(axis=1, keepdims=True)
    spectrum = np.abs(np.fft.rfft(centred, n=2 * length, axis=1)) ** 2
    return np.asarray(np.fft.irfft(spectrum, axis=1)[:, :length] / length)
