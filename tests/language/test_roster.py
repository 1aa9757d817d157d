"""Who is meant by a claimant's words: somebody of the case under another name, or nobody for sure."""

import pytest
from tests.making import a_claim

from recount.language.roster import NOBODY, Called, roster
from recount.model.codes import PartyKind, SourceKind
from recount.model.evidence import Source
from recount.model.values import Party

SOURCES = (
    Source("wire", "Harbour Wire (simulated)", SourceKind.NEWS, name_ar="وكالة هاربر واير (محاكاة)"),
    Source("post", "Delta Post", SourceKind.NEWS),
    Source("ministry", "Ministry of Records", SourceKind.OFFICIAL, names=("وزارة السجلات", "the Records Office")),
    Source("north", "Northern Observatory", SourceKind.NGO, name_ar="مرصد الشمال"),
)
PARTIES = (
    Party("alliance", "River Alliance", PartyKind.COALITION, ("the alliance", "التحالف"), "تحالف النهر"),
    Party("front", "Granite Front", PartyKind.ARMED_GROUP, ("the Front",), "جبهة الصوان"),
)
KNOWN = roster(SOURCES, PARTIES)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Harbour Wire", "source:wire"),
        ("the HARBOUR WIRE news agency", "source:wire"),
        ("a review published by Harbour Wire", "source:wire"),
        ("Harbour Wire's own tally", "source:wire"),
        ("وكالة هاربر واير", "source:wire"),
        ("مراجعة نشرتها وكالة هاربر واير", "source:wire"),
        ("هاربر واير", "source:wire"),
        ("بحسب تقرير لوكالة هاربر واير", "source:wire"),
        ("دلتا بوست", "source:post"),  # no Arabic name is given: by its spelling
        ("صحيفة دلتا بوست", "source:post"),
        ("وزارة السجلات", "source:ministry"),
        ("Records Office", "source:ministry"),
        ("the London-based Northern Observatory", None),
        ("the independent Northern Observatory", "source:north"),
        ("تقرير أصدره مرصد الشمال", "source:north"),
        ("a spokesman for the River Alliance", "party:alliance"),
        ("متحدث باسم التحالف", "party:alliance"),
        ("تحالف النهر", "party:alliance"),
        ("granite front", "party:front"),
    ],
)
def test_a_known_voice_is_known_by_any_of_its_names(words: str, who: str | None):
    assert KNOWN.called(words).key == who


@pytest.mark.parametrize(
    ("words", "maybe"),
    [
        ("Harbour Wire and Delta Post", ("Delta Post", "Harbour Wire (simulated)")),
        ("a former editor of Delta Post", ("Delta Post",)),
        ("critics of the River Alliance", ("River Alliance",)),
        ("an alliance of families", ("River Alliance",)),
        ("a post office clerk", ()),
        ("residents", ()),
        ("a report", ()),
        ("سكان الحي", ()),
        ("a spokesman for Delta Post", ("Delta Post",)),
    ],
)
def test_who_is_not_meant_for_sure_stays_a_voice_apart(words: str, maybe: tuple[str, ...]):
    found = KNOWN.called(words)
    assert found.key is None
    assert set(found.maybe) == set(maybe)
    assert KNOWN.voice(words) == words.casefold()


def test_a_name_that_two_parties_bear_means_neither():
    shared = roster((), (*PARTIES, Party("other", "Desert Coalition", PartyKind.COALITION, ("the alliance",))))
    assert shared.called("the Alliance") == Called(None, ("River Alliance", "Desert Coalition"))


def test_a_spokesman_behind_a_partys_name_speaks_for_it_and_behind_a_papers_is_whom_it_quotes():
    assert KNOWN.speaker(("Delta Post", "River Alliance", "spokesman")).key == "party:alliance"
    assert KNOWN.speaker(("Delta Post", "spokesman")).key is None
    assert KNOWN.speaker(("Delta Post",)).key == "source:post"
    assert KNOWN.speaker(()) == Called()


def test_who_publishes_all_reports_of_one_source_is_that_source_and_who_publishes_for_several_is_none_of_them():
    sources = [Source(one, f"Folder {one}", SourceKind.NEWS) for one in ("a", "b", "c")]
    claims = [
        a_claim("1", 10, source="a", chain=("Valley News",)),
        a_claim("2", 10, source="b", chain=("This example", "residents")),
        a_claim("3", 10, source="c", chain=("This example",)),
    ]
    known = roster(sources, (), claims)
    assert known.called("Valley News").key == "source:a"
    assert known.called("This example").key == "publisher:This example"
    assert known.called("Folder b").key == "source:b"


def test_where_nobody_is_known_words_mean_themselves():
    assert NOBODY.voice("Harbour Wire") == "harbour wire"
    assert NOBODY.called("Harbour Wire") == Called()
