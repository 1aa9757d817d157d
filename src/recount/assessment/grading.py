"""Grade rules as declared data: conditions on one incident and one party (rule 21)."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from recount.errors import SettingsError
from recount.model.codes import Grade


@dataclass(frozen=True, slots=True)
class Standpoint:
    """What is known of one incident against one party.

    `voices` are the independent origins that name the party, `rivals` those that name only others; a party to the
    conflict is no voice against another. `accepted` says that the party accepts responsibility for harm, `fighters`
    that every account of the dead calls them fighters.
    """

    voices: tuple[str, ...]
    rivals: tuple[str, ...]
    accepted: bool
    fighters: bool


@dataclass(frozen=True, slots=True)
class GradeRule:
    """One declared rule: the grade it gives, the condition it needs, and a sentence for the page."""

    grade: Grade
    when: str
    says: str


CONDITIONS: dict[str, Callable[[Standpoint], bool]] = {
    "accepted": lambda known: known.accepted,
    "only_fighters": lambda known: known.fighters,
    "rivals": lambda known: bool(known.voices and known.rivals),
    "two_voices": lambda known: len(known.voices) >= 2,
    "one_voice": lambda known: len(known.voices) <= 1,
}


@lru_cache
def scale(name: str) -> tuple[GradeRule, ...]:
    """The rules of a named scale, in the order they are tried.

    Raises:
        SettingsError: no scale has that name.
    """
    text = files("recount.assessment").joinpath("data/scales.toml").read_text("utf-8")
    scales = tomllib.loads(text)
    if name not in scales:
        raise SettingsError(f"recount.toml, [assessment]: no scale {name!r}; choose one of {', '.join(sorted(scales))}")
    return tuple(GradeRule(Grade(rule["grade"]), rule["when"], rule["says"]) for rule in scales[name])


def graded(known: Standpoint, rules: tuple[GradeRule, ...]) -> GradeRule:
    """The first rule whose condition holds; the last one of a scale always does."""
    return next((rule for rule in rules if CONDITIONS[rule.when](known)), rules[-1])
