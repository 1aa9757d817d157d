"""The same answers out of the five articles themselves, where the material beside the repository is present.

Nothing of their text is kept here: a case folder around them is made for the run, with the example's own parties,
places and tables.
"""

import shutil
from pathlib import Path

import pytest

from recount.case import open_case
from recount.model.codes import ClaimKind, Grade, Population
from recount.model.discrepancies import DiscrepancyKind
from recount.model.interval import Interval, exactly
from recount.pipeline import build
from tests.cases.answers import Answers, close, number, says
from tests.cases.conftest import EXAMPLE
from tests.conftest import BESIDE

pytestmark = pytest.mark.shared

ARTICLES = {
    "rewrite": ("000", "Jerusalem Online", "2017-12-21", "Associated Press"),
    "reprint": ("001", "Taipei Times", "2017-12-21", "Associated Press"),
    "blog": ("002", "Daily Kos", "2017-12-22", "Associated Press"),
    "broadcast": ("003", "Voice of America", "2017-03-27", ""),
    "web": ("004", "Carbonated.TV", "2017-07-12", ""),
}
TABLES = ("official-positions", "incident-claims", "propositions")
CODE = "MOSUL-2017-03-17"


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """The findings of a case folder around the five articles."""
    folder = BESIDE / "articles"
    if not folder.is_dir():
        pytest.skip("the five articles are not beside the repository, so their cases are NOT checked in this run")
    root = tmp_path_factory.mktemp("articles") / "case"
    for name in ("recount.toml", "places.csv"):
        root.mkdir(exist_ok=True)
        shutil.copy(EXAMPLE / name, root / name)
    for table in TABLES:
        shutil.copytree(EXAMPLE / "sources" / table, root / "sources" / table)
    for source, (prefix, publisher, published, credit) in ARTICLES.items():
        _describe(next(folder.glob(f"{prefix}_*.txt")), root / "sources" / source, publisher, published, credit)
    return Answers(build(open_case(root)))


def _describe(article: Path, source: Path, publisher: str, published: str, credit: str) -> None:
    (source / "documents").mkdir(parents=True)
    shutil.copy(article, source / "documents" / "article.txt")
    (source / "source.toml").write_text(
        f'name = "{publisher}"\nkind = "news"\nlicence = "third-party text, for tests only"\n\n'
        f'[[document]]\nfile = "documents/article.txt"\npublished = {published}\npublisher = "{publisher}"\n'
        + (f'credit = ["{credit}"]\n' if credit else ""),
        encoding="utf-8",
    )


def test_case_1_at_least_27_times_holds_and_its_scopes_differ(articles: Answers):
    ratio = articles.claim("27 times", source="blog")

    (found,) = articles.discrepancies(DiscrepancyKind.RATIO, ratio.id)

    assert close(number(found, "ratio"), 27.6, 33.7)
    assert found.holds is True
    assert "count different things" in found.says
    assert round(float(number(found, "like for like").floor), 1) == 9.8


def test_case_2_ten_times_has_no_base_and_lost_its_nearly(articles: Answers):
    reprint, rewrite = articles.claim("10 times", source="reprint"), articles.claim("ten times", source="rewrite")

    baseless = [one for one in articles.discrepancies(DiscrepancyKind.RATIO) if "base not stated" in one.title]

    assert baseless
    assert close(number(baseless[0], "against 1,260"), 7.1, 8.7)
    assert baseless[0].holds is False
    assert says(articles.discrepancies(DiscrepancyKind.MUTATION, reprint.id, rewrite.id), "hedge lost", "nearly")


def test_case_3_the_third_holds_of_every_stated_whole(articles: Answers):
    share = articles.claim("about one-third", source="reprint")

    (found,) = articles.discrepancies(DiscrepancyKind.SHARE, share.id)

    percents = [round(100 * float(number(found, of).floor), 1) for of in ("of 9,000", "of 9,606", "of 11,000")]
    assert percents == [35.6, 33.3, 29.1]
    assert found.holds is True


def test_case_4_people_became_civilians(articles: Answers):
    reprint, blog = articles.claim("9,000", source="reprint"), articles.claim("9,000", source="blog")

    assert (reprint.population, blog.population) == (Population.PEOPLE, Population.CIVILIANS)
    assert says(articles.discrepancies(DiscrepancyKind.MUTATION, reprint.id, blog.id), "people became civilians")


def test_case_5_the_lead_names_two_parties_and_the_body_one(articles: Answers):
    lead, body = articles.claims("3,200", source="rewrite")

    assert lead.attribution is not None
    assert set(lead.attribution.parties) == {"coalition", "iraq"}
    assert says(articles.discrepancies(DiscrepancyKind.MUTATION, lead.id, body.id), "attribution changed")


def test_case_6_twelve_a_day_beside_5805(articles: Answers):
    rate, count = articles.claims("12 civilians a day", source="web")[0], articles.claim("5,805", source="web")

    found = articles.discrepancies(DiscrepancyKind.RATE, count.id)

    assert rate.quantity.kind is ClaimKind.RATE
    assert found
    assert close(number(found[0], "computed a day"), 48.0, 48.4)
    assert exactly(1452) in [number(one, "rate times days") for one in found]


def test_case_7_5805_and_5975_neither_merge_nor_contradict(articles: Answers):
    west, both = articles.claim("5,805", source="web"), articles.claim("5,975", source="blog")

    assert len(articles.origins_of([west, both])) == 2
    assert not articles.discrepancies(DiscrepancyKind.CONTRADICTION, west.id, both.id)


def test_case_8_al_jadida(articles: Answers):
    incident = articles.incident(CODE)
    read = {claim.phrase for claim in articles.findings.claims if claim.id in incident.claims and claim.locator.start}

    (coalition,) = (a for a in articles.findings.assessments if (a.incident, a.party) == (incident.id, "coalition"))

    assert any("140" in phrase for phrase in read)
    assert (coalition.conceded, coalition.grade) == (exactly(105), Grade.CONFIRMED)
    assert coalition.residual.high == 520 - 141
    assert says(articles.discrepancies(DiscrepancyKind.PLACE, incident.id), "Old City")


def test_case_9_three_contested_propositions(articles: Answers):
    assert len(articles.discrepancies(DiscrepancyKind.PROPOSITION, articles.incident(CODE).id)) == 3


def test_case_10_three_articles_are_one_origin(articles: Answers):
    claims = [articles.claim("9,000", source=source) for source in ("rewrite", "reprint", "blog")]

    assert [claim.quantity.interval for claim in claims] == [Interval(9000, 11000)] * 3
    assert len(articles.origins_of(claims)) == 1
