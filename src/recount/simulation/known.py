"""The truth folder, read again for the comparison after a build."""

import csv
from dataclasses import dataclass
from pathlib import Path

from recount.errors import CaseError


@dataclass(frozen=True, slots=True)
class Truth:
    """What truly was.

    `person_of` gives the person behind a list and row, `attack_of` the attack behind a table's row or a report (row 0);
    `counted` are the people the case counts, `party_of` who killed them, `killed_in` how many an attack killed.
    """

    person_of: dict[tuple[str, int], str]
    attack_of: dict[tuple[str, int], str]
    counted: frozenset[str]
    party_of: dict[str, str]
    killed_in: dict[str, int]

    @property
    def listed(self) -> frozenset[str]:
        """The counted people who are on at least one list."""
        return self.counted & frozenset(self.person_of.values())


def read_truth(folder: Path) -> Truth:
    """Read a truth folder.

    Raises:
        CaseError: a file of it is missing; the case was not written by `recount simulate`, or not whole.
    """
    attacks = {row["attack"]: row for row in _rows(folder, "incidents")}
    people = _rows(folder, "persons")
    counted = [row for row in people if row["counted"] == "yes"]
    return Truth(
        person_of={(row["list"], int(row["row"])): row["person"] for row in _rows(folder, "membership")},
        attack_of={(row["document"], int(row["row"] or 0)): row["attack"] for row in _rows(folder, "claims")},
        counted=frozenset(row["person"] for row in counted),
        party_of={row["person"]: row["party"] or attacks[row["attack"]]["party"] for row in counted},
        killed_in={attack: int(row["killed"]) for attack, row in attacks.items()},
    )


def _rows(folder: Path, name: str) -> list[dict[str, str]]:
    path = folder / f"{name}.csv"
    try:
        return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    except FileNotFoundError as error:
        raise CaseError(f"{path}: there is no such file; only a case of `recount simulate` has a truth") from error
