"""Steps of a ledger that count fewer than k people who are not named: told together, or they could be worked out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from recount.model.interval import UNKNOWN
from recount.model.ledger import Effect, Line, fold
from recount.publication.redaction.catalogue import Catalogue
from recount.publication.redaction.naming import Naming, Policy

RULE = "told together"
LABEL = "steps of few people"


Group = tuple[tuple[Line, int], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One step as it is published, with the numbers of the steps of the ledger it stands for."""

    line: Line
    numbers: tuple[int, ...]


def told(found: Catalogue, policy: Policy, lines: Sequence[Line], first: int = 1) -> list[Told]:
    """The steps of a ledger, none of which counts fewer than k people who are not named.

    A small step goes together with the smallest others that do the same, add or subtract, until they count k people.
    Where that leaves a small one, the whole ledger is one step: what it comes to is published anyhow.
    """
    groups: list[Group] = [((line, first + place),) for place, line in enumerate(lines)]
    small = _first_small(found, policy, groups)
    while small is not None:
        others = [group for group in groups if group is not small and _effect(group) is _effect(small)]
        if not others:
            return [Told(_whole(lines, policy), tuple(first + place for place in range(len(lines))))]
        nearest = min(others, key=lambda group: (len(_people(found, group)), group[0][1]))
        joined = tuple(sorted((*small, *nearest), key=lambda step: step[1]))
        groups = sorted([*(g for g in groups if g not in (small, nearest)), joined], key=lambda group: group[0][1])
        small = _first_small(found, policy, groups)
    return [_told(group, policy) for group in groups]


def hidden(found: Catalogue, policy: Policy, lines: Sequence[Line]) -> int:
    """How many steps of a ledger are not told one by one."""
    return sum(len(one.numbers) for one in told(found, policy, lines) if len(one.numbers) > 1)


def _first_small(found: Catalogue, policy: Policy, groups: Sequence[Group]) -> Group | None:
    if policy.open:
        return None
    return next((group for group in groups if _small(found, policy, group)), None)


def _small(found: Catalogue, policy: Policy, group: Group) -> bool:
    """Whether it counts some people who are not named, and fewer than k: by its evidence, or by its very number."""
    people = _people(found, group)
    unnamed = any(policy.of(found.victims[key].age) is not Naming.FULL for key in people)
    if not unnamed:
        return False
    total = fold(tuple(replace(line, effect=Effect.ADDS) for line, _ in group)).interval
    counted = bool(total.low) and total.high is not None and total.high < policy.k
    return len(people) < policy.k or counted


def _people(found: Catalogue, group: Group) -> set[str]:
    return {key for line, _ in group for key in _of(found, line)}


def _of(found: Catalogue, line: Line) -> Iterator[str]:
    for key in line.evidence:
        if key in found.victims:
            yield key
        elif key in found.person_of:
            yield found.person_of[key].id


def _effect(group: Group) -> Effect:
    return group[0][0].effect


def _told(group: Group, policy: Policy) -> Told:
    if len(group) == 1:
        return Told(group[0][0], (group[0][1],))
    lines = [line for line, _ in group]
    amount = fold(tuple(replace(line, effect=Effect.ADDS) for line in lines)).interval
    return Told(_joined(lines, policy, Line(_effect(group), amount, RULE, "")), tuple(number for _, number in group))


def _whole(lines: Sequence[Line], policy: Policy) -> Line:
    """A ledger as one step; of no known number where taking away is all it does, as in steps that stand beside."""
    adds = any(line.effect is Effect.ADDS for line in lines)
    return _joined(lines, policy, Line(Effect.ADDS, fold(tuple(lines)).interval if adds else UNKNOWN, RULE, ""))


def _joined(lines: Sequence[Line], policy: Policy, made: Line) -> Line:
    evidence = tuple(dict.fromkeys(key for line in lines for key in line.evidence))
    says = f"{len(lines)} steps are told together, since one alone would count fewer than {policy.k} people."
    return replace(made, says=says, evidence=evidence, label=LABEL)
