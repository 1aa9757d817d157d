"""A case of news reports alone, about a whole country: towns, several events in a report, groups, and rival figures."""

from datetime import date
from pathlib import Path

import pytest

from recount.case import open_case
from recount.model.codes import Grade, Position
from recount.model.discrepancies import DiscrepancyKind
from recount.model.findings import Findings
from recount.model.interval import Interval, exactly
from recount.pipeline import build

CASE = """
[case]
name = "An invented country"
simulated = true
[scope]
place = "tarun"
start = 2021-01-01
end = 2021-12-31
[[party]]
id = "army"
name = "Tarun army"
kind = "state"
names = ["the army", "Tarun army", "government forces", "the military", "قوات الحكومة"]
[[party]]
id = "front"
name = "Red Front"
kind = "armed group"
names = ["the Red Front", "the rebels"]
[places]
gazetteer = ["places.csv"]
"""
PLACES = """id,parent,name,names,lat,lon,precision,radius_km,source,licence
tarun,,Tarun,,15,30,country,,invented,CC0-1.0
durmeh,tarun,Durmeh,درمة,16.1,30.1,city,4,invented,CC0-1.0
kasro,tarun,Kasro,كسرو,16.3,30.4,city,4,invented,CC0-1.0
belin,tarun,Belin,,14.2,30.3,city,9,invented,CC0-1.0
"""
REPORTS = {
    "wire": (
        "2021-03-05",
        """DURMEH (Tarun Wire) - Government forces shelled a market in Durmeh on Thursday, killing at least 14
people and wounding 30, local doctors said.

Nine of the dead were women, said a nurse at the town's hospital, who asked not to be named.

The army said it had targeted the rebels and denied killing civilians.

In Kasro, a roadside bomb killed three soldiers on Wednesday, the military said.
""",
    ),
    "post": (
        "2021-03-05",
        "Sixteen people died when shells fell on the market of Durmeh on 4 March, residents told the Belin Post.",
    ),
    "monitor": (
        "2021-03-09",
        """The Monitor has documented the deaths of 15 civilians, among them 9 women and 2 children, in the shelling of
the Durmeh market by the Tarun army on 4 March 2021. At least 28 people were injured.

Two soldiers and a driver were killed by a bomb near Kasro on 3 March 2021.
""",
    ),
    "wakala": (
        "2021-03-06",
        """قُتل 17 مدنياً بينهم تسع نساء وأصيب نحو 30 آخرين في قصف لقوات الحكومة على سوق بلدة درمة يوم 4 آذار/مارس 2021، بحسب الأهالي.

وفي كسرو قتل ثلاثة جنود بانفجار عبوة ناسفة يوم الأربعاء.
""",  # noqa: E501
    ),
    "office": (
        "2021-04-20",
        """After a review of available information, the army assesses that six civilians were unintentionally killed
in the strike on the Durmeh market on 4 March 2021.

The allegation of civilian casualties near Kasro on 3 March 2021 was assessed as non-credible because no corroborating
evidence was found.
""",
    ),
    "herald": (
        "2021-06-11",
        """BELIN - Rebels attacked a police post in Belin on Wednesday, killing four policemen and two passers-by,
officials said.

The attack came three months after shelling killed 15 people in Durmeh.
""",
    ),
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    """What a build finds in the four reports."""
    root = tmp_path_factory.mktemp("country")
    (root / "recount.toml").write_text(CASE, "utf-8")
    (root / "places.csv").write_text(PLACES, "utf-8")
    for source, (published, text) in REPORTS.items():
        _write(root / "sources" / source, source, published, text)
    return build(open_case(root))


def _write(folder: Path, name: str, published: str, text: str) -> None:
    (folder / "documents").mkdir(parents=True)
    (folder / "documents" / "report.txt").write_text(text, "utf-8")
    party = 'party = "army"\n' if name == "office" else ""
    documents = f'[[document]]\nfile = "documents/report.txt"\npublished = {published}\n'
    (folder / "source.toml").write_text(
        f'{party}name = "{name}"\nkind = "news"\n{documents}',
        "utf-8",
    )


def test_every_town_and_day_is_an_event_with_its_dead(found):
    events = {(one.title, str(one.period)): one.killed for one in found.incidents}

    assert events == {
        ("Durmeh", "2021-03-04"): Interval(6, 17),
        ("Kasro", "2021-03-03"): exactly(3),
        ("Belin", "2021-06-09"): exactly(6),
    }


def test_what_the_army_says_of_each_event_is_its_position_there(found):
    events = {one.id: one.title for one in found.incidents}
    answered = {answer: events[one.id] for one in found.incidents for answer in one.acknowledgements}
    said = {(answered[one.id], one.position, one.stated, str(one.conceded)) for one in found.acknowledgements}

    assert said == {
        ("Durmeh", Position.DENIES, date(2021, 3, 5), "no figure"),
        ("Durmeh", Position.ACCEPTS, date(2021, 4, 20), "6"),
        ("Kasro", Position.NON_CREDIBLE, date(2021, 4, 20), "no figure"),
    }


def test_what_the_army_concedes_is_documented_and_what_others_claim_beyond_it_contested(found):
    (market,) = (one for one in found.assessments if one.party == "army")

    assert market.grade is Grade.CONFIRMED
    assert (market.conceded, market.residual) == (exactly(6), Interval(8, 11))


def test_the_wounded_of_the_market_are_the_range_of_what_is_told(found):
    assert {one.injured for one in found.incidents if one.title == "Durmeh"} == {Interval(28, 30)}


def test_a_part_of_the_dead_and_an_earlier_attack_contradict_nobody(found):
    contradictions = [one for one in found.discrepancies if one.kind is DiscrepancyKind.CONTRADICTION]

    pairs = {tuple(sorted(one.title.split(" against "))) for one in contradictions}

    # Residents and the monitor do give other numbers of civilians, the monitor and the army of soldiers.
    assert pairs <= {
        ("monitor", "الأهالي"),
        ("residents", "الأهالي"),
        ("Tarun army", "monitor"),
        ("monitor", "wakala"),
    }
