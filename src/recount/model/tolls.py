"""What claims say together of everyone killed or injured in one event."""

from collections.abc import Iterable, Sequence

from recount.model.assertions import Claim, Standing
from recount.model.codes import ClaimKind, Comparator, Outcome, Population, Unit
from recount.model.interval import UNKNOWN, Interval, hull_of

_APART = (
    (Population.CIVILIANS, Population.FIGHTERS),
    (Population.WOMEN, Population.CHILDREN, Population.MEN),
)
"""Groups that hold nobody in common, so that their numbers may be added."""


_GROUPS = (Population.FIGHTERS, Population.WOMEN, Population.CHILDREN, Population.MEN)


def toll(claims: Iterable[Claim], outcome: Outcome, population: Population = Population.PEOPLE) -> Interval:
    """The hull of what each report, and each row of a table, says of all people of one outcome in one event.

    A report speaks by its total where all claims of that total are of this event. Claims that count everyone speak
    for themselves, and parts of them ("including 14 children") do not. Vague words speak only where nobody gives a
    figure. Reports that only count groups ("three children were killed") speak where none counts everyone, groups that
    share nobody added up; beside others they are a floor, and never make fewer of the dead.

    Args:
        claims: claims of one event.
        outcome: what happened to the people.
        population: whom to count. Of civilians, fighters are left out; of a group, what is said of that group alone.
    """
    of_event = [claim for claim in claims if claim.outcome is outcome and _may_count(claim, population)]
    if population in _GROUPS:
        return hull_of([claim.closed for claim in of_event if _counts_people(claim)])
    here = {claim.id for claim in of_event}
    voices = [(_said(voice, here), any(claim.counts_everyone for claim in voice)) for voice in _voices(of_event)]
    everyone = _figures([one for said, whole in voices if whole for one in said])
    groups = _figures([one for said, whole in voices if not whole for one in said])
    if not everyone.known:
        return groups
    beyond = groups.known and everyone.high is not None and groups.floor > everyone.high
    return everyone.hull(groups) if beyond else everyone


def _figures(said: Sequence[tuple[Interval, bool]]) -> Interval:
    """The hull of what is said, of vague words only where there is nothing else."""
    figures = [interval for interval, vague in said if not vague]
    return hull_of(figures or [interval for interval, _ in said])


def figures_first(claims: Iterable[Claim]) -> list[Claim]:
    """The claims that count everyone, without vague words where anybody gives a figure."""
    whole = [claim for claim in claims if claim.counts_everyone]
    return [claim for claim in whole if not _vague(claim)] or whole


def _voices(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims of one report, or of one row of a table."""
    found: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        at = claim.locator
        entry = at.pointer.rpartition("/")[0] if at.pointer is not None else at.row
        found.setdefault((at.document, at.sheet, entry), []).append(claim)
    return list(found.values())


def _said(voice: Sequence[Claim], here: set[str]) -> list[tuple[Interval, bool]]:
    """What one voice says of everyone, each with whether only a vague word says it."""
    totals = {one.report for one in voice if one.report is not None and set(one.report.claims) <= here}
    added = {claim for total in totals for claim in total.claims}
    told = [(total.closed, _by_words(total.claims, voice)) for total in sorted(totals, key=lambda one: one.claims)]
    alone = [claim for claim in voice if claim.id not in added]
    whole = [claim for claim in alone if claim.counts_everyone]
    if told or any(claim.population is Population.PEOPLE for claim in whole):
        return told + [(claim.closed, _vague(claim)) for claim in whole]
    groups = _groups(alone)
    return [(groups, all(map(_vague, alone)))] if groups.known else []


def _by_words(ids: Sequence[str], voice: Sequence[Claim]) -> bool:
    figures = [claim for claim in voice if claim.id in ids and claim.quantity.interval.known]
    return bool(figures) and all(map(_vague, figures))


def _vague(claim: Claim) -> bool:
    return claim.quantity.kind is ClaimKind.VAGUE


def _groups(claims: Sequence[Claim]) -> Interval:
    """What groups of people come to together: of the ways to add groups that share nobody, the one with most dead."""
    open_wholes = {claim.id for claim in claims if not claim.quantity.interval.known}
    counted = [claim for claim in claims if _counts_a_group(claim, open_wholes)]
    by_group = {one: hull_of([c.closed for c in counted if c.population is one]) for one in {*_APART[0], *_APART[1]}}
    sums = [_sum([by_group[one] for one in apart if by_group[one].known]) for apart in _APART]
    return max(sums, key=lambda interval: interval.floor)


def _sum(parts: Sequence[Interval]) -> Interval:
    return sum(parts[1:], parts[0]) if parts else UNKNOWN


def _may_count(claim: Claim, population: Population) -> bool:
    """Whether a claim may be of the people that are counted."""
    if population in _GROUPS:
        return claim.population is population
    return population is not Population.CIVILIANS or claim.population is not Population.FIGHTERS


def _counts_a_group(claim: Claim, open_wholes: set[str]) -> bool:
    """Whether a claim counts people of a group; where the number of the whole is not given, its parts are known."""
    free = claim.part_of is None or (claim.part_of in open_wholes and claim.relation == "part")
    return free and _counts_people(claim) and claim.quantity.comparator is not Comparator.UP_TO


def _counts_people(claim: Claim) -> bool:
    asserted = claim.standing is Standing.ASSERTED and claim.quantity.interval.known
    return asserted and claim.quantity.unit in (Unit.PEOPLE, Unit.BODIES)
