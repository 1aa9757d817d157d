"""`recount claims` and `recount origins`: reports without a case."""

import json

import pytest
from typer.testing import CliRunner

from recount.cli.app import app

FIELDS = (
    "document",
    "start",
    "end",
    "phrase",
    "low",
    "high",
    "comparator",
    "kind",
    "unit",
    "outcome",
    "population",
    "parties",
    "cause",
    "place",
    "period_start",
    "period_end",
    "claimant",
    "via",
    "stance",
    "part_of",
    "confidence",
)
BRIEF = (
    "At least 12 people, including three children, were killed and 30 wounded when a bomb went off in Aleppo on "
    "Tuesday, Reuters reported. Dawn Front fighters killed two of the dead, it said."
)


def run(*arguments, given=""):
    return CliRunner().invoke(app, [str(one) for one in arguments], input=given)


def test_a_paste_gives_every_field_of_each_claim():
    found = json.loads(run("claims", "--json", "--date", "2019-03-20", given=BRIEF).stdout)
    assert [list(one) for one in found] == [list(FIELDS)] * len(found)
    whole, children, wounded = found[:3]
    assert BRIEF[whole["start"] : whole["end"]] == whole["phrase"] == "At least 12"
    assert (whole["low"], whole["high"], whole["comparator"], whole["outcome"]) == (12, None, ">=", "killed")
    assert (whole["place"], whole["period_start"]) == ("Aleppo", "2019-03-19")
    assert whole["claimant"] == "Reuters"
    assert children["part_of"] == whole["start"]
    assert wounded["part_of"] is None


def test_totals_keep_nothing_told_apart_from_zero(tmp_path):
    (tmp_path / "a.txt").write_text("Two men were killed in a raid. There were no injuries.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The bridge was hit. Three houses burned down.", encoding="utf-8")
    first, second = json.loads(run("claims", "--totals", tmp_path).stdout)
    assert first["killed"] == {"low": 2, "high": 2}
    assert first["injured"] == {"low": 0, "high": 0}
    assert first["event"] == 1
    assert second["killed"] is None
    assert second["injured"] is None


def test_a_saved_page_is_read_with_its_own_date(tmp_path):
    page = (
        '<html><head><title>Raid</title><meta property="article:published_time" content="2018-05-04T10:00:00Z"></head>'
        "<body><nav>Home</nav><p>Six soldiers and an interpreter were killed on Thursday.</p></body></html>"
    )
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    found = json.loads(run("claims", "--json", tmp_path / "page.html").stdout)
    assert sum(one["low"] for one in found) == 7
    assert {one["period_start"] for one in found} == {"2018-05-03"}


def test_the_page_marks_figures_and_escapes_the_text():
    shown = run("claims", "--html", given="<script>x</script> Four people were killed.").stdout
    assert "<mark" in shown
    assert "<script>x" not in shown


def test_the_table_says_who_and_what():
    shown = run("claims", given=BRIEF).stdout
    assert "At least 12" in shown
    assert "Reuters" in shown
    assert "no casualty figure" in run("claims", given="The weather was fine.").stdout


@pytest.mark.parametrize("arguments", [("claims", "nowhere.txt"), ("claims", "--date", "soon"), ("origins", "nowhere")])
def test_what_cannot_be_read_is_told_with_a_remedy(arguments, capsys):
    result = run(*arguments)
    assert result.exit_code != 0
    assert str(result.exception)


def test_bytes_that_are_no_text_are_named_and_the_rest_is_read(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02" * 500)
    (tmp_path / "b.txt").write_text("Nine people died.", encoding="utf-8")
    result = run("claims", "--json", tmp_path)
    assert [one["low"] for one in json.loads(result.stdout)] == [9]
    assert "a.txt" in result.stderr


def test_a_copy_is_found_and_another_story_is_not(tmp_path):
    story = "Seventeen people were killed when a shell struck the bakery in the old quarter on Monday morning. " + (
        "Neighbours carried the wounded to a school that serves as a hospital, where two surgeons worked all night. "
        "The army said that it had fired at a column of vehicles on the far side of the river and missed. "
    )
    (tmp_path / "a.txt").write_text(story + "An inquiry will follow within a week, the governor promised.", "utf-8")
    (tmp_path / "b.txt").write_text("By our own staff. " + story, "utf-8")
    (tmp_path / "c.txt").write_text(
        "Four fishermen drowned off the northern coast when their boat capsized in a storm, the harbour master said. "
        "Rescuers searched until nightfall and will go out again tomorrow if the wind drops.",
        "utf-8",
    )
    (found,) = json.loads(run("origins", "--json", tmp_path).stdout)
    assert {found["document"][-5:], found["origin"][-5:]} == {"a.txt", "b.txt"}
    assert found["kind"] == "copy"
    assert "copies" in run("origins", tmp_path).stdout
