"""Tables, lists and captions inside reports. Every page here is invented."""

import json

import pytest
from typer.testing import CliRunner

from recount.cli.app import app
from recount.extraction.grids import grids
from tests.extraction.reading import claims

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shelling of Zaytara | Harbour Wire</title>
<meta property="article:published_time" content="2019-03-20T10:00:00Z"></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport: 3 killed in crash</a></li></ul></nav>
</header>
<main><article><h1>Shelling of Zaytara: 12 killed, ministry says</h1>
<figure><img src="x.jpg" alt="Rescuers carry some of 14 people wounded in Zaytara"><figcaption>The funeral of 12 people
killed in Zaytara.</figcaption></figure>
<p>At least 12 people were killed and 30 wounded when shells struck a market in Zaytara on Tuesday, the health ministry
said.</p><p>The dead include:</p><ul><li>7 men</li><li>3 women</li><li>2 children</li></ul>
<table><caption>Killed and injured in Zaytara, 10–17 March 2019, according to the health ministry</caption>
<thead><tr><th>District</th><th>Killed</th><th>Injured</th><th>Children killed</th></tr></thead>
<tbody><tr><td>al-Rahba</td><td>7</td><td>19</td><td>2</td></tr>
<tr><td>Old Port</td><td>5</td><td>11</td><td>-</td></tr>
<tr><th>Total</th><td>12</td><td>30</td><td>2</td></tr></tbody></table>
<table><tr><td></td><th>January 2019</th><th>February 2019</th></tr>
<tr><th>Civilians killed</th><td>41</td><td>1,204</td></tr><tr><th>Civilians injured</th><td>90</td><td>~200</td></tr>
<tr><th>Houses destroyed</th><td>900</td><td>80</td></tr></table>
<div class="box">Update: the death toll rose to 14, the ministry said.</div>
<p>The governor said that an inquiry would follow within a week and that the families will be compensated in full.
Neighbours carried the wounded to a school that serves as a hospital, where two surgeons worked all night.</p>
</article><aside><h3>Read more</h3><ul><li><a href="/1">Ferry sinks, 40 dead</a></li></ul></aside></main>
<footer><p>300 journalists in 20 countries.</p></footer></body></html>"""
BARE = """<html><head><title>Toll</title></head><body><div>Home</div>
<table><tr><th>Date</th><th>Place</th><th>Killed</th><th>Wounded</th></tr>
<tr><td>17 March 2019</td><td>Aleppo</td><td>12</td><td>30</td></tr>
<tr><td>18 March 2019</td><td>Homs</td><td>0</td><td>4</td></tr></table></body></html>"""
ARABIC = """<html lang="ar"><head><title>حصيلة</title></head><body>
<table><caption>حصيلة القصف بحسب وزارة الصحة</caption><tr><th>المدينة</th><th>القتلى</th><th>الجرحى</th></tr>
<tr><td>حلب</td><td>١٢</td><td>٣٠</td></tr><tr><td>حمص</td><td>٥</td><td>٩</td></tr>
<tr><td>المجموع</td><td>١٧</td><td>٣٩</td></tr></table></body></html>"""


def read(page, tmp_path, *options):
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")
    return json.loads(CliRunner().invoke(app, ["claims", "--json", *options, str(path)]).stdout)


def told(found):
    return [(one["low"], one["high"], one["outcome"], one["population"]) for one in found]


def test_each_cell_of_a_page_is_a_claim_under_its_row_column_and_caption(tmp_path):
    found = read(PAGE, tmp_path)
    cells = [one for one in found if one["claimant"] == "health ministry" and one["period_end"] == "2019-03-17"]
    assert told(cells) == [
        (7, 7, "killed", "people"), (19, 19, "injured", "people"), (2, 2, "killed", "children"),
        (5, 5, "killed", "people"), (11, 11, "injured", "people"),
        (12, 12, "killed", "people"), (30, 30, "injured", "people"), (2, 2, "killed", "children"),
    ]  # fmt: skip
    assert {one["period_start"] for one in cells} == {"2019-03-10"}
    total = next(one for one in cells if (one["low"], one["population"]) == (12, "people"))
    assert [one["part_of"] for one in cells[:2]] == [total["start"], cells[6]["start"]]
    assert cells[2]["part_of"] == cells[0]["start"]


def test_columns_of_months_date_their_cells_and_houses_are_no_people(tmp_path):
    found = read(PAGE, tmp_path)
    months = [
        (one["low"], one["high"], one["outcome"], one["period_end"])
        for one in found
        if one["population"] == "civilians"
    ]
    assert months == [
        (41, 41, "killed", "2019-01-31"), (1204, 1204, "killed", "2019-02-28"),
        (90, 90, "injured", "2019-01-31"), (180, 220, "injured", "2019-02-28"),
    ]  # fmt: skip
    assert not {900, 80} & {one["low"] for one in found}


def test_captions_descriptions_updates_and_lists_are_read_and_menus_are_not(tmp_path):
    found = read(PAGE, tmp_path)
    figures = told(found)
    assert (14, 14, "injured", "people") in figures  # the picture's description
    assert (14, 14, "killed", "people") in figures  # the update
    assert [(one["low"], one["population"]) for one in found if one["population"] in ("men", "women")] == [
        (7, "men"), (3, "women"),
    ]  # fmt: skip
    assert not {3, 40, 300} & {one["low"] for one in found if one["population"] == "people"}


def test_spans_are_code_points_of_the_text_that_was_read(tmp_path):
    from recount.ingestion.readers import Job
    from recount.ingestion.readers import read as ingested

    found = read(PAGE, tmp_path)
    text = ingested(Job(str(tmp_path / "page.html"), "page.html", "web")).text
    assert all(text[one["start"] : one["end"]] == one["phrase"] for one in found)


def test_a_page_that_only_holds_a_table_gives_its_rows(tmp_path):
    found = read(BARE, tmp_path)
    assert [(one["low"], one["outcome"], one["place"], one["period_start"]) for one in found] == [
        (12, "killed", "Aleppo", "2019-03-17"), (30, "injured", "Aleppo", "2019-03-17"),
        (0, "killed", "Homs", "2019-03-18"), (4, "injured", "Homs", "2019-03-18"),
    ]  # fmt: skip
    totals = read(BARE, tmp_path, "--totals")
    assert [totals[0]["killed"], totals[0]["injured"]] == [{"low": 12, "high": 12}, {"low": 34, "high": 34}]


def test_a_table_in_arabic_is_read_with_its_total(tmp_path):
    found = read(ARABIC, tmp_path)
    assert [one["low"] for one in found] == [12, 30, 5, 9, 17, 39]
    assert {one["part_of"] for one in found if one["low"] in (12, 5)} == {found[4]["start"]}
    assert [read(ARABIC, tmp_path, "--totals")[0][key] for key in ("killed", "injured")] == [
        {"low": 17, "high": 17}, {"low": 39, "high": 39},
    ]  # fmt: skip


def test_totals_are_those_of_the_text_where_it_says_any(tmp_path):
    (found,) = read(PAGE, tmp_path, "--totals")
    assert found["killed"]["low"] == 14


@pytest.mark.parametrize(
    "table",
    [
        "| No. | Name | Age |\n| 1 | A | 34 |\n| 2 | B | 4 |",
        "| Killed | % |\n| men | 40 |\n| women | 60 |",
        "| Date | Airstrikes |\n| 17 March | 12 |\n| 18 March | 9 |",
        "| a | b |",
        "||||\n||||",
    ],
)
def test_ages_numbers_of_rows_shares_and_strikes_count_no_dead(table):
    assert not [one for one in claims(f"List of those killed\n{table}\n") if one.quantity.unit == "people"]


def test_a_table_of_many_cells_is_found_once_and_rules_are_no_rows():
    (grid,) = grids("Caption\n| a | b |\n|---|---|\n| 1 | 2 |\n\ntext | with a bar\n")
    assert [[cell.text for cell in row] for row in grid.rows] == [["a", "b"], ["1", "2"]]
