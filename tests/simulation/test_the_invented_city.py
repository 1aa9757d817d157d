"""The invented city: the same bytes everywhere, and the truth it promises."""

import csv
import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from recount.simulation import SimulationSettings, simulate
from recount.simulation.chance import Chance
from recount.simulation.names import PersonName
from recount.simulation.world import build

COMMITTED = Path(__file__).resolve().parents[2] / "examples" / "invented-city"
DERIVED = ("build", "site", "decisions")


def written(folder: Path) -> dict[str, bytes]:
    """Every file of a case folder but those a build adds."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] not in DERIVED
    }


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small city of 400 dead."""
    folder = tmp_path_factory.mktemp("town")
    simulate(folder, SimulationSettings(deaths=400, reports=6, seed=3))
    return folder


def test_the_committed_city_is_what_the_default_settings_write(tmp_path: Path) -> None:
    simulate(tmp_path)
    fresh, committed = written(tmp_path), written(COMMITTED)
    assert sorted(fresh) == sorted(committed)
    assert [name for name in fresh if fresh[name] != committed[name]] == []


def test_the_committed_city_is_lean() -> None:
    assert sum(map(len, written(COMMITTED).values())) < 4 * 2**20


def test_another_seed_gives_another_city(town: Path, tmp_path: Path) -> None:
    simulate(tmp_path, SimulationSettings(deaths=400, reports=6, seed=4))
    register = "sources/morgue/documents/register.csv"
    assert (town / register).read_bytes() != (tmp_path / register).read_bytes()


def test_the_register_has_exactly_9606_rows() -> None:
    assert len(table(COMMITTED / "sources/morgue/documents/register.csv")) == 9_606


def test_chance_draws_the_same_numbers_on_every_machine() -> None:
    """Only `random()` is promised never to change, so these numbers never may."""
    chance = Chance(1, "a", "b")
    assert [chance.below(1000) for _ in range(5)] == [115, 176, 219, 860, 190]
    assert Chance(1, "a").unit() != Chance(1, "b").unit()


def test_every_row_of_every_list_has_a_person_behind_it(town: Path) -> None:
    people = {row["person"] for row in table(town / "truth/persons.csv")}
    rows = table(town / "truth/membership.csv")
    assert {row["person"] for row in rows} <= people
    told = Counter(row["list"] for row in rows)
    assert told["morgue"] == len(table(town / "sources/morgue/documents/register.csv"))
    assert told["hospital"] == len(json.loads((town / "sources/hospital/documents/patients.json").read_text("utf-8")))
    assert told["ngo-victims"] == len(table(town / "sources/ngo-victims/documents/victims.csv"))


def test_row_numbers_are_those_of_a_spreadsheet(town: Path) -> None:
    lines = (town / "sources/ngo-victims/documents/victims.csv").read_text("utf-8").splitlines()
    sexes = {row["person"]: row["sex"] for row in table(town / "truth/persons.csv")}
    for row in table(town / "truth/membership.csv"):
        if row["list"] == "ngo-victims":
            cells = next(csv.reader([lines[int(row["row"]) - 1]]))
            assert cells[2] == sexes[row["person"]][0].upper()


def test_the_case_counts_exactly_the_deaths_that_were_asked_for(town: Path) -> None:
    people = table(town / "truth/persons.csv")
    assert sum(row["counted"] == "yes" for row in people) == 400
    assert sum(int(row["killed"]) for row in table(town / "truth/incidents.csv")) == 400


def test_some_deaths_are_on_no_list_and_lists_overlap(town: Path) -> None:
    totals = {row["what"]: int(row["people"]) for row in table(town / "truth/totals.csv")}
    assert totals["on no list"] > 0
    assert totals["on at least one list"] + totals["on no list"] == totals["killed in scope"]
    rows = table(town / "truth/membership.csv")
    lists = Counter(person for person, _ in {(row["person"], row["list"].split("/")[0]) for row in rows})
    assert sum(count > 1 for count in lists.values()) > 50


def test_lists_lean_on_each_other() -> None:
    """Known to the hospital, likelier to be on the list of names."""
    on = {name: set() for name in ("hospital", "ngo-victims")}
    for row in table(COMMITTED / "truth/membership.csv"):
        if row["list"] in on:
            on[row["list"]].add(row["person"])
    counted = {row["person"] for row in table(COMMITTED / "truth/persons.csv") if row["counted"] == "yes"}
    asked = on["hospital"] & counted
    apart = len(asked) * len(on["ngo-victims"]) / len(counted)
    assert 1.2 < len(asked & on["ngo-victims"]) / apart < 2.2


def test_whole_families_die_in_one_attack() -> None:
    homes = Counter((person.attack, person.dweller.household) for person in build(SimulationSettings()).dead)
    assert sum(count for count in homes.values() if count >= 4) > 2_000


def test_brothers_and_sisters_share_father_and_family_but_no_given_name() -> None:
    homes: dict[int, list[PersonName]] = {}
    for person in build(SimulationSettings(deaths=3_000)).people:
        if person.dweller.role in ("son", "daughter"):
            homes.setdefault(person.dweller.household, []).append(person.dweller.name)
    assert any(len(names) > 3 for names in homes.values())
    for names in homes.values():
        assert len({name.given for name in names}) == len(names)
        assert len({(name.father, name.grandfather, name.family) for name in names}) == 1


def test_some_sons_bear_their_fathers_name() -> None:
    names = [person.dweller.name for person in build(SimulationSettings()).dead]
    assert 20 < sum(name.given == name.father for name in names) < 300


def test_dates_stay_near_the_battle(town: Path) -> None:
    days = [row["day"] for row in table(town / "truth/incidents.csv")]
    assert date(2018, 9, 10).isoformat() <= min(days)
    assert max(days) <= date(2019, 6, 14).isoformat()


def test_everything_says_that_it_is_simulated(town: Path) -> None:
    assert "simulated = true" in (town / "recount.toml").read_text("utf-8")
    for path in sorted((town / "sources").glob("*/source.toml")):
        assert "simulated" in path.read_text("utf-8").splitlines()[0]
    for path in sorted((town / "sources").glob("*/documents/*")):
        if path.suffix in (".txt", ".md", ".html"):
            text = path.read_text("utf-8")
            assert "Simulated" in text or "محاكى" in text


@pytest.mark.parametrize("deaths", [50, 77, 150])
def test_a_very_small_city_is_written_whole(deaths: int, tmp_path: Path) -> None:
    simulate(tmp_path, SimulationSettings(deaths=deaths, seed=deaths))
    register = table(tmp_path / "sources/morgue/documents/register.csv")
    assert len(register) == SimulationSettings(deaths=deaths).register_size
