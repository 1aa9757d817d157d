"""The ledger of the lists: rows, less those out of scope, less those that name somebody twice (rule 19)."""

from collections import Counter

from recount.assessment.dossier import Dossier
from recount.assessment.people import Slice, doubt_lines, within
from recount.assessment.settings import AssessmentSettings
from recount.model.findings import Victim
from recount.model.interval import Interval, exactly
from recount.model.ledger import Effect, Line
from recount.model.scope import Scope


def list_lines(dossier: Dossier, scope: Scope, settings: AssessmentSettings) -> tuple[Line, ...]:
    """Rows of every list, minus what must not be counted; the fold is the number of distinct people in the scope."""
    people = within(dossier.resolution, scope)
    lines = [*_rows(dossier, settings), *_outside(people), *_repeats(people), *doubt_lines(people, _joined(people))]
    return (*lines, *_policies(people, settings))


def _rows(dossier: Dossier, settings: AssessmentSettings) -> list[Line]:
    by_source: dict[str, list[str]] = {}
    for record in dossier.assertions.records:
        by_source.setdefault(record.source, []).append(record.id)
    names = {source.id: source.name for source in dossier.sources}
    order = sorted(by_source, key=lambda source: (source != settings.register, source))
    return [
        Line(
            Effect.ADDS,
            exactly(len(by_source[source])),
            "every row of a list is one entry",
            f"entries in {names.get(source, source)}",
            tuple(sorted(by_source[source])),
            names.get(source, source),
        )
        for source in order
    ]


def _outside(people: Slice) -> list[Line]:
    rows = sorted(record for victim in people.outside for record in victim.records)
    if not rows:
        return []
    says = "entries of people whose recorded outcome, date, place or population lies outside the scope"
    return [Line(Effect.SUBTRACTS, exactly(len(rows)), "outside the scope", says, tuple(rows), "out of scope")]


def _repeats(people: Slice) -> list[Line]:
    within_lists = [victim for victim in people.victims if len(victim.records) > len(victim.sources)]
    across = [victim for victim in people.victims if len(victim.sources) > 1]
    again = sum(len(victim.records) - len(victim.sources) for victim in within_lists)
    shared = sum(len(victim.sources) - 1 for victim in across)
    lines = []
    if again:
        says = "entries that repeat a person within one list"
        lines.append(
            Line(Effect.SUBTRACTS, exactly(again), "one person, one count", says, _ids(within_lists), "repeats")
        )
    if shared:
        says = "entries of people who are on another list too"
        lines.append(Line(Effect.SUBTRACTS, exactly(shared), "one person, one count", says, _ids(across), "overlap"))
    return lines


def _ids(victims: list[Victim]) -> tuple[str, ...]:
    return tuple(victim.id for victim in victims)


def _joined(people: Slice) -> tuple[str, ...]:
    """The victims whose joining is least sure: what the doubt rests on."""
    unsure = tuple(victim.id for victim in people.victims if victim.joined < 0.99)
    return unsure or tuple(victim.id for victim in people.victims)


def _policies(people: Slice, settings: AssessmentSettings) -> list[Line]:
    """Combatants, background and the known missing, by the policies of recount.toml; none unless stated."""
    found, lines = len(people.victims), []
    everyone = tuple(victim.id for victim in people.victims)
    low, high = settings.combatants
    if high:
        amount = Interval(round(found * low), round(found * high))
        rule = f"policy: {low:.0%} to {high:.0%} of the people are fighters"
        lines.append(
            Line(Effect.SUBTRACTS, amount, rule, "people taken for fighters by policy", everyone, "combatants")
        )
    if settings.background[1]:
        amount = Interval(*settings.background)
        says = "deaths of other causes that the register mixes in"
        lines.append(Line(Effect.SUBTRACTS, amount, "policy: background deaths", says, everyone, "background"))
    if settings.known_missing:
        amount = Interval(0, settings.known_missing)
        says = "people known missing, who extend the high end only"
        lines.append(Line(Effect.ADDS, amount, "policy: known missing", says, everyone, "known missing"))
    return lines


def histories(people: Slice) -> Counter[tuple[str, ...]]:
    """How many people are on each set of lists."""
    return Counter(victim.sources for victim in people.victims)
