"""Messages, numbers and dates in each language."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import recount.publication
from recount.errors import SettingsError
from recount.model.codes import Precision
from recount.model.interval import Interval, at_least, exactly, up_to
from recount.model.values import Period, day
from recount.publication.redaction.reports import segments
from recount.publication.sentences import translator
from recount.publication.wording import plural, wording

ROOM = Path(recount.publication.__file__).parent
BY_VALUE = [
    "nav",
    "sourcekind",
    "outcome",
    "population",
    "unit",
    "kind",
    "voice",
    "setting",
    "choice",
    "link",
    "sex",
    "status",
    "stance",
    "cause",
    "precision",
    "comparator",
    "figure",
    "grade",
    "position",
    "discrepancy",
    "verdict",
    "weight",
    "says",
    "step",
    "rule",
    "proposition",
    "question",
    "judgement",
    "number",
    "estimator",
    "whatif",
    "sentence",
    "month",
    "legend",
    "evidence",
    "people",
    "claim",
    "incident",
    "origin",
    "row",
    "report",
    "evidence_count",
    "document_count",
    "source_count",
    "without_figure",
    "answer",
    "class",
    "held",
    "turn",
    "turned",
]


def used() -> set[str]:
    texts = [path.read_text("utf-8") for path in (*ROOM.rglob("*.html"), *ROOM.rglob("*.py"))]
    literal = {key for text in texts for key in re.findall(r"""say\(\s*["']([a-z_]+\.[\w]+)["']\s*[,)]""", text)}
    either = {key for text in texts for key in re.findall(r"""["']([a-z_]+\.[a-z_]+)["'] (?:if|else)\b""", text)}
    other = {key for text in texts for key in re.findall(r"""else ["']([a-z_]+\.[a-z_]+)["']""", text)}
    keys = literal | either | other | {"method.naming_full", "method.naming_none", "method.naming_initials"}
    return {key for key in keys if not key.endswith((".html", ".css", ".csv"))}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_message_that_a_page_asks_for_exists(language: str) -> None:
    assert len(used()) > 150
    assert sorted(key for key in used() if not wording(language).has(key)) == []


def test_both_languages_have_the_same_messages_but_for_those_that_go_by_value() -> None:
    english, arabic = (
        {key for key in wording(code).messages if key.partition(".")[0] not in BY_VALUE} for code in ("en", "ar")
    )
    assert english == arabic


def test_a_language_nobody_wrote_is_refused() -> None:
    with pytest.raises(SettingsError, match=r"messages/xx\.toml"):
        wording("xx")


def test_an_interval_says_what_is_open_and_what_is_unknown() -> None:
    say = wording("en")
    shown = [say.interval(i) for i in (Interval(9310, 9398), at_least(4), up_to(30), exactly(0), Interval())]
    assert shown == ["9,310–9,398", "at least 4", "up to 30", "0", "no figure"]


def test_arabic_numbers_use_one_kind_of_digit_and_its_separators() -> None:
    assert wording("ar").number(9606) == "٩٬٦٠٦"
    assert wording("ar").number(33.74) == "٣٣٫٧"


def test_a_date_is_never_finer_than_it_is_known() -> None:
    say = wording("en")
    march = Period(date(2017, 3, 1), date(2017, 3, 31), Precision.MONTH)
    assert say.period(march) == "March 2017"
    assert say.period(day(date(2017, 3, 17))) == "17 March 2017"
    assert say.period(Period(None, date(2017, 3, 17))) == "until 17 March 2017"
    assert wording("ar").period(march) == "آذار ٢٠١٧"


@pytest.mark.parametrize(
    ("number", "form"), [(0, "zero"), (1, "one"), (2, "two"), (7, "few"), (11, "many"), (100, "other"), (103, "few")]
)
def test_arabic_counts_take_one_of_six_forms(number: int, form: str) -> None:
    assert plural("ar", number) == form


def test_a_sentence_of_the_engine_is_translated_piece_by_piece_or_not_at_all() -> None:
    say = wording("ar")
    translate = translator(say, {"Iraqi government": say.words(_words("Iraqi government", "الحكومة العراقية"))})
    told = translate("Iraqi government: 1,260 civilians killed. Responsibility is not moved by it.")
    assert told is not None
    assert told.striptags() == "الحكومة العراقية: ١٬٢٦٠ من القتلى المدنيين. ولا تنتقل بها المسؤولية."
    assert translate("Responsibility is not moved by it. Nobody has translated this sentence of nine words.") is None


def _words(en: str, ar: str):  # type: ignore[no-untyped-def]
    from recount.publication.public import PublicWords

    return PublicWords(en, ar)


def test_a_slot_is_escaped_and_a_quotation_stays_in_its_own_words() -> None:
    assert wording("en")("site.version", version="<1>") == "Version &lt;1&gt;"
    told = translator(wording("ar"), {})("“at least 27 <times>” names no base.")
    assert told is not None
    assert "at least 27 &lt;times&gt;" in told


spans = st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))


@given(st.text(max_size=60), st.lists(spans, max_size=6))
def test_segments_joined_are_the_text_again_and_each_assertion_begins_once(
    text: str, drawn: list[tuple[int, int, int, int]]
) -> None:
    marks = []
    for number, four in enumerate(drawn):
        first, start, end, last = sorted(min(edge, len(text)) for edge in four)
        if first < last:
            marks.append((f"c-{number}", first, last, start, end))
    cut = segments(text, marks, complete=True)
    assert "".join(part.text for part in cut) == text
    assert sorted(key for part in cut for key in part.begins) == sorted(mark[0] for mark in marks)
