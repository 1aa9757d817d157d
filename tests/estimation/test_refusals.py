"""Where the verdict is *not estimable*, no output says a range, of the whole or of any one method."""

import json
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from recount.cli.app import app
from recount.errors import VerificationFailed
from recount.estimation import NOT_ESTIMABLE, EstimationSettings, estimate_linkages, estimate_strata
from recount.estimation.headline import envelope
from recount.estimation.note import method_note
from recount.estimation.page import page
from recount.estimation.report import as_plain, report
from recount.estimation.suite import hear
from recount.estimation.usable import usable
from recount.model.estimates import CaptureTable, Estimate, MethodEstimate, WhatIf
from recount.model.interval import Interval
from recount.publication import PublicationSettings, publish
from recount.store import decode, encode
from tests.estimation.tables import AUSTRALIA, NETHERLANDS, table
from tests.publication import invented

QUICK = EstimationSettings(replicates=60)
SPARSE = table("A B C", {"100": 300, "010": 200, "001": 100, "110": 2, "101": 1, "011": 1})
REFUSED = [AUSTRALIA, NETHERLANDS, SPARSE, table("A B", {"10": 50, "01": 40, "11": 20})]


def unsaid(refused: CaptureTable) -> list[Interval]:
    """The ranges that methods and assumptions have of a table, were they asked."""
    part = usable(refused)
    if part.refusals:
        return []
    heard = hear(part, QUICK, "all")
    hull = envelope(heard.methods, refused.observed)
    told = [one.interval for one in (*heard.methods, *heard.sensitivity)]
    return [interval for interval in (*told, hull) if interval is not None]


def ends(plain: object) -> list[object]:
    """Everything under the names that ranges have, at any depth."""
    if isinstance(plain, dict):
        here = [value for name, value in plain.items() if name in ("low", "high", "floor", "interval")]
        return here + [end for value in plain.values() for end in ends(value)]
    return [end for value in plain for end in ends(value)] if isinstance(plain, list) else []


def test_the_tables_here_do_have_ranges_that_must_not_be_said():
    assert [len(unsaid(one)) > 2 for one in REFUSED] == [True, True, True, False]


@pytest.mark.parametrize("refused", REFUSED)
def test_no_output_of_a_refused_table_says_a_range(refused: CaptureTable, tmp_path):
    shown, csv = report(refused, QUICK), tmp_path / "table.csv"
    assert shown.verdict == NOT_ESTIMABLE
    rows = "\n".join(",".join(map(str, [*history, count])) for history, count in refused.counts)
    csv.write_text(f"{','.join(refused.lists)},count\n{rows}\n", encoding="utf-8")
    command = ["estimate", str(csv), "--method", "standard"]
    printed = CliRunner().invoke(app, command).output
    said = [page(shown, "x"), method_note(shown), shown._repr_html_(), repr(shown), printed]
    for interval in unsaid(refused):
        assert not any(str(interval) in text or repr(interval) in text for text in said)
    told = json.loads(CliRunner().invoke(app, [*command, "--json"]).output)
    assert [told["headline"][name] for name in ("low", "high", "median")] == [None, None, None]
    assert set(ends(told)) == {None}
    assert set(ends(json.loads(json.dumps(as_plain(shown))))) == {None}


@pytest.mark.parametrize("of", ["strata", "linkages"])
def test_a_refused_sum_holds_no_range_either(of: str):
    found = (
        estimate_strata({"north": AUSTRALIA, "south": AUSTRALIA}, QUICK)
        if of == "strata"
        else estimate_linkages([AUSTRALIA, AUSTRALIA], QUICK)
    )
    assert found.verdict == NOT_ESTIMABLE
    assert [one.interval for one in (found, *found.methods, *found.sensitivity) if one.interval] == []


@pytest.mark.parametrize(
    "told",
    [
        {"interval": Interval(5, 9)},
        {"methods": (MethodEstimate("log-linear, AICc average", 7.0, Interval(5, 9)),)},
        {"sensitivity": (WhatIf("profile likelihood", "as if known", 7.0, Interval(5, 9)),)},
    ],
)
def test_a_refused_estimate_that_holds_a_range_cannot_be_made(told):
    with pytest.raises(ValueError, match="the estimate of all is refused, yet holds a range"):
        Estimate("all", ("A", "B"), 4, "x", NOT_ESTIMABLE, **told)
    fine = Estimate("all", ("A", "B"), 4, "x", "fragile", **told)
    with pytest.raises(VerificationFailed, match="refused, yet holds a range"):
        decode(encode(fine).replace(b'"fragile"', b'"not estimable"'), Estimate)


def test_a_published_refusal_says_no_range(tmp_path):
    found, refused = invented.findings(), report(SPARSE, QUICK)
    given = {name: getattr(refused, name) for name in Estimate.__dataclass_fields__}
    one = Estimate(**given | {"lists": found.estimates[0].lists})
    publish(replace(found, estimates=(one,)), tmp_path / "site", PublicationSettings(naming="full"))
    pages = [path.read_text("utf-8") for path in (tmp_path / "site").rglob("estimate.html")]
    assert len(pages) == 2
    for interval in unsaid(SPARSE):
        assert not any(f"{interval.floor:,}" in text and f"{interval.high:,}" in text for text in pages)
