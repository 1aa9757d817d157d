"""What every method of estimation promises, whoever wrote it."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from recount.estimation.patterns import Floats, Patterns
from recount.estimation.settings import EstimationSettings
from recount.estimation.work import Voice, Work

TRUTH = 3000
_REACH = (0.35, 0.3, 0.25, 0.2)
_TRIED = 5
_HELD = 3


def check_method(method: Callable[[Work], Voice]) -> None:
    """Hold a method of estimation to what Recount relies on.

    It must say the same for the same work, on one worker or two, whatever the lists are called; leave the table as it
    was; give no total below those observed, and none at all where it does not settle; keep to the level asked for;
    answer sparse tables without an error; and hold the truth in most of a few invented tables of independent lists.

    Args:
        method: what the entry point in `recount.methods` names.

    Raises:
        AssertionError: a promise is not kept; the message says which.
    """
    work = _work(_listed(0))
    before = work.table.counts.copy()
    voice = method(work)
    _hold(bool(np.array_equal(before, work.table.counts)), "a method must not change the table it is given")
    _repeats(method, work, voice)
    for table in (_listed(1), _sparse()):
        _sound(method(_work(table)), _work(table))
    _sound(voice, work)
    _recovers(method)


def _hold(kept: bool, promise: str) -> None:
    if not kept:
        raise AssertionError(promise)


def _repeats(method: Callable[[Work], Voice], work: Work, voice: Voice) -> None:
    renamed = replace(work, table=Patterns(tuple("wxyz"), work.table.counts))
    for again, promise in (
        (work, "the same work must give the same answer: draw from work.seed alone"),
        (replace(work, workers=2), "the number of workers must change no number"),
        (renamed, "the names of the lists must change no number"),
    ):
        fresh = replace(again, seed=np.random.SeedSequence(_seed(0)))
        other = method(fresh)
        same = (voice.told.estimate, voice.told.interval) == (other.told.estimate, other.told.interval)
        _hold(same and np.asarray(voice.draws).tobytes() == np.asarray(other.draws).tobytes(), promise)


def _sound(voice: Voice, work: Work) -> None:
    told, draws = voice.told, np.asarray(voice.draws, dtype=float)
    observed, interval = work.table.observed, told.interval
    _hold(bool(told.name.strip()), "a method must name itself")
    _hold(told.level == work.settings.level, "the level told must be the one asked for in work.settings")
    _hold(draws.ndim == 1 and bool(np.all(np.isfinite(draws))), "draws must be one finite total each, in one dimension")
    _hold(bool(np.all(draws >= observed - 1e-6)), "no draw of the total may be below the number observed")
    if not told.settled:
        _hold(interval is None and not len(draws), "a method that does not settle must give neither interval nor draws")
    if interval is not None:
        high = interval.high
        _hold(interval.floor >= observed, "an interval may not begin below the number observed")
        _hold(high is not None and np.isfinite(high), "an interval must end")
        _hold(told.median is not None, "a method with an interval must tell the median of its draws")
        if told.median is not None and len(draws):
            near = abs(float(np.median(draws)) - told.median) <= 0.02 * told.median
            _hold(near, "the median told must be the median of the draws")


def _recovers(method: Callable[[Work], Voice]) -> None:
    intervals = [method(_work(_listed(seed))).told.interval for seed in range(_TRIED)]
    held = sum(interval is not None and interval.holds(TRUTH) for interval in intervals)
    _hold(
        held >= _HELD,
        f"of {_TRIED} invented tables of independent lists with {TRUTH} people, the interval held the truth in {held}",
    )


def _work(table: Patterns, seed: int = 0) -> Work:
    return Work(table, EstimationSettings(replicates=100), np.random.SeedSequence(_seed(seed)))


def _seed(seed: int) -> list[int]:
    return [seed, 17]


def _listed(seed: int) -> Patterns:
    """Four independent lists, the largest first."""
    seen = np.random.default_rng([seed, 5]).random((TRUTH, len(_REACH))) < _REACH
    return Patterns(tuple("ABCD"), _counted(seen @ (1 << np.arange(len(_REACH)))))


def _sparse() -> Patterns:
    """Three small lists, of which two meet the first and not each other."""
    counts = np.zeros(8)
    counts[[1, 2, 4, 3, 5]] = [40, 30, 20, 3, 2]
    return Patterns(tuple("ABC"), counts)


def _counted(patterns: Floats) -> Floats:
    counts = np.bincount(patterns.astype(int), minlength=1 << len(_REACH)).astype(float)
    counts[0] = 0
    return np.asarray(counts)
