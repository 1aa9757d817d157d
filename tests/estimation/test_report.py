"""What is shown of an estimate: for a script, on a page, in a notebook, as a note."""

import json
import re
from html.parser import HTMLParser

import pytest
from typer.testing import CliRunner

import recount as rc
from recount.cli.app import app
from recount.errors import UnknownSubject
from recount.estimation import NOT_ESTIMABLE, EstimationSettings, estimate
from recount.estimation.note import method_note
from recount.estimation.page import fragment, page
from recount.estimation.report import as_plain, report
from recount.store import encode
from tests.estimation.tables import AUSTRALIA, KOREA, KOSOVO, NETHERLANDS, table

QUICK = EstimationSettings(replicates=60)
VOID = {"meta", "line", "rect", "circle", "polyline", "br"}


class Page(HTMLParser):
    """Every tag, and whether those that open also close in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag


@pytest.fixture(scope="module")
def kosovo():
    return report(KOSOVO, QUICK)


def test_a_report_is_the_estimate_with_more_to_show(kosovo):
    plain = estimate(KOSOVO, QUICK)
    assert (kosovo.interval, kosovo.methods, kosovo.sensitivity) == (plain.interval, plain.methods, plain.sensitivity)
    assert [len(voice.draws) > 0 for voice in kosovo.voices] == [True] * 3


def test_a_script_finds_every_number_by_name(kosovo):
    told = as_plain(kosovo)
    assert told["headline"] == {
        "low": kosovo.interval.low,
        "high": kosovo.interval.high,
        "median": kosovo.median,
        "disagreement": kosovo.disagreement,
    }
    assert told["lists"] == ["EXH", "ABA", "OSCE", "HRW"]
    assert told["people"]["EXH"] == 1910
    needed = {"name", "settings", "estimate", "low", "high", "level", "converged", "beyond_21n", "seconds"}
    assert all(needed | {"rhat", "ess_bulk", "ess_tail"} <= set(method) for method in told["methods"])
    assert json.loads(json.dumps(told))["data_digest"] == kosovo.digest
    kinds = {what["kind"] for what in told["sensitivity"]}
    assert {"highest-order interaction", "one list out", "two lists merged", "prior", "profile likelihood"} <= kinds


def test_a_page_stands_alone_and_its_pictures_can_be_read_aloud(kosovo):
    text = page(kosovo, "Kosovo <1999>")
    found = Page(text)
    assert not found.open
    assert "script" not in found.tags
    assert "Kosovo &lt;1999&gt;" in text
    assert not re.search(r"(src|href)=|https?://(?!www\.w3\.org)", text)
    assert found.tags.count("svg") >= 6
    assert len(re.findall(r'<svg [^>]*role="img" aria-label="[^"]{20,}"', text)) == found.tags.count("svg")
    assert "nan" not in text
    assert "Between" in text


def test_the_same_estimate_gives_the_same_page_and_note():
    one, other = report(KOREA, QUICK), report(KOREA, QUICK, workers=3)
    assert page(one, "x") == page(other, "x")
    assert method_note(one) == method_note(other)


def test_how_long_a_method_took_is_on_no_page_and_in_no_estimate():
    ticks = iter(range(1000))
    slow, quick = report(KOREA, QUICK, clock=lambda: float(next(ticks))), report(KOREA, QUICK)
    assert [voice.seconds for voice in slow.voices] != [voice.seconds for voice in quick.voices]
    assert page(slow, "x") == page(quick, "x")
    assert method_note(slow) == method_note(quick)
    assert encode(estimate(KOREA, QUICK)) == encode(estimate(KOREA, QUICK, workers=2))
    names = ("verdict", "reasons", "interval", "methods", "sensitivity", "digest")
    assert [getattr(slow, name) for name in names] == [getattr(estimate(KOREA, QUICK), name) for name in names]


def test_a_script_gets_exactly_the_fields_it_is_promised(kosovo):
    told = as_plain(kosovo)
    promised = "observed lists verdict reasons headline methods sensitivity data_digest seed"
    assert set(promised.split()) <= set(told)
    assert set(told["headline"]) >= {"low", "high", "disagreement"}
    fields = "name settings estimate low high level rhat ess_bulk ess_tail converged beyond_21n seconds"
    assert all(set(fields.split()) <= set(method) for method in told["methods"])


def test_a_note_says_what_somebody_else_needs(kosovo):
    note = method_note(kosovo)
    for part in (kosovo.digest, "seed: 1", "EXH × HRW", "Madigan", "| HRW | 685 | not known |", "model of least BIC"):
        assert part in note


@pytest.mark.parametrize(
    "refused", [AUSTRALIA, table("A B", {"10": 50, "01": 40, "11": 20}), table("A B C", {}), table("", {})]
)
def test_a_refusal_is_shown_without_any_range(refused):
    shown = report(refused, QUICK)
    assert shown.verdict == NOT_ESTIMABLE
    assert "cannot be estimated from these lists" in fragment(shown)
    assert as_plain(shown)["headline"]["low"] is None
    assert all(method["low"] is None and method["high"] is None for method in as_plain(shown)["methods"])
    assert "95% interval" not in method_note(shown)
    assert method_note(shown)


@pytest.mark.slow
def test_chains_that_do_not_agree_are_shown_and_give_no_total():
    shown = report(NETHERLANDS, EstimationSettings(replicates=20, method="latent-classes"))
    assert shown.verdict == NOT_ESTIMABLE
    assert as_plain(shown)["methods"][0]["converged"] is False
    assert as_plain(shown)["methods"][0]["low"] is None
    assert "Where the chains went" in fragment(shown)


def test_the_front_door_shows_itself_in_a_notebook():
    shown = rc.estimate(KOREA, replicates=60)
    assert shown == rc.estimate(KOREA, replicates=60)
    assert shown._repr_html_().startswith("<style>")


def run(*arguments):
    return CliRunner().invoke(app, ["estimate", *map(str, arguments)])


@pytest.fixture
def korea(tmp_path):
    rows = "\n".join(",".join(map(str, [*history, count])) for history, count in KOREA.counts)
    path = tmp_path / "korea.csv"
    path.write_text(f"b,c,d,count\n{rows}\n", encoding="utf-8")
    return path


def test_the_command_prints_a_range_its_reasons_and_what_would_change_it(korea, tmp_path):
    page_file, note_file = tmp_path / "korea.html", tmp_path / "korea.md"
    found = run(korea, "--method", "standard", "--html", page_file, "--note", note_file)
    assert found.exit_code == 0, found.output
    for part in ("Between", "Verdict:", "log-linear", "What would change it", "Two lists alone", "seed 1"):
        assert part in found.output
    assert page_file.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert note_file.read_text(encoding="utf-8").startswith("# Method note")


def test_the_command_prints_json_that_only_seconds_can_change(korea):
    one, other = (json.loads(run(korea, "--json", "--method", "standard", "-w", w).output) for w in (1, 2))
    for told in (one, other):
        for method in told["methods"]:
            assert method.pop("seconds") >= 0
    assert one == other
    assert one["seed"] == 1
    assert json.loads(run(korea, "--json", "--method", "log-linear", "--seed", 2).output)["seed"] == 2


def test_a_refusal_ends_well_unless_it_is_told_to_be_strict(tmp_path):
    two = tmp_path / "two.csv"
    two.write_text("A,B,count\n1,0,5\n0,1,4\n1,1,3\n", encoding="utf-8")
    assert run(two).exit_code == 0
    assert "third list" in " ".join(run(two).output.split())
    assert run(two, "--strict").exit_code == 1


def test_lists_are_chosen_among_the_columns_of_a_table_of_victims(tmp_path):
    people = tmp_path / "people.csv"
    people.write_text("who,A,B,C\nx,1,0,1\ny,0,1,1\n", encoding="utf-8")
    assert json.loads(run(people, "--lists", "A,B,C", "--json").output)["observed"] == 2


@pytest.mark.slow
def test_a_case_is_estimated_by_its_own_table_and_settings(tmp_path):
    city = tmp_path / "city"
    assert CliRunner().invoke(app, ["simulate", str(city), "--people", "60", "--seed", "3"]).exit_code == 0
    told = json.loads(run(city, "--json", "--method", "standard").output)
    (table,) = rc.build(city).tables
    assert told["lists"] == list(table.lists)
    assert told["observed"] == table.observed
    with pytest.raises(UnknownSubject, match="the strata of this case are all"):
        CliRunner().invoke(app, ["estimate", str(city), "--stratum", "moon"], catch_exceptions=False)
