"""The answers to cases 12 to 17 stand on pages too; those of case 13 beside it."""

import html
import re
from pathlib import Path

import pytest

from tests.cases.small import built

CASES: dict[str, tuple[dict[str, str], tuple[str, ...]]] = {
    "case 12: the month that does not add up": (
        {
            "monthly": """
month,party,carried,new,closed,still_open,credible,non_credible,duplicate,deaths,correction,total,stated
2017-03,coalition,43,27,28,40,9,17,2,45,,352,2017-04-30
"""
        },
        ("2017-03", "43 carried over + 27 new − 28 closed = 42", "40"),
    ),
    "people known missing extend the high end only": (
        {
            "persons": """
name,age,sex,died,place
Layla Invented Madeup,20,female,2017-03-17,North Quarter
Omar Fictional Nobody,30,male,2017-04-02,South Quarter
Salma Thoughtup Never,41,female,2017-05-02,South Quarter
"""
        },
        ("known missing", "0–7", "3–10"),
    ),
    "case 15: ages 0 and 30": (
        {
            "persons": """
name,age,sex,died,place
Layla Invented,0,female,2017-03-17,North Quarter
Omar Fictional,30,male,2017-04-02,South Quarter
"""
        },
        ("Mean age", "People whose age is known Mean 2 15", "0-17 1 1 50.0%"),
    ),
    "case 14: unknown is not zero": (
        {
            "incidents": """
code,claimant,date,place,killed,party
A-1,A monitor,2017-03-17,North Quarter,4,coalition
A-1,A newspaper,2017-03-17,North Quarter,4,coalition
A-2,A monitor,2017-05-02,South Quarter,,coalition
A-2,A newspaper,2017-05-02,South Quarter,,coalition
"""
        },
        ("at least 4", "1 incident without a figure"),
    ),
    "case 16: a reference refused with the reason": (
        {"incidents": "code,claimant,date,place,killed\nA-1,A monitor,2017-03-17,377SFU805225,4\n"},
        ("MGRS", "row 2"),
    ),
    "case 16: two names stay two candidates": (
        {"incidents": "code,claimant,date,place,killed\nA-2,A monitor,2017-04-02,North Quarter / South Quarter,5\n"},
        ("North Quarter / South Quarter", "A monitor"),
    ),
    "case 17: a year mistyped": (
        {
            "incidents": "code,claimant,date,place,killed,party\nA-1,A monitor,2019-08-02,North Quarter,4,coalition\n",
            "positions": "code,party,position,conceded,date,place,stated\n"
            "P-1,coalition,accepts,4,2017-08-02,North Quarter,2019-12-01\n",
        },
        ("Probable slip of the year", "not linked"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_an_answer_stands_on_a_page(tmp_path: Path, case: str):
    tables, wanted = CASES[case]
    more = "[assessment]\nknown_missing = 7\n" if "missing" in case else ""
    more += '[publication]\nnaming = "full"\nminors = "full"\n' if "ages" in case or "missing" in case else ""
    built(tmp_path / "case", settings=more, **tables)
    shown = [
        page.name
        for page in sorted((tmp_path / "case" / "site" / "en").rglob("*.html"))
        if all(word in _words(page) for word in wanted)
    ]
    assert shown


def _words(page: Path) -> str:
    text = re.sub(r"<(script|style)\b.*?</\1>", " ", page.read_text("utf-8"), flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())
