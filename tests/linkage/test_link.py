"""Link: records in, scored pairs out."""

import random
import subprocess
import sys
from dataclasses import replace

import pytest

from recount.errors import PlugInMissing
from recount.linkage import LinkageSettings, link, records, resolve
from recount.linkage.columns import columns
from recount.linkage.engine import ENGINES, Evidence
from recount.linkage.pairs import Pairs
from recount.model.assertions import Assertions
from recount.model.codes import Basis
from recount.model.values import Period
from tests.linkage.people import a_city, a_record, by_habit, pair_of

CITY, WHO = a_city(400)


@pytest.fixture(scope="module")
def links():
    return link(CITY)


def test_a_register_in_arabic_and_a_list_in_latin_letters_are_joined(links):
    likely = {(pair.left, pair.right) for pair in links.pairs if pair.probability >= links.threshold}
    right = {pair for pair in likely if WHO[pair[0]] == WHO[pair[1]]}
    on_both = len(WHO) - len(set(WHO.values()))
    assert len(right) / len(likely) >= 0.97
    assert len(right) / on_both >= 0.97


def test_brothers_killed_together_are_two_people(links):
    for pair in links.pairs:
        if pair.probability >= links.threshold and WHO[pair.left] != WHO[pair.right]:
            pytest.fail(f"{pair} joins two people")


def test_two_lists_in_latin_letters_are_joined_although_they_romanise_by_different_habits():
    records, who = by_habit(600, ("latin", "french"))
    found = {(pair.left, pair.right) for pair in link(records).pairs if pair.probability >= 0.5}
    right = [pair for pair in found if who[pair[0]] == who[pair[1]]]
    assert len(right) / len(found) >= 0.97
    assert len(right) / (len(who) - len(set(who.values()))) >= 0.92


@pytest.mark.parametrize(("one", "other"), [("Hasan", "Hussein"), ("Mohammed", "Mahmoud"), ("Ahmed", "Hamid")])
def test_look_alikes_in_one_script_do_not_come_above_review(one: str, other: str):
    facts = {"day": "2020-03-17", "age": 31}
    pair = [a_record(name, f"{name} Nazim Kamal al-Dabbagh", name, **facts) for name in (one, other)]
    found = pair_of(link([*CITY, *pair]).pairs, one, other)
    assert found is None or found.probability < LinkageSettings().review


def test_weights_add_up_to_the_probability(links):
    for pair in links.pairs[:300]:
        bits = sum(weight.bits for weight in pair.weights)
        assert pair.probability == pytest.approx(1 / (1 + 2**-bits), abs=0.02)


def test_every_pair_says_what_both_sides_wrote_and_what_kin_explain(links):
    pair = next(pair for pair in links.pairs if pair.probability > 0.99)
    told = {weight.comparison: weight.says for weight in pair.weights}
    assert " / " in told["given name"]
    assert "kin" in told
    assert told["prior"]


def test_pairs_come_sorted_and_only_above_the_floor(links):
    keys = [(pair.left, pair.right) for pair in links.pairs]
    assert keys == sorted(keys)
    assert all(pair.left < pair.right and 0.02 <= pair.probability <= 1 for pair in links.pairs)


def test_the_order_of_the_records_is_immaterial(links):
    shuffled = list(CITY)
    random.Random(5).shuffle(shuffled)
    assert link(shuffled) == links


def test_linking_again_gives_the_same(links):
    assert link(CITY) == links


@pytest.mark.parametrize("processors", [1, 4])
def test_the_number_of_processors_is_immaterial(links, monkeypatch, processors: int):
    monkeypatch.setattr("os.sched_getaffinity", lambda _: set(range(processors)), raising=False)
    monkeypatch.setattr("recount.linkage.screening._PORTION", 97)
    assert link(CITY) == links


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [("حسن", "Hussein"), ("حسين", "Hassan"), ("محمد", "Mahmoud"), ("محمود", "Mohammed"), ("أحمد", "Hamid"),
     ("حامد", "Ahmad"), ("سليم", "Salma"), ("جاسم", "Qasim")],
)  # fmt: skip
def test_look_alikes_do_not_come_above_review(arabic: str, latin: str):
    facts = {"day": "2020-03-17", "age": 31}
    pair = [
        a_record("look", f"{arabic} ناظم كمال الدباغ", "morgue", **facts),
        a_record("alike", f"{latin} Nazim Kamal al-Dabbagh", "names", **facts),
    ]
    found = pair_of(link([*CITY, *pair]).pairs, "look", "alike")
    assert found is None or found.probability < LinkageSettings().review


def test_two_parts_of_a_name_alone_link_nobody():
    found = link([a_record("a", "سالم الدباغ"), a_record("b", "Salem al-Dabbagh", "names"), *CITY])
    pair = pair_of(found.pairs, "a", "b")
    assert pair is None or pair.probability < found.threshold


def test_bodies_without_a_name_are_never_joined_on_day_place_and_age():
    bodies = [
        a_record(f"body-{number}", "", source, 30, day="2020-03-17", place=CITY[0].place, sex=CITY[0].sex)
        for number, source in enumerate(("morgue", "morgue", "names"))
    ]
    found = link([*bodies, *CITY])
    assert not [pair for pair in found.pairs if "body" in pair.left or "body" in pair.right]


def test_one_official_id_of_two_given_names_is_for_review_and_not_a_merge():
    facts = {"source": "ids", "official_id": "77", "day": "2020-03-17"}
    one, other = a_record("one", "سالم ناظم كمال الدباغ", **facts), a_record("two", "فؤاد ناظم كمال الدباغ", **facts)
    found = link([one, other, *CITY])
    assert len(resolve([one, other], found).victims) == 2
    pair = pair_of(found.pairs, "one", "two")
    if pair is not None:
        assert any("error to review" in weight.says for weight in pair.weights)


def test_an_official_id_joins_two_versions_of_one_list():
    rows = [
        a_record(
            f"v{version}", "سالم ناظم كمال الدباغ", "ids", official_id="77", list_version=version, day="2020-03-17"
        )
        for version in ("1", "2")
    ]
    assert pair_of(link([*rows, *CITY]).pairs, "v1", "v2").probability > 0.9


def test_a_registration_is_not_a_death_but_may_not_come_before_it():
    facts = {"age": 40}
    died = a_record("died", "Salem Nazim Kamal al-Dabbagh", "names", day="2020-03-17", **facts)
    after = replace(a_record("after", "سالم ناظم كمال الدباغ", **facts), registered=died.died.end.replace(day=19))
    before = replace(after, id="r-before", registered=died.died.end.replace(month=1))
    late = pair_of(link([died, after, *CITY]).pairs, "after", "died")
    early = pair_of(link([died, before, *CITY]).pairs, "before", "died")
    assert late is not None
    assert early is None or early.probability < late.probability


def test_half_a_date_is_no_agreement():
    half = replace(a_record("half", "سالم ناظم"), died=Period(None, CITY[0].died.end, basis=Basis.STATED))
    assert columns([half]).died == (None,)


def test_no_records_and_one_record_link_nothing():
    assert link([]).pairs == ()
    assert link([a_record("a", "سالم")]).pairs == ()
    assert resolve([], link([])).victims == ()


def test_bad_names_neither_crash_nor_explode():
    names = ["سالم " * 200, "x" * 500, "", "  ", "17", "\x00\x07Salem", "a\u202eb c", "Салим Хасан", "٣٤", "ال", "عبد"]
    bad = [a_record(f"bad-{number}", name, day="2020-03-17") for number, name in enumerate(names)]
    same = [a_record(f"same-{number:04}", "محمد احمد علي", "names") for number in range(1500)]
    found = link([*bad, *same])
    assert dict(found.blocks)["pairs that share a key"] < 200_000
    assert any("were not compared" in told for told in found.bounded)
    assert not any("محمد" in told or "mhmd" in told for told in found.bounded)


def test_an_engine_that_is_not_installed_is_named():
    with pytest.raises(PlugInMissing, match=r"linkage\.engine is 'zingg'"):
        link([a_record("a", "سالم")], LinkageSettings(engine="zingg"))


class Silent:
    """An engine that compares everything and weighs nothing but names."""

    name = "silent"

    def __init__(self, table, blocks, seed):
        self.count = len(table.records)

    def candidates(self) -> list[Pairs]:
        import numpy as np

        return [Pairs(*(side.astype(np.int64) for side in np.triu_indices(self.count, 1)))]

    def weigh(self, pairs: Pairs) -> list[Evidence]:
        return []


def test_another_engine_can_take_the_place_of_ours(monkeypatch):
    monkeypatch.setitem(ENGINES, "silent", Silent)
    found = link(CITY[:60], LinkageSettings(engine="silent"))
    assert found.engine == "silent"
    assert {weight.comparison for pair in found.pairs for weight in pair.weights} <= {
        "prior", "given name", "father's name", "grandfather's name", "family name", "parts of the name", "kin",
        "rivals",
    }  # fmt: skip


def test_records_come_out_of_what_was_extracted_in_order():
    one, other = a_record("b", "سالم"), a_record("a", "ناظم")
    assert records([Assertions(records=(one,)), Assertions(records=(other,))]) == (other, one)


def test_importing_linkage_loads_no_database():
    code = "import sys, recount.linkage; print([m for m in ('duckdb', 'splink', 'numpy', 'scipy') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
