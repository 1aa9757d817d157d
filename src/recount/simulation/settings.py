"""What a simulated conflict may choose."""

from dataclasses import dataclass
from datetime import date

_REGISTER_SHARE = 9_606 / 10_800


@dataclass(frozen=True, slots=True)
class SimulationSettings:
    """The size and the hardness of an invented conflict; the same settings write the same bytes on any machine.

    `deaths` is the true number of people killed in the city during the battle. `register_rows` is the exact number of
    rows of the morgue's register, its known share of the deaths when None. Shares are of the deaths: how many people
    the other lists hold. `reports` is the number of incidents that newspapers wrote about, `recorded` how many times
    more of the events than usual the databases know, and `rounds` how often the parties speak of each. The rest are
    rates at which lists are damaged: `lost_letters` final letters lost per name, `typos` mistyped letters per name,
    `repeats` people entered twice, `unnamed` bodies without a name, `wrong_ids` official ids mistyped or given to a
    relative.
    """

    seed: int = 2019
    deaths: int = 10_800
    register_rows: int | None = None
    hospital_share: float = 0.16
    victims_share: float = 0.22
    official_share: float = 0.24
    reports: int = 16
    recorded: float = 1.0
    rounds: int = 1
    lost_letters: float = 0.045
    typos: float = 0.025
    repeats: float = 0.024
    unnamed: float = 0.035
    wrong_ids: float = 0.02
    start: date = date(2018, 9, 10)
    end: date = date(2019, 6, 14)

    @property
    def register_size(self) -> int:
        """How many rows the morgue's register has."""
        return self.register_rows if self.register_rows is not None else round(self.deaths * _REGISTER_SHARE)

    @property
    def days(self) -> int:
        """Length of the battle in days, both ends counted."""
        return (self.end - self.start).days + 1


SMALL = SimulationSettings(deaths=300, reports=6)
"""A town of 300 dead: large enough for every kind of row, small enough to build in a few seconds."""
