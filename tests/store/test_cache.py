"""A step is computed once for the same inputs."""

import logging

import pytest

from recount.errors import VerificationFailed
from recount.model.interval import Interval
from recount.store import Cache


class Counting:
    """A step that counts how often it is computed."""

    def __init__(self, *values: Interval) -> None:
        self.values = list(values)
        self.times = 0

    def __call__(self) -> Interval:
        self.times += 1
        return self.values[min(self.times, len(self.values)) - 1]


def test_the_same_inputs_are_computed_once(tmp_path):
    compute = Counting(Interval(1, 2))
    first = Cache(tmp_path).step("count", ["a"], Interval, compute)
    again = Cache(tmp_path).step("count", ["a"], Interval, compute)
    assert (first.fresh, again.fresh, compute.times) == (True, False, 1)
    assert first.value == again.value == Interval(1, 2)
    assert first.digest == again.digest


@pytest.mark.parametrize(("name", "inputs", "version"), [("fold", "a", "1"), ("count", "b", "1"), ("count", "a", "2")])
def test_another_name_input_or_version_is_another_step(tmp_path, name, inputs, version):
    compute = Counting(Interval(1, 2))
    Cache(tmp_path, version="1").step("count", ["a"], Interval, compute)
    assert Cache(tmp_path, version=version).step(name, [inputs], Interval, compute).fresh


def test_inputs_that_only_look_alike_when_joined_are_different(tmp_path):
    compute = Counting(Interval(1, 2))
    Cache(tmp_path).step("count", ["ab", "c"], Interval, compute)
    assert Cache(tmp_path).step("count", ["a", "bc"], Interval, compute).fresh


def test_an_equal_result_stops_the_work_below_it(tmp_path):
    below = Counting(Interval(5, 5))
    for text in ("first reading", "second reading"):
        cache = Cache(tmp_path)
        above = cache.step("read", [text], Interval, Counting(Interval(3, 4)))
        cache.step("count", [above.digest], Interval, below)
    assert below.times == 1


def test_a_remembered_value_is_not_read_until_asked_for(tmp_path):
    Cache(tmp_path).step("count", ["a"], Interval, Counting(Interval(1, 2)))
    [path] = tmp_path.iterdir()
    stored = Cache(tmp_path).step("count", ["a"], Interval, Counting(Interval(1, 2)))
    path.unlink()
    assert stored.digest == path.stem.rsplit("-", 1)[1]


@pytest.mark.parametrize("damage", [b"", b'{"low":7,"high":7}', b'{"low":1,"hi'])
def test_a_damaged_file_is_computed_again_and_told(tmp_path, caplog, damage):
    Cache(tmp_path).step("count", ["a"], Interval, Counting(Interval(1, 2)))
    [path] = tmp_path.iterdir()
    path.write_bytes(damage)
    with caplog.at_level(logging.WARNING):
        value = Cache(tmp_path).step("count", ["a"], Interval, Counting(Interval(1, 2))).value
    assert value == Interval(1, 2)
    assert "damaged" in caplog.text
    assert Cache(tmp_path).step("count", ["a"], Interval, Counting(Interval(9, 9))).value == Interval(1, 2)


def test_a_step_that_gives_another_result_the_second_time_is_an_error(tmp_path):
    compute = Counting(Interval(1, 2), Interval(3, 4))
    Cache(tmp_path).step("count", ["a"], Interval, compute)
    [path] = tmp_path.iterdir()
    path.write_bytes(b"damaged")
    with pytest.raises(VerificationFailed, match="computed again it differs"):
        _ = Cache(tmp_path).step("count", ["a"], Interval, compute).value


def test_only_the_latest_results_of_a_step_stay(tmp_path):
    for number in range(9):
        Cache(tmp_path, keep=3).step("count", [str(number)], Interval, Counting(Interval(number, number)))
        Cache(tmp_path, keep=3).step("count-people", ["a"], Interval, Counting(Interval(1, 1)))
    kept = [path.name for path in tmp_path.iterdir()]
    assert sum(not name.startswith("count-people") for name in kept) == 3
    assert len(kept) == 4
    assert not Cache(tmp_path).step("count", ["8"], Interval, Counting(Interval(8, 8))).fresh


def test_results_in_use_are_never_pruned(tmp_path):
    cache = Cache(tmp_path, keep=1)
    stored = [cache.step("count", [str(number)], Interval, Counting(Interval(number, number))) for number in range(5)]
    assert len(list(tmp_path.iterdir())) == len(stored)


def test_a_step_that_fails_leaves_nothing_behind(tmp_path):
    def fails() -> Interval:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Cache(tmp_path).step("count", ["a"], Interval, fails)
    assert not list(tmp_path.iterdir())
