"""Texts that nobody meant to be read: no fault, exact spans, and time in proportion to the length."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from recount.cli.app import app
from recount.cli.reports import NOBODY
from recount.extraction.general import theatre_of
from recount.extraction.limits import refused
from recount.extraction.reports import assertions_in, read_through
from recount.extraction.settings import ExtractionSettings
from recount.extraction.totals import totals
from recount.model.evidence import Document
from tests.extraction.work import lines_run

PIECES = [
    "killed", "wounded", "12", "twelve", "1,204", "between", "and", "at least", "people", "men", "a", "woman",
    "his wife", "of them", "including", ",", ".", ":", ";", "(", ")", "\n", "\n\n", "- ", "| ", "|\n", "|---|",
    "\"", "'", "—", "said", "according to", "Reuters", "on Tuesday", "17 March 2019", "10–17", "dozens", "no",
    "not", "third", "%", "10**9", "²", "قتل", "وأصيب", "مقتل", "ثلاثة", "١٢", "أشخاص", "رجل", "وزوجته",
    "وطفليهما", "بينهم", "على الأقل", "ما لا يقل عن", "لم تسجل", "إصابات", "جثة", "قال", "إن", "في", "ووووو",
    "أحد", "عشر", "حلب", "\u202b", "\u200f", "\u0000", "\U0001f4a3",
]  # fmt: skip


def read(text):
    document = Document("d", "", "a.txt", "", len(text), "text/plain", text=text)
    draft, reads = read_through(document, NOBODY, theatre_of(text))
    return [each.claim for each in reads], totals(draft, reads)


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from([" ", "", "\n"]))
def test_any_jumble_of_words_is_read_without_a_fault_and_with_exact_spans(pieces, joint):
    text = joint.join(pieces)
    claims, events = read(text)
    for claim in claims:
        assert text[claim.locator.start : claim.locator.end] == claim.phrase
    assert events


@pytest.mark.parametrize(
    "piece",
    [
        "killed:\n- {} men\n",
        "| {} | killed |\n",
        "و",
        "قتل وأصيب ",
        "لم تسجل أي ",
        "Jan {}-",
        "{}–",
        "{} to 99{} ",
        "أحد عشر ",
        "killed his wife ",
        "he said {} died, ",
        '"killed "{} men" ',
        "(of whom {} died -- ",
        "a man, {}, and his son, ",
        "In Mosul, {} died. ",
        "On {} March 2017, 7 died. ",
        "Black Dawn {} Front fighters killed a man. ",
        "بين قتيل وجريح {} بعد وفاة ",
    ],
)
def test_work_grows_with_the_length_of_a_text(piece):
    def text(length):
        return "Those killed: " + "".join(piece.replace("{}", str(at % 97)) for at in range(length // len(piece)))

    read(text(4_500))  # words once seen are remembered
    short, long = (lines_run(lambda length=length: read(text(length))) for length in (1_500, 4_500))
    assert long < 4.5 * short, (short, long)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6), st.sampled_from([" ", "", "\n"]))
def test_any_words_said_over_and_over_are_refused_or_cost_little(pieces, joint):
    unit = joint.join(pieces) + " "
    text = unit * (300_000 // len(unit))
    document = Document("d", "", "a.txt", "", len(text), "text/plain", text=text)
    before = time.process_time()
    found = assertions_in(document, NOBODY, theatre_of(text), ExtractionSettings())
    assert time.process_time() - before < 2
    assert found.set_aside
    assert not found.claims


def test_a_long_report_and_a_long_list_of_figures_are_no_repetition():
    names = [f"{a}{b}{c}a" for a in "BDFGKLMNRSTZ" for b in ("ali", "oru", "emi", "adu") for c in "bdklmnrst"]
    lines = [
        f"{at % 28 + 1} March: {at * 7919 % 53 + 1} killed near {names[at * 31 % len(names)]}" for at in range(900)
    ]
    text = "\n".join(lines)
    document = Document("d", "", "a.txt", "", len(text), "text/plain", text=text)
    assert refused(document) is None


def test_a_thing_that_belongs_to_somebody_is_no_person_under_a_heading_of_the_dead():
    claims, events = read("Lamora's dead: a morgue's register and the figures nobody gives")
    assert not claims
    assert [(each.killed, each.injured) for each in events] == [(None, None)]


def command(path):
    result = CliRunner().invoke(app, ["claims", "--json", str(path)])
    return result, json.loads(result.stdout) if result.stdout else None


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", bytes(range(256)) * 4000, "is no text"),
        ("a.txt", b"Nine people died. " * 60_000, "too long"),
        ("a.txt", b" ".join(b"%d" % n for n in range(9_000)), "hardly words"),
        ("a.html", b"<p>" * 3_000_000, "longer than any article"),
        ("a.html", b"<html></html>", "no article text"),
    ],
)
def test_what_is_no_report_is_told_quickly(tmp_path, name, data, said):
    path = tmp_path / name
    path.write_bytes(data)
    before = time.process_time()
    result, _ = command(path)
    assert said in result.stderr + str(result.exception)
    assert time.process_time() - before < 3


def test_old_arabic_encodings_are_recognised_and_told(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("قتل ستة مدنيين في حلب وأصيب عشرة آخرون.".encode("cp1256"))
    result, found = command(path)
    assert [one["low"] for one in found] == [6, 10]
    assert "windows-1256" in result.stderr


def test_marks_of_direction_do_not_move_a_span(tmp_path):
    text = "\u202bقتل \u200f٥\u200f أشخاص\u202c و\u2067أصيب 12\u2069 آخرون.\u200e"
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    _, found = command(path)
    assert [(one["low"], one["outcome"]) for one in found] == [(5, "killed"), (12, "injured")]
    assert all(text[one["start"] : one["end"]] == one["phrase"] for one in found)
