"""The naming policy: how much of a person may be shown (rule 34)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from recount.errors import SettingsError
from recount.model.assertions import Script, WrittenName
from recount.model.codes import AgeGroup
from recount.model.values import Age
from recount.publication.public import PublicName
from recount.publication.settings import PublicationSettings


class Naming(StrEnum):
    """How people are named, the most open first."""

    FULL = "full"
    INITIALS = "initials"
    NONE = "none"


_OPENNESS = (Naming.FULL, Naming.INITIALS, Naming.NONE)


@dataclass(frozen=True, slots=True)
class Policy:
    """What the owner of a case allows to be shown of people."""

    adults: Naming
    minors: Naming
    k: int
    show_rows: bool

    def of(self, age: Age | None) -> Naming:
        """How a person of this age is named. Someone of unknown age is treated as the naming policy says."""
        minor = age is not None and age.low < 18
        return max(self.adults, self.minors, key=_OPENNESS.index) if minor else self.adults

    @property
    def open(self) -> bool:
        """Whether everyone is named in full."""
        return self.adults is Naming.FULL and self.minors is Naming.FULL


def policy(settings: PublicationSettings) -> Policy:
    """Read the policy out of the settings.

    Raises:
        SettingsError: a word that is no naming policy.
    """
    try:
        adults, minors = Naming(settings.naming), Naming(settings.minors)
    except ValueError as error:
        raise SettingsError(f"recount.toml, [publication]: {error}; choose full, initials or none") from error
    return Policy(adults, minors, settings.k, settings.show_rows)


def names(written: Iterable[WrittenName], naming: Naming) -> tuple[PublicName, ...]:
    """As much of each name as may be shown, each way of writing it once."""
    if naming is Naming.NONE:
        return ()
    shown = (
        PublicName(name.text if naming is Naming.FULL else initials(name.text), name.script is Script.ARABIC)
        for name in written
    )
    return tuple(dict.fromkeys(shown))


def initials(name: str) -> str:
    """The first letter of each part: `Ali Hasan Mahmud` becomes `A. H. M.`"""
    return " ".join(f"{part[0]}." for part in name.replace("-", " ").split())


def age(value: Age | None, naming: Naming) -> str:
    """Years where the person is named in full, else the age group; empty where it is unknown."""
    if value is None:
        return ""
    if naming is not Naming.FULL:
        return "" if value.group is AgeGroup.UNKNOWN else value.group.value
    return str(value.low) if value.low == value.high else f"{value.low}–{value.high}"
