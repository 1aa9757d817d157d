"""The ledger of the lists: rows, less those out of scope, less those that name somebody twice (rule 19)."""

from collections import Counter

from recount.assessment.dossier import Dossier
from recount.assessment.nameless import nameless_lines
from recount.assessment.people import Slice, doubt_lines
from recount.assessment.removals import removal_lines
from recount.assessment.settings import AssessmentSettings
from recount.model.codes import TallyKind
from recount.model.interval import Interval, exactly
from recount.model.ledger import Effect, Line


def list_lines(people: Slice, dossier: Dossier, settings: AssessmentSettings) -> tuple[Line, ...]:
    """Rows of every list, minus what must not be counted; the fold is the number of distinct people in the scope."""
    lines = [
        *_rows(dossier, settings),
        *_outside(people),
        *removal_lines(people, dossier.records, dossier.sources),
        *_repeats(people, dossier),
        *doubt_lines(people, _joined(people)),
    ]
    missing = any(one.kind is TallyKind.MISSING for one in dossier.assertions.tallies)
    return (*lines, *nameless_lines(people), *_policies(people, settings, counted_missing=missing))


def _rows(dossier: Dossier, settings: AssessmentSettings) -> list[Line]:
    by_list: dict[tuple[str, str], list[str]] = {}
    for record in dossier.assertions.records:
        by_list.setdefault((record.source, record.list_version or ""), []).append(record.id)
    names = {source.id: source.name for source in dossier.sources}
    order = sorted(by_list, key=lambda one: (one[0] != settings.register, one))
    return [_row_line(names.get(source, source), version, by_list[source, version]) for source, version in order]


def _row_line(name: str, version: str, rows: list[str]) -> Line:
    called = f"{name}, version {version}" if version else name
    rule = "every row of a list is one entry"
    return Line(Effect.ADDS, exactly(len(rows)), rule, f"entries in {called}", tuple(sorted(rows)), called)


def _outside(people: Slice) -> list[Line]:
    rows = sorted(record for victim in people.outside for record in victim.records)
    if not rows:
        return []
    says = "entries of people whose recorded outcome, date, place or population lies outside the scope"
    return [Line(Effect.SUBTRACTS, exactly(len(rows)), "outside the scope", says, tuple(rows), "out of scope")]


def _repeats(people: Slice, dossier: Dossier) -> list[Line]:
    """Rows beyond a person's first: in another version of a list, again within one, and on another list."""
    versions: Counter[str] = Counter()
    again: Counter[str] = Counter()
    for victim in people.victims:
        held = {(dossier.records[one].source, dossier.records[one].list_version) for one in victim.records}
        versions[victim.id] = len(held) - len(victim.sources)
        again[victim.id] = len(victim.records) - len(held)
    across = Counter({victim.id: len(victim.sources) - 1 for victim in people.victims})
    return [
        *_taken(versions, "earlier versions", "entries of people who stand in several versions of one list"),
        *_taken(again, "repeats", "entries that repeat a person within one list"),
        *_taken(across, "overlap", "entries of people who are on another list too"),
    ]


def _taken(rows: Counter[str], label: str, says: str) -> list[Line]:
    total = sum(rows.values())
    if total == 0:
        return []
    evidence = tuple(victim for victim, extra in rows.items() if extra)
    return [Line(Effect.SUBTRACTS, exactly(total), "one person, one count", says, evidence, label)]


def _joined(people: Slice) -> tuple[str, ...]:
    """The victims whose joining is least sure: what the doubt rests on."""
    unsure = tuple(victim.id for victim in people.victims if victim.joined < 0.99)
    return unsure or tuple(victim.id for victim in people.victims)


def _policies(people: Slice, settings: AssessmentSettings, *, counted_missing: bool) -> list[Line]:
    """Combatants, background and the known missing, by the policies of recount.toml; none unless stated.

    The missing whom a source counts are lines of their own, and the policy's number would count them again.
    """
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
    if settings.known_missing and not counted_missing:
        amount = Interval(0, settings.known_missing)
        says = "people known missing, who extend the high end only"
        lines.append(Line(Effect.ADDS, amount, "policy: known missing", says, everyone, "known missing"))
    return lines
