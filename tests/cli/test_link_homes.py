"""Spreadsheets that say where people lived."""

import csv
import random

from tests.cli.test_link import run

GIVEN = ("anna", "bruno", "clara", "david", "emil", "frida", "georg", "hanna", "ivan", "jana", "karl", "lena")
FAMILY = ("adler", "brandt", "conrad", "dietz", "ebert", "fuchs", "graf", "huber", "jung", "kraus", "lang", "maurer")
STREETS = ("mill lane", "harbour road", "chapel street", "orchard way", "station road", "long acre")
HEADERS = ("id", "given name", "surname", "house number", "street", "suburb", "postcode", "phone", "date of birth")


def a_person(number, chance):
    return [
        f"{number}", chance.choice(GIVEN), chance.choice(FAMILY), f"{chance.randrange(1, 99)}", chance.choice(STREETS),
        f"quarter {chance.randrange(20)}", f"{chance.randrange(1000, 9999)}", f"0{chance.randrange(10**8, 10**9)}",
        f"19{chance.randrange(10, 99)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 28):02}",
    ]  # fmt: skip


def two_lists(folder, *, people=300):
    """A list and the same with a given name replaced in every tenth row, the parts swapped in another tenth."""
    chance = random.Random(5)
    rows = [a_person(number, chance) for number in range(people)]
    others = [list(row) for row in rows]
    for number, row in enumerate(others):
        if number % 10 == 0:
            row[1] = chance.choice([name for name in GIVEN if name != row[1]])
        if number % 10 == 5:
            row[1], row[2] = row[2], row[1]
    for name, some in (("one", rows), ("two", others)):
        with (folder / f"{name}.csv").open("w", newline="") as file:
            csv.writer(file).writerows([HEADERS, *some])
    return folder / "one.csv", folder / "two.csv"


def linked(folder, *options):
    one, two = two_lists(folder)
    run(one, two, "--out", folder / "out.csv", "--force", *options)
    with (folder / "out.csv").open() as file:
        rows = list(csv.DictReader(file))
    person = {(row["list"], row["id"]): row["person_id"] for row in rows}
    return {number for (where, number), who in person.items() if where == "one" and person["two", number] == who}, len(
        {row["person_id"] for row in rows}
    )


def test_swapped_names_are_learned_and_with_the_promise_another_given_name_is_no_twin(tmp_path):
    swapped = {f"{number}" for number in range(5, 300, 10)}
    replaced = {f"{number}" for number in range(0, 300, 10)}
    free, _ = linked(tmp_path)
    promised, people = linked(tmp_path, "--one-to-one")
    assert len(swapped & free) >= 0.9 * len(swapped)
    assert len(replaced & promised) >= 0.9 * len(replaced)
    assert len(promised) >= 0.98 * 300
    assert people <= 306


def test_fields_of_a_home_and_parts_of_a_name_can_be_mapped(tmp_path):
    told = (
        "given=given name,surname=surname,address=house number+street,suburb=suburb,postcode=postcode,phone=phone,"
        "birth_date=date of birth"
    )
    together, _ = linked(tmp_path, "--one-to-one", "--map", told)
    assert len(together) >= 0.98 * 300
