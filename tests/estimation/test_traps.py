"""Traps that need a whole run or a file; README.md lists the test of every trap."""

import re
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from recount.cli.app import app
from recount.cli.exits import Exit, exit_code
from recount.errors import RecountError
from recount.estimation import NOT_ESTIMABLE, EstimationSettings, estimate, read_table
from recount.estimation.chains import Effort, sample
from recount.estimation.latent import Prior
from tests.estimation.gibbs import gibbs
from tests.estimation.tables import KOREA, KOSOVO, NETHERLANDS, patterns

HERE = Path(__file__).parent
SIX = HERE.parents[1].parent / "shared" / "data" / "capture-tables" / "netherlands_6lists.csv"
QUICK = EstimationSettings(replicates=60)


def test_every_test_named_in_the_list_of_traps_is_there():
    named = re.findall(r"`(test_\w+\.py)(?:::(test_\w+))?`", (HERE / "README.md").read_text(encoding="utf-8"))
    assert len(named) > 20
    for file, test in named:
        assert f"def {test}" in (HERE / file).read_text(encoding="utf-8")


def test_the_dutch_tables_never_get_a_range():
    found = estimate(NETHERLANDS, QUICK)
    assert found.verdict == NOT_ESTIMABLE
    assert found.interval is None
    assert found.reasons


@pytest.mark.shared
def test_six_dutch_lists_get_no_range_either():
    if not SIX.is_file():
        pytest.skip("the material beside the repository is not there")
    found = estimate(read_table(SIX), QUICK)
    assert (found.verdict, found.interval) == (NOT_ESTIMABLE, None)


def test_median_mean_and_mode_of_the_graphs_are_named_apart():
    method = next(one for one in estimate(KOSOVO, QUICK).methods if "graphs" in one.name)
    assert len({method.median, method.mean, dict(method.diagnostics)["mode"]}) == 3


def test_a_gibbs_sampler_with_swaps_agrees_with_the_hamiltonian_one():
    table, prior = patterns(KOREA), Prior(4)
    plain = gibbs(table, prior, 20_000, np.random.default_rng(3), swaps=True)
    found = sample(table, prior, Effort(16, 300, 300, 1), np.random.default_rng(4))
    for chance in (0.1, 0.5, 0.9):
        assert np.quantile(found.totals, chance) == pytest.approx(np.quantile(plain, chance), rel=0.05)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A,B,C,count\n1,0,0,-3\n",
        "A,B,C,count\n1,0,0,2.5\n",
        "A,B,C,count\n1,0,0,nan\n",
        "A,B,C,count\n1,0,0,many\n",
        "A,B,C,count\n1,0,yes,3\n",
        "A,A,C,count\n1,0,0,3\n",
        "A,B,C,count\n1,0,0\n",
        'A,B,C,count\n"1,0,0,4\n',
        "\x00\x01",
    ],
)
def test_bad_files_end_with_a_message_and_never_with_a_number(tmp_path, text):
    path = tmp_path / "bad.csv"
    path.write_text(text, encoding="utf-8")
    found = CliRunner().invoke(app, ["estimate", str(path)])
    assert isinstance(found.exception, RecountError)
    assert exit_code(found.exception) == Exit.CASE
    assert "bad.csv" in str(found.exception)
    assert not found.output


@pytest.mark.parametrize("lists", [1, 2, 8, 16])
def test_too_few_or_too_many_lists_get_a_verdict(tmp_path, lists):
    path = tmp_path / "lists.csv"
    names = ",".join(f"L{place}" for place in range(lists))
    path.write_text(f"{names},count\n{','.join('1' * lists)},9\n{','.join('1' + '0' * (lists - 1))},5\n", "utf-8")
    assert estimate(read_table(path), QUICK).verdict == NOT_ESTIMABLE


def test_twenty_lists_are_an_error(tmp_path):
    path = tmp_path / "lists.csv"
    path.write_text(",".join(f"L{place}" for place in range(20)) + ",count\n" + "1," * 20 + "4\n", "utf-8")
    with pytest.raises(RecountError, match="20 lists are more than can be read"):
        estimate(read_table(path), QUICK)


def test_a_million_rows_of_people_are_read_and_added_up(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("who,A,B,C\n" + "x,1,0,0\nx,0,1,1\nx,1,1,0\nx,0,0,1\n" * 250_000, encoding="utf-8")
    table = read_table(path, ["A", "B", "C"])
    assert table.observed == 1_000_000
    assert len(table.counts) == 4
