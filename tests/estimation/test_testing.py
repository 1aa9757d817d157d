"""The checks offered to plug-ins: ours pass them, and each broken promise is caught."""

from dataclasses import replace

import numpy as np
import pytest

from recount.estimation.bayes import decomposable_graphs
from recount.estimation.loglinear_voices import log_linear
from recount.estimation.work import Voice, Work
from recount.model.interval import Interval
from recount.testing import check_method


def least_bic(work: Work) -> Voice:
    return log_linear(work).voices[0]


@pytest.mark.parametrize("method", [decomposable_graphs, least_bic])
def test_our_methods_keep_their_promises(method):
    check_method(method)


def spoilt(**changes):
    def method(work: Work) -> Voice:
        voice = decomposable_graphs(work)
        return replace(voice, told=replace(voice.told, **changes))

    return method


def forgetful(work: Work) -> Voice:
    return replace(decomposable_graphs(work), draws=np.random.default_rng().uniform(5000, 6000, 10))


def greedy(work: Work) -> Voice:
    voice = decomposable_graphs(work)
    return replace(voice, draws=voice.draws * work.workers)


def careless(work: Work) -> Voice:
    work.table.counts[1] += 1
    return decomposable_graphs(work)


@pytest.mark.parametrize(
    ("method", "promise"),
    [
        (spoilt(name=" "), "must name itself"),
        (spoilt(level=0.5), "level told"),
        (spoilt(settled=False), "neither interval nor draws"),
        (spoilt(interval=Interval(1, 5)), "below the number observed"),
        (spoilt(interval=Interval(9000, 9001)), "held the truth in 0"),
        (spoilt(median=17.0), "median of the draws"),
        (forgetful, "the same work"),
        (greedy, "number of workers"),
        (careless, "must not change the table"),
    ],
)
def test_a_broken_promise_is_named(method, promise):
    with pytest.raises(AssertionError, match=promise):
        check_method(method)
