"""The truth folder: what no pipeline ever reads, only the comparison afterwards."""

from dataclasses import dataclass
from pathlib import Path

from recount.model.values import party_inside
from recount.simulation.inclusion import Lists
from recount.simulation.listings import Listing, csv_text, write_text
from recount.simulation.parties import PARTIES
from recount.simulation.registers import OFFICIAL_LIST
from recount.simulation.stories import Story
from recount.simulation.world import KILLED, Person, World

PERSON_HEADER = (
    "person",
    "name",
    "sex",
    "age",
    "attack",
    "civilian",
    "counted",
    "died",
    "place",
    "party",
    "cause",
)
README = """# The truth of the invented city

Simulated. Nobody in these files ever lived, and the city, its parties and its war are invented.
The pipeline never opens this folder; `recount.simulation.compare` does, after a build.

- `persons.csv`: everybody who died or was wounded. `counted` is `yes` for those the case counts, killed in the city
  during the battle; the others say why not: `outside`, `natural`, `injured`. Day, place, party and cause are those of
  the attack in `incidents.csv`, and are written only for deaths that belong to none.
- `membership.csv`: the person behind each row of each list. `list` is the source, with the file where it has several;
  `row` is the number a spreadsheet shows, the header being row 1; in a JSON list the first object is row 1.
- `incidents.csv`: every attack as it was. `claims.csv`: the attack that each row of an incident database, each
  position and each report is about; empty where it is about the battle as a whole.
- `reports.csv`: which report is a copy or a rewrite of which. `parties.csv`, `lists.csv`, `totals.csv`: what there was
  and how much.
"""


@dataclass(frozen=True, slots=True)
class Told:
    """What was written into the sources: lists of people, tables of claims, and reports."""

    persons: tuple[Listing, ...]
    claims: tuple[Listing, ...]
    reports: tuple[Story, ...]


def write_truth(out: Path, world: World, lists: Lists, told: Told) -> None:
    """Write the truth folder."""
    about = [*_rows(told.claims), *((f"{one.source}/{_base(one.file)}", "", one.attack) for one in told.reports)]
    copies: list[tuple[str, ...]] = [(story.path, story.attack, story.kind, story.repeats) for story in told.reports]
    tables: dict[str, tuple[tuple[str, ...], list[tuple[str, ...]]]] = {
        "persons": (PERSON_HEADER, _people(world)),
        "membership": (("list", "row", "person"), _rows(told.persons)),
        "incidents": (("attack", "day", "place", "party", "cause", "killed"), _attacks(world)),
        "claims": (("document", "row", "attack"), about),
        "reports": (("file", "attack", "kind", "repeats"), copies),
        "parties": (("party", "name", "killed", "listed"), _parties(world, lists)),
        "lists": (("list", "rows", "people", "counted"), _lists(world, told.persons)),
        "totals": (("what", "people"), _totals(world, lists)),
    }
    write_text(out / "truth" / "README.md", README)
    for name, (header, rows) in tables.items():
        write_text(out / "truth" / f"{name}.csv", csv_text(header, rows))


def _people(world: World) -> list[tuple[str, ...]]:
    return [
        (
            person.id,
            person.dweller.name.arabic,
            person.dweller.sex,
            str(person.age),
            person.attack,
            "yes" if person.civilian else "no",
            _counted(person),
            *(
                ("", "", "", "")
                if person.attack
                else (person.day.isoformat(), person.place, person.party, person.cause)
            ),
        )
        for person in world.people
    ]


def _counted(person: Person) -> str:
    if person.in_scope:
        return "yes"
    return "outside" if person.outcome == KILLED else person.outcome


def _rows(listings: tuple[Listing, ...]) -> list[tuple[str, ...]]:
    return [
        (_called(listing), str(number), subject)
        for listing in listings
        for number, subject in zip(listing.numbers, listing.truth, strict=True)
    ]


def _called(listing: Listing) -> str:
    """The source's id, with the file's name where a source has several."""
    several = listing.source == OFFICIAL_LIST
    return f"{listing.source}/{_base(listing.file)}" if several else listing.source


def _base(file: str) -> str:
    return file.rsplit("/", maxsplit=1)[-1]


def _attacks(world: World) -> list[tuple[str, ...]]:
    return [(one.id, one.day.isoformat(), one.place, one.party, one.cause, str(one.size)) for one in world.attacks]


def _parties(world: World, lists: Lists) -> list[tuple[str, ...]]:
    listed = lists.listed
    rows: list[tuple[str, ...]] = []
    for party in PARTIES:
        killed = [person for person in world.dead if party_inside(person.party, party.id)]
        known = sum(person.id in listed for person in killed)
        rows.append((party.id, party.name, str(len(killed)), str(known)))
    return rows


def _lists(world: World, persons: tuple[Listing, ...]) -> list[tuple[str, ...]]:
    scope = {person.id for person in world.dead}
    return [
        (
            _called(listing),
            str(len(listing.rows)),
            str(len(set(listing.truth))),
            str(len(set(listing.truth) & scope)),
        )
        for listing in persons
    ]


def _totals(world: World, lists: Lists) -> list[tuple[str, ...]]:
    return [
        ("killed in scope", str(len(world.dead))),
        ("on at least one list", str(len(lists.listed))),
        ("on no list", str(len(world.dead) - len(lists.listed))),
    ]
