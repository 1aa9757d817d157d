"""`recount origins`: pairs with their evidence, and accounts."""

import json
from pathlib import Path

import pytest

from tests.gates.origins_bed import bases

BASES = bases()


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    for name in ("market/a", "market/b", "market/r", "mine/a"):
        (tmp_path / f"{name.replace('/', '-')}.txt").write_text(BASES[name], "utf-8")
    body = BASES["market/a"].split("\n\n")
    (tmp_path / "market-copy.txt").write_text("\n\n".join(body[:2]), "utf-8")
    return tmp_path


def pairs(recount, reports: Path):
    found = json.loads(recount("origins", "--json", reports).out)
    return {(Path(one["document"]).stem, Path(one["origin"]).stem): one for one in found}


def test_each_pair_says_what_it_is_by_what_and_where_its_account_began(recount, reports: Path):
    found = pairs(recount, reports)
    assert {pair: one["kind"] for pair, one in found.items()} == {
        ("market-copy", "market-a"): "copy",
        ("market-r", "market-a"): "rewrite",
        ("market-r", "market-copy"): "rewrite",
        ("market-b", "market-a"): "speaker",
    }
    assert Path(str(found["market-copy", "market-a"]["account"])).stem == "market-a"
    assert found["market-r", "market-a"]["direction"] == "credit"
    assert found["market-copy", "market-a"]["direction"] == "length"


def test_the_sentences_stand_where_they_say(recount, reports: Path):
    for one in pairs(recount, reports).values():
        assert one["sentences"]
        for beside in one["sentences"]:
            for side in ("document", "origin"):
                text = Path(str(one[side])).read_text("utf-8")
                assert text[beside[side]["start"] : beside[side]["end"]] == beside[side]["text"]


def test_a_common_speaker_is_shown_by_the_quotation(recount, reports: Path):
    (beside,) = pairs(recount, reports)["market-b", "market-a"]["sentences"]
    assert "do not target civilian areas" in beside["document"]["text"]
    assert "do not target civilian areas" in beside["origin"]["text"]


def test_every_report_is_in_one_account(recount, reports: Path):
    found = json.loads(recount("origins", "--json", "--accounts", reports).out)
    told = {
        Path(one["origin"]).stem: [Path(path).stem for name in ("copies", "rewrites") for path in one[name]]
        for one in found
    }
    assert told == {"market-a": ["market-copy", "market-r"], "market-b": [], "mine-a": []}
    assert "5 reports, 3 origins" in recount("origins", reports).out
