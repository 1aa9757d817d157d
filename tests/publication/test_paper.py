"""The account on paper: the numbers of the site, text that can be copied out, and the same bytes."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from recount.errors import PlugInMissing
from recount.model.ids import digest
from recount.publication import PublicationSettings, publish
from recount.publication.paper.blocks import bare, blocks
from recount.publication.paper.drawings import MARGIN, WIDTH, drawing
from recount.publication.paper.report import page
from recount.publication.paper.tree import read
from recount.publication.redaction import redact
from recount.publication.wording import wording
from recount.store.manifest import data_head, differences
from tests.publication import invented

WHY = "THE REPORTS ON PAPER ARE NOT TESTED: pip install 'recount-casualties[pdf]' pypdf pypdfium2"
pytest.importorskip("typst", reason=WHY)
pypdf = pytest.importorskip("pypdf", reason=WHY)
pypdfium2 = pytest.importorskip("pypdfium2", reason=WHY)

OPEN = PublicationSettings(naming="full", minors="full", show_rows=True)
A4 = (595, 842)
WORDS = re.compile(r"[\u0621-\u064a\u0660-\u0669\u066b\u066c]+|[A-Za-z0-9,]+")
LETTERS = re.compile(r"[\u0621-\u064a]{2,}|[\u0660-\u0669\u066b\u066c]+")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("paper") / "site"
    publish(invented.findings(), out, OPEN, paper=True)
    return out


def copied(pdf: Path) -> list[str]:
    """The text of each page, as a browser copies it."""
    document = pypdfium2.PdfDocument(str(pdf))
    return [document[number].get_textpage().get_text_range() for number in range(len(document))]


def told(block: object) -> Iterator[str]:
    """Every word that a report gives to its typesetter."""
    if isinstance(block, dict):
        if "t" in block:
            yield block["t"]
        for key, value in block.items():
            if key not in ("svg", "alt"):
                yield from told(value)
    elif isinstance(block, list):
        for one in block:
            yield from told(one)
        yield " "


def headline(site: Path, language: str) -> str:
    found = re.search(r'<p class="headline">(.*?)</p>', (site / language / "index.html").read_text("utf-8"), re.DOTALL)
    assert found is not None
    return re.sub(r"<[^>]+>", "", found[1])


def test_the_headline_on_paper_is_the_headline_of_the_site(site: Path) -> None:
    text = " ".join(copied(site / "report-en.pdf")[0].split())
    assert headline(site, "en") in text


def test_every_number_of_the_first_page_of_the_site_stands_on_paper_and_leads_to_its_evidence(site: Path) -> None:
    account = (site / "en" / "index.html").read_text("utf-8")
    numbers = set(re.findall(r'<a class="num" href="([^"]+)">([^<]+)</a>', account))
    assert len(numbers) > 4
    text = " ".join(" ".join(copied(site / "report-en.pdf")).split())
    leads = set(links(site / "report-en.pdf"))
    for href, number in numbers:
        assert number in text
        assert f"en/{href}" in leads
        assert href.partition("#")[0].removesuffix(".html").rpartition("/")[2].split("--")[0] in text


def links(pdf: Path) -> Iterator[str]:
    for sheet in pypdf.PdfReader(str(pdf)).pages:
        for note in sheet.get("/Annots", ()):
            action = note.get_object().get("/A")
            if action is not None:
                yield str(action["/URI"])


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_address_on_paper_is_a_page_of_the_release(site: Path, language: str) -> None:
    found = set(links(site / f"report-{language}.pdf"))
    assert found
    missing = [one for one in found if "://" not in one and not (site / one.partition("#")[0]).is_file()]
    assert missing == []


def test_the_arabic_headline_is_copied_out_in_the_order_in_which_it_is_read(site: Path) -> None:
    read = [word for word in LETTERS.findall(bare(headline(site, "ar"))) if word != "إلى"]
    lines = copied(site / "report-ar.pdf")[0]
    assert " ".join(read) in " ".join(word for word in LETTERS.findall(lines) if word != "إلى")


def test_no_arabic_word_is_lost_or_changed_when_the_report_is_copied(site: Path) -> None:
    found = redact(invented.findings(), OPEN)
    wanted = Counter(LETTERS.findall("".join(told(blocks(page(found, wording("ar"), "0" * 64))))))
    assert sum(wanted.values()) > 400
    got = Counter(LETTERS.findall("\n".join(copied(site / "report-ar.pdf"))))
    assert wanted - got == Counter()


@pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="poppler-utils is not installed: apt install poppler-utils"
)
def test_another_reader_of_pdf_copies_the_same_arabic_words(site: Path) -> None:
    made = subprocess.run(["pdftotext", str(site / "report-ar.pdf"), "-"], capture_output=True, check=True).stdout
    read = [word for word in LETTERS.findall(bare(headline(site, "ar"))) if word != "إلى"]
    assert Counter(read) - Counter(LETTERS.findall(made.decode())) == Counter()


def test_the_same_findings_give_the_same_report(site: Path, tmp_path: Path) -> None:
    publish(invented.findings(), tmp_path / "again", OPEN, paper=True)
    for name in ("report-en.pdf", "report-ar.pdf"):
        assert digest((tmp_path / "again" / name).read_bytes()) == digest((site / name).read_bytes())


def test_a_release_holds_its_reports_and_a_report_prints_the_digest_over_the_open_data(site: Path) -> None:
    assert differences(site) == []
    for language in ("en", "ar"):
        downloads = (site / language / "downloads.html").read_text("utf-8")
        assert 'href="../report-en.pdf"' in downloads
        assert digest((site / "report-en.pdf").read_bytes()) in downloads
        # Not as a browser copies it: it takes groups of digits in a page read from the right for words of their own.
        sheets = pypdf.PdfReader(str(site / f"report-{language}.pdf")).pages
        assert data_head(site) in "\n".join(sheet.extract_text() for sheet in sheets)


def test_a_report_that_was_changed_is_no_part_of_the_release(site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "copy")
    report = tmp_path / "copy" / "report-ar.pdf"
    report.write_bytes(report.read_bytes() + b"%")
    assert [line.partition(":")[0] for line in differences(tmp_path / "copy")] == [str(report)]


def test_without_the_wish_for_paper_none_is_written(tmp_path: Path) -> None:
    publish(invented.findings(), tmp_path / "site", OPEN)
    assert list((tmp_path / "site").glob("*.pdf")) == []
    assert data_head(tmp_path / "site") == ""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_sheets_are_a4_in_fonts_that_travel_with_them_under_a_running_title(site: Path, language: str) -> None:
    report = pypdf.PdfReader(str(site / f"report-{language}.pdf"))
    assert {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in report.pages} == {A4}
    fonts = [font.get_object() for sheet in report.pages for font in sheet["/Resources"]["/Font"].values()]
    for font in fonts:
        described = font["/DescendantFonts"][0]["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(described)
    assert report.trailer["/Root"]["/Lang"] == language
    assert report.trailer["/Root"]["/MarkInfo"]["/Marked"]
    name = "زردة" if language == "ar" else "Zarda 2021"
    assert all(name in text for text in copied(site / f"report-{language}.pdf")[1:])


def test_a_table_that_runs_over_repeats_its_header(tmp_path: Path) -> None:
    found = replace(invented.findings(), method=tuple((f"linkage.threshold{n}", str(n)) for n in range(120)))
    publish(found, tmp_path / "site", OPEN, paper=True)
    sheets = [text for text in copied(tmp_path / "site" / "report-en.pdf") if "linkage.threshold" in text]
    assert len(sheets) > 1
    assert all("Setting" in text for text in sheets)


def test_nobody_who_may_not_be_named_is_named_on_paper(tmp_path: Path) -> None:
    publish(invented.findings(), tmp_path / "site", PublicationSettings(), paper=True)
    for language in ("en", "ar"):
        text = "".join(copied(tmp_path / "site" / f"report-{language}.pdf"))
        assert not {"Mahmoud", "Dawud", "محمود", "canary"} & set(WORDS.findall(text))


def test_without_the_typesetter_the_message_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(PlugInMissing, match=r"recount-casualties\[pdf\]"):
        publish(invented.findings(), tmp_path / "site", OPEN, paper=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_drawing_reaches_beyond_its_edges(language: str) -> None:
    found = page(redact(invented.findings(), OPEN), wording(language), "")
    drawn = [svg for svg in read(found).all("svg") if not svg.has("defs") and svg.attributes.get("width") != "22"]
    assert len(drawn) > 8
    for svg in drawn:
        for shape in read(drawing(svg)).all("rect", "line"):
            if ("x" not in shape.attributes and "x1" not in shape.attributes) or shape.has("hatch-line"):
                continue
            left = float(shape.attributes.get("x", shape.attributes.get("x1", "0")))
            right = left + float(shape.attributes["width"]) if "width" in shape.attributes else left
            assert -MARGIN <= left <= right <= WIDTH - MARGIN


def test_the_start_of_a_label_in_a_drawing_read_from_the_right_is_its_right_end() -> None:
    chart = "<svg class='strip axis' direction=rtl><text x=100% y=16 text-anchor=start>٠</text></svg>"
    made = drawing(next(read(chart).elements("svg")))
    assert 'text-anchor="end"' in made
    assert f'x="{WIDTH - 2 * MARGIN:.2f}"' in made


def test_optional_signs_are_left_out_and_letters_kept() -> None:
    assert bare("شخصًا موثَّق أقرّ آل الـمؤمن") == "شخصا موثق أقر آل المؤمن"


def test_of_a_ledger_of_thousands_of_steps_the_first_are_printed_and_the_rest_is_told() -> None:
    found = redact(invented.findings(), OPEN)
    head = found.figures[0]
    lines = tuple(replace(head.lines[0], number=n) for n in range(5_000))
    many = replace(found, figures=(replace(head, lines=lines), *found.figures[1:]))
    made = page(many, wording("en"), "")
    assert "The ledger has 5,000 steps. The first 60 are printed" in made
    assert made.count("#line-") == 60
