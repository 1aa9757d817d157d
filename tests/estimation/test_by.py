"""A table divided by other columns, from the file to each part's verdict."""

import json
import random

import pytest
from typer.testing import CliRunner

from recount.cli.app import app
from recount.errors import SourceError
from recount.estimation.reading import read_strata, read_table

COUNTS = {"100": 588, "010": 588, "001": 588, "110": 252, "101": 252, "011": 252, "111": 108}
THIN = {"100": 4, "010": 3, "001": 1}


def rows(counts, *told):
    return [",".join([*history, *told, str(count)]) for history, count in counts.items()]


@pytest.fixture
def people(tmp_path):
    path = tmp_path / "people.csv"
    lines = [*rows(COUNTS, "north", "f"), *rows(COUNTS, "south", "f"), *rows(COUNTS, "north", "m")]
    lines += [*rows({"100": 40, "011": 12}, "", "m"), *rows({"001": 5}, "South", " ? ")]
    path.write_text("\n".join(["A,B,C,where,sex,count", *lines]), encoding="utf-8")
    return path


def run(*arguments):
    return CliRunner().invoke(app, ["estimate", *map(str, arguments)])


def test_a_table_is_divided_by_its_columns_and_missing_values_are_unknown(people):
    strata = read_strata(people, ["where", "sex"])
    assert list(strata) == ["South / unknown", "north / f", "north / m", "south / f", "unknown / m"]
    assert strata["unknown / m"].observed == 52
    assert {one.stratum for one in strata.values()} == set(strata)
    whole = read_table(people, ["A", "B", "C"])
    assert whole.observed == sum(one.observed for one in strata.values())


def test_victims_one_a_row_are_divided_too(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("who,A,B,sex\nx,1,0,f\ny,0,1,m\nz,1,1,f\n", encoding="utf-8")
    strata = read_strata(path, ["sex"], ["A", "B"])
    assert [(name, one.observed) for name, one in strata.items()] == [("f", 2), ("m", 1)]


def test_the_order_of_rows_is_immaterial(people):
    head, *body = people.read_text("utf-8").splitlines()
    before = read_strata(people, ["where", "sex"])
    random.Random(1).shuffle(body)
    people.write_text("\n".join([head, *body]), encoding="utf-8")
    assert read_strata(people, ["where", "sex"]) == before


def test_a_column_that_is_not_there_or_is_a_list_as_well_is_an_error(people):
    with pytest.raises(SourceError, match="no column is called age"):
        read_strata(people, ["age"], ["A", "B", "C"])
    with pytest.raises(SourceError, match="A names more than one list"):
        read_strata(people, ["A"], ["A", "B", "C"])


def test_the_command_prints_each_part_and_the_sum(people):
    found = run(people, "--by", "sex", "--lists", "A,B,C")
    assert found.exit_code == 0, found.output
    text = " ".join(found.output.split())
    assert "Between" in text
    assert "5 of them in no known stratum" in text
    assert "stratum documented estimated verdict" in text
    told = json.loads(run(people, "--by", "sex", "--lists", "A,B,C", "--json").output)
    assert [(part["stratum"], part["verdict"]) for part in told["strata"]] == [("f", "estimable"), ("m", "estimable")]
    assert told["headline"]["low"] <= 12_000 <= told["headline"]["high"]
    widths = [part["headline"]["high"] - part["headline"]["low"] for part in told["strata"]]
    assert told["headline"]["high"] - told["headline"]["low"] < sum(widths)


def test_a_part_that_is_refused_is_named_with_a_coarser_one_and_there_is_no_sum(tmp_path):
    path = tmp_path / "thin.csv"
    path.write_text("\n".join(["A,B,C,where,count", *rows(COUNTS, "north"), *rows(THIN, "south")]), encoding="utf-8")
    found = run(path, "--by", "where")
    text = " ".join(found.output.split())
    assert "cannot be estimated from these lists" in text
    assert "Stratum south:" in text
    assert "Everything as one stratum can be estimated." in text
    assert "no range" in text
    told = json.loads(run(path, "--by", "where", "--json").output)
    assert (told["headline"]["low"], told["headline"]["high"]) == (None, None)
    assert {part["stratum"]: part["verdict"] for part in told["strata"]} == {
        "north": "estimable",
        "south": "not estimable",
    }
    assert run(path, "--by", "where", "--strict").exit_code == 1


def test_what_divided_tables_cannot_have_is_refused(people, tmp_path):
    assert run(people, "--by", "sex", "--html", tmp_path / "x.html").exit_code == 2
