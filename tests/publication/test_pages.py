"""What a reader of the pages may rely on."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from recount.errors import RecountError, Unfounded
from recount.model.assertions import Claim
from recount.model.codes import Kind, Stance
from recount.model.findings import Findings
from recount.model.interval import Interval, exactly
from recount.model.ledger import Effect, Figure, Line
from recount.model.people import Resolution
from recount.model.values import Period
from recount.publication import PublicationSettings, publish
from recount.publication.redaction import redact
from recount.publication.views import party_rows
from tests.publication import invented

OPEN = PublicationSettings(naming="full", minors="full", show_rows=True)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("published") / "site"
    publish(invented.findings(), out, OPEN)
    return out


class Links(HTMLParser):
    """The addresses and anchors of a page, and whatever a browser would fetch by itself."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.anchors: list[str] = []
        self.fetched: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.anchors.append(given["id"])
        if tag == "a" and "href" in given:
            self.hrefs.append(given["href"])
        if tag in ("script", "img", "link", "iframe", "source") and (given.get("src") or given.get("href")):
            self.fetched.append(given.get("src") or given["href"])


def every_page(site: Path) -> dict[Path, Links]:
    return {path.resolve(): Links(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}


def test_every_link_leads_to_a_page_and_an_anchor_that_exist(site: Path) -> None:
    pages = every_page(site)
    broken = []
    for path, links in pages.items():
        for href in links.hrefs:
            if href.startswith(("https://", "http://")):
                continue
            file, _, anchor = href.partition("#")
            target = (path.parent / file).resolve() if file else path
            if not target.is_file() or (anchor and target in pages and anchor not in pages[target].anchors):
                broken.append(f"{path.relative_to(site.resolve())} -> {href}")
    assert broken == []


def test_no_page_has_two_anchors_of_one_name(site: Path) -> None:
    doubled = [path.name for path, links in every_page(site).items() if len(links.anchors) != len(set(links.anchors))]
    assert doubled == []


def test_pages_fetch_nothing_from_elsewhere(site: Path) -> None:
    fetched = {address for links in every_page(site).values() for address in links.fetched}
    assert fetched
    assert not any(":" in address or address.startswith("//") for address in fetched)
    style = (site / "static" / "recount.css").read_text("utf-8")
    assert "url(http" not in style
    assert "@import" not in style


def test_addresses_other_than_the_webs_are_never_links(site: Path) -> None:
    assert not any("javascript:" in href for links in every_page(site).values() for href in links.hrefs)


def test_every_page_of_a_simulated_case_says_so_in_its_language(site: Path) -> None:
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        assert "Simulated." in text or "محاكاة." in text, path


def test_a_case_that_is_not_simulated_says_nothing_of_it(tmp_path: Path) -> None:
    found = invented.findings()
    publish(replace(found, case=replace(found.case, simulated=False)), tmp_path / "site", OPEN)
    assert "Simulated." not in (tmp_path / "site" / "en" / "index.html").read_text("utf-8")


def test_the_first_sentence_is_made_of_named_figures(site: Path) -> None:
    page = (site / "en" / "index.html").read_text("utf-8")
    sentence = re.search(r'<p class="headline">(.*?)</p>', page)
    assert sentence is not None
    plain = re.sub(r"<[^>]+>", "", sentence[1])
    assert plain == (
        "Between 4 and 5 people are documented as killed in Zarda, The Land from 1 January 2021 to 30 April 2021: "
        "3 by name, 1 in records that name no one."
    )
    years = re.sub(r"\d+ (January|April) \d{4}", "", plain)
    linked = " ".join(re.findall(r'<a class="num"[^>]*>(.*?)</a>', sentence[1]))
    assert re.findall(r"\d+", years) == re.findall(r"\d+", linked)


def test_arabic_pages_read_from_the_right_and_keep_to_their_own_digits(site: Path) -> None:
    page = (site / "ar" / "index.html").read_text("utf-8")
    assert '<html lang="ar" dir="rtl">' in page
    sentence = re.sub(r"<[^>]+>", "", re.search(r'<p class="headline">(.*?)</p>', page)[1])  # type: ignore[index]
    assert not re.search(r"[0-9]", sentence)
    assert "٤" in sentence


def test_undetermined_and_a_party_without_a_figure_are_always_shown(site: Path) -> None:
    page = (site / "en" / "index.html").read_text("utf-8")
    parties = page[page.index('id="parties"') : page.index('id="ledger"')]
    assert "undetermined" in parties
    assert "the Group" in parties
    assert 'class="unknown"' in parties


def test_a_claim_is_highlighted_where_it_stands_and_the_text_stays_whole(site: Path) -> None:
    page = (site / "en" / "reports" / "d-one.html").read_text("utf-8")
    assert '<mark id="c-1">' in page
    body = page[page.index('<div class="text"') : page.index("<h2>", page.index('<div class="text"'))]
    plain = re.sub(r"<[^>]+>", "", body).replace("&lt;", "<").replace("&gt;", ">").strip()
    assert plain == invented.TEXT


def test_a_copy_is_told_from_its_origin(site: Path) -> None:
    page = (site / "en" / "origins.html").read_text("utf-8")
    assert page.index("first heard from") < page.index("copies it")
    assert "People became civilians" in page


def test_a_revised_position_stays_beside_the_one_that_revised_it(site: Path) -> None:
    page = (site / "en" / "positions.html").read_text("utf-8")
    assert 'id="a-1" class="dim"' in page
    assert 'id="a-2"' in page


def test_the_weights_that_joined_two_rows_are_shown_with_the_kin_term(site: Path) -> None:
    page = (site / "en" / "people" / "1.html").read_text("utf-8")
    assert re.search(r"<li class=t style=--x:\d+;--w:\d+>−1\.2 kin\b", page)
    assert "علي حسن محمود" in page
    assert "Ali Hasan Mahmoud" in page


def test_a_number_without_evidence_stops_the_release(tmp_path: Path) -> None:
    found = invented.findings()
    bare = Figure("documented/bare", found.case.scope, (Line(Effect.ADDS, exactly(3), "none", "people from nowhere"),))
    with pytest.raises(Unfounded, match=r"documented/bare.*names no evidence"):
        publish(replace(found, figures=(*found.figures, bare)), tmp_path / "site", OPEN)
    assert not (tmp_path / "site").exists()


def test_evidence_that_is_nowhere_in_the_case_stops_the_release(tmp_path: Path) -> None:
    found = invented.findings()
    line = Line(Effect.ADDS, exactly(3), "none", "people from nowhere", ("r-lost",))
    lost = Figure("documented/lost", found.case.scope, (line,))
    with pytest.raises(Unfounded, match="r-lost"):
        publish(replace(found, figures=(*found.figures, lost)), tmp_path / "site", OPEN)


def test_a_figure_without_a_ledger_stops_the_release(tmp_path: Path) -> None:
    found = invented.findings()
    empty = Figure("documented/empty", found.case.scope, ())
    with pytest.raises(Unfounded, match="no ledger"):
        publish(replace(found, figures=(*found.figures, empty)), tmp_path / "site", OPEN)


def test_an_estimate_over_lists_that_are_not_there_stops_the_release(tmp_path: Path) -> None:
    found = invented.findings()
    estimates = (replace(found.estimates[0], lists=("morgue", "elsewhere")),)
    with pytest.raises(Unfounded, match="elsewhere"):
        publish(replace(found, estimates=estimates), tmp_path / "site", OPEN)


def without_people() -> Findings:
    """A case of reports and incidents only: no list, no person."""
    found = invented.findings()
    line = Line(Effect.ADDS, Interval(10, 14), "graded incidents", "confirmed or fair", ("i-1",), "Old Town")
    silent = Line(Effect.ADDS, Interval(), "graded incidents", "no figure", ("i-2",), "Harbour")
    head = Figure("documented", replace(found.case.scope, kind=Kind.DOCUMENTED), (line, silent))
    kept = [f for f in found.figures if f.name in ("claimed", "acknowledged/alliance")]
    return replace(
        found,
        records=(),
        resolution=Resolution(()),
        figures=(head, *kept),
        estimates=(),
        tables=(),
        decisions=(),
        incidents=tuple(replace(incident, victims=()) for incident in found.incidents),
        sources=tuple(source for source in found.sources if source.id in ("events", "paper")),
        documents=tuple(d for d in found.documents if d.source in ("events", "paper")),
    )


def test_a_case_without_people_says_first_what_is_claimed_of_the_whole(tmp_path: Path) -> None:
    publish(without_people(), tmp_path / "site", PublicationSettings())
    page = (tmp_path / "site" / "en" / "index.html").read_text("utf-8")
    text = re.sub(r"<[^>]+>", "", page)
    whole = (
        "In Zarda, The Land, from 1 January 2021 to 30 April 2021, at least 12 people are claimed killed by residents."
    )
    own = "This case holds no list of people. It documents at least 10 people killed, in 2 incidents."
    assert -1 < text.index(whole) < text.index(own) < text.index("4 by the Alliance")
    sentences = re.findall(r'<p class="(?:headline|further)">(.*?)</p>', page)
    numbers = [re.findall(r'<a class="num" href="figures/([^"]+)"', sentence) for sentence in sentences]
    assert numbers == [["claimed.html"], ["documented.html"], ["acknowledged--alliance.html"]]
    assert page.index("claimed: residents") < page.index('id="ledger"')
    assert not (tmp_path / "site" / "en" / "people").exists()
    assert "people/index.html" not in page


def test_an_incident_without_a_figure_is_counted_beside_the_sum(tmp_path: Path) -> None:
    publish(without_people(), tmp_path / "site", PublicationSettings())
    page = (tmp_path / "site" / "en" / "figures" / "documented.html").read_text("utf-8")
    assert "at least 10" in page
    assert "and 1 incident without a figure" in page


def test_a_folder_that_is_no_release_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "my-notes.txt").write_text("keep me")
    with pytest.raises(RecountError, match="is no release"):
        publish(invented.findings(), tmp_path / "site", OPEN)
    assert (tmp_path / "site" / "my-notes.txt").read_text() == "keep me"


def claimed_of(party: tuple[str, ...], claims: tuple[Claim, ...]) -> list[str]:
    """What the account puts beside a party's own numbers."""
    found = replace(without_people(), claims=(*invented.findings().claims, *claims))
    rows = party_rows(redact(found, PublicationSettings()))
    return [claim.id for row in rows if tuple(p.id for p in row.parties) == party for claim in row.claims]


def test_only_claims_about_the_case_or_a_part_of_it_stand_beside_a_partys_numbers() -> None:
    found = invented.findings()
    scope = found.case.scope
    whole = replace(found.claims[0], period=scope.period, place=scope.place)
    assert scope.place is not None
    within = replace(whole, id="c-within", place=invented.OLD_TOWN)
    wider = replace(whole, id="c-wider", place=replace(scope.place, path=scope.place.path[:1]))
    longer = replace(whole, id="c-longer", period=Period(date(2014, 8, 1), None))
    unsaid = replace(whole, id="c-unsaid", period=None)
    own = replace(whole, id="c-own", stance=Stance.ACKNOWLEDGES)
    made = (replace(whole, id="c-whole"), within, wider, longer, unsaid, own)
    assert claimed_of(("alliance",), made) == ["c-whole", "c-within"]
