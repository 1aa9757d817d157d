"""Case 13: register 1,000; combatants 2 to 4 %; background 300; overlap 150, or from 100 to 150."""

from pathlib import Path

import pytest

from recount.model.findings import Findings
from recount.model.interval import Interval, exactly
from recount.model.ledger import Effect, Figure, Line
from recount.model.scope import Scope
from recount.simulation.chance import Chance
from recount.simulation.names import stock
from tests.cases.small import built

REGISTER = Line(Effect.ADDS, exactly(1000), "register", "rows of the register")
COMBATANTS = Line(Effect.SUBTRACTS, Interval(20, 40), "combatants", "2 to 4 % of the register, by policy")
BACKGROUND = Line(Effect.SUBTRACTS, exactly(300), "background", "deaths of other causes that the register mixes in")
SETTINGS = """
[assessment]
combatants = [0.02, 0.04]
background = [300, 300]
held_by_incidents = [{low}, {high}]
headline = ["confirmed", "fair", "weak"]
"""
INCIDENTS = "code,claimant,date,place,killed\n" + "".join(
    f"A-{n},A monitor,2017-03-{n + 1:02},North Quarter,15\n" for n in range(10)
)


def register() -> str:
    """A register of a thousand invented people, each with an id and a day of birth of their own."""
    given, family, chance = stock("given_male"), stock("families"), Chance(13, "register")
    rows = []
    for n in range(1000):
        name = " ".join((given.draw(chance).arabic, given.draw(chance).arabic, family.draw(chance).arabic))
        rows.append(f"{name},{n % 70},male,2018-{n % 12 + 1:02}-{n % 28 + 1:02},South Quarter,ID-{n:06}")
    return "name,age,sex,died,place,official_id\n" + "\n".join(rows)


@pytest.fixture(scope="module", params=[(150, 150, 530), (100, 150, 580)], ids=["150", "100-150"])
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Findings, int]:
    """A built case, its folder, and the high end that its register is left with."""
    low, high, end = request.param
    folder = tmp_path_factory.mktemp("ledger") / "case"
    settings = SETTINGS.format(low=low, high=high)
    return folder, built(folder, settings=settings, persons=register(), incidents=INCIDENTS), end


def of(findings: Findings, name: str) -> Figure:
    return next(figure for figure in findings.figures if figure.name == name)


def test_the_line_prints_the_registers_ledger_step_by_step(told: tuple[Path, Findings, int]):
    _, findings, end = told
    figure = of(findings, "documented/beyond-incidents")

    assert figure.interval == Interval(510, end)
    assert [(line.label, line.amount.high) for line in figure.lines] == [
        ("persons of a few rows", 1000),
        ("combatants", 40),
        ("background", 300),
        ("held by incidents", 150),
    ]


def test_what_the_incidents_hold_is_added_back_and_counted_once(told: tuple[Path, Findings, int]):
    _, findings, end = told
    assert of(findings, "documented").interval == Interval(660, end + 150)


def test_the_ledger_stands_on_a_page(told: tuple[Path, Findings, int]):
    folder, _, end = told
    pages = [page.read_text("utf-8") for page in sorted((folder / "site" / "en").rglob("*.html"))]
    assert [page for page in pages if all(word in page for word in (f"510–{end}", "1,000", "20–40", "300"))]


def overlap(low: int, high: int) -> Line:
    return Line(Effect.SUBTRACTS, Interval(low, high), "overlap", "already held by incidents")


@pytest.mark.parametrize(("low", "end"), [(150, 530), (100, 580)])
def test_an_overlap_that_is_less_sure_extends_the_high_end_only(low: int, end: int):
    lines = (REGISTER, COMBATANTS, BACKGROUND, overlap(low, 150))
    assert Figure("documented", Scope(), lines).interval == Interval(510, end)
    assert Figure("documented", Scope(), lines[::-1]).interval == Interval(510, end)
