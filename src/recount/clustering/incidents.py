"""Claims, positions and victims into incidents by the source's own code, by likeness, and by decisions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from recount.clustering.groups import Groups
from recount.clustering.matching import answered, match_positions, suffered
from recount.clustering.nearness import locates_within
from recount.clustering.pairing import Pair, pairs
from recount.clustering.settings import ClusteringSettings
from recount.clustering.summary import summarise
from recount.clustering.tellings import Telling, tellings
from recount.model.assertions import Assertions, Claim, Standing
from recount.model.codes import Outcome
from recount.model.decisions import Judgement, Question, Verdict
from recount.model.incidents import Incident
from recount.model.people import Victim
from recount.model.register import PositionMatch

_HARM = (Outcome.KILLED, Outcome.INJURED, Outcome.MISSING, Outcome.CASUALTY)


def cluster(
    assertions: Assertions, victims: Sequence[Victim], verdicts: Sequence[Verdict], settings: ClusteringSettings
) -> list[Incident]:
    """The events behind accounts of harm, with the positions that answer them and the victims who died in them."""
    found = events(assertions.claims, verdicts, settings)
    return attached(found, match_positions(assertions, found, verdicts, settings), assertions, victims)


def events(
    claims: Sequence[Claim],
    verdicts: Sequence[Verdict],
    settings: ClusteringSettings,
    case: tuple[str, ...] | None = None,
) -> list[Incident]:
    """Group claims of harm into the events behind them.

    Claims of one code are one incident, and so are those of one report about one place and day. What sources tell is
    then joined where day, place, cause, number and party make it sure to be one event, against everything else those
    sources tell around it; what remains doubtful is told in `Incident.perhaps`. Order of the input is immaterial.

    Args:
        claims: all claims of the case; those that say neither where nor when well enough stand in no incident.
        verdicts: what reviewers decided.
        settings: when accounts are of one event.
        case: the path of the place the whole case is about, () for no place: a town in it, among others, and a day are
            an event. None where only what is finer than a town counts.
    """
    placed = [claim for claim in claims if _speaks_of_an_event(claim, case)]
    groups = Groups((claim.id for claim in placed), _judged(verdicts, Judgement.NO), _codes(placed))
    _join_by_decision(groups, {claim.id for claim in placed}, verdicts)
    _join_by_code(groups, placed)
    told = tellings(placed, case)
    compared = pairs(told, settings)
    _join_by_likeness(groups, told, compared, settings)
    by_id = {claim.id: claim for claim in placed}
    incidents = [summarise([by_id[member] for member in group]) for group in groups.all()]
    return _perhaps(incidents, [pair for pair in compared if pair.probability < 1])


def attached(
    found: Sequence[Incident], matches: Iterable[PositionMatch], assertions: Assertions, victims: Sequence[Victim]
) -> list[Incident]:
    """Events with what answers them (a position may answer several) and who died in them.

    Victims join by their records' code, else where one incident alone fits their day and place.
    """
    incidents = answered(found, matches, assertions.propositions)
    return sorted(suffered(incidents, victims), key=lambda incident: incident.id)


def _codes(placed: Iterable[Claim]) -> dict[str, tuple[str, str]]:
    """What keeps events apart: a source's own codes, and the events that one report tells one after another."""
    found = {}
    for claim in placed:
        if claim.incident is not None:
            found[claim.id] = (claim.source, claim.incident)
        elif claim.report is not None:
            found[claim.id] = (claim.locator.document, str(claim.report.event))
    return found


def _speaks_of_an_event(claim: Claim, case: tuple[str, ...] | None) -> bool:
    """Claims of harm to people that are asserted of one event; the parts of a larger claim come with it."""
    if claim.standing is not Standing.ASSERTED or claim.outcome not in _HARM:
        return False
    return claim.incident is not None or locates_within(claim.place, claim.period, case)


def _judged(verdicts: Iterable[Verdict], judgement: Judgement) -> list[tuple[str, ...]]:
    return [v.subject for v in verdicts if v.question is Question.SAME_EVENT and v.judgement is judgement]


def _join_by_decision(groups: Groups, known: set[str], verdicts: Iterable[Verdict]) -> None:
    for left, right in _judged(verdicts, Judgement.YES):
        if left in known and right in known:
            groups.join(left, right, decided=True)


def _join_by_code(groups: Groups, claims: Sequence[Claim]) -> None:
    """A source's code names one event within that source, and a code shared across sources was copied on purpose."""
    first: dict[str, str] = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        if claim.incident is not None:
            groups.join(first.setdefault(claim.incident, claim.id), claim.id)


def _join_by_likeness(
    groups: Groups, told: Sequence[Telling], compared: Sequence[Pair], settings: ClusteringSettings
) -> None:
    """Join what is surely one event, the surest first, unless the days of the whole would lie too far apart."""
    days = {claim: telling.days for telling in told for claim in telling.claims}
    for telling in told:
        for claim in telling.claims:
            groups.join(telling.id, claim)
    for pair in compared:
        if pair.probability >= settings.sure and _days_apart(groups, pair, days) <= settings.days:
            groups.join(pair.one, pair.other)


def _days_apart(groups: Groups, pair: Pair, days: Mapping[str, range]) -> int:
    """How many days lie between the earliest end and the latest start of two groups."""
    spans = [days[claim] for one in (pair.one, pair.other) for claim in groups.around(one) if claim in days]
    return max(span.start for span in spans) - min(span.stop - 1 for span in spans)


def _perhaps(incidents: Sequence[Incident], compared: Iterable[Pair]) -> list[Incident]:
    """What two incidents may have in common: the pairs of their tellings that were neither surely nor hardly one."""
    holder = {claim: incident.id for incident in incidents for claim in incident.claims}
    found: dict[str, set[str]] = {}
    for pair in compared:
        one, other = holder[pair.one], holder[pair.other]
        if one != other:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return [replace(incident, perhaps=tuple(sorted(found.get(incident.id, ())))) for incident in incidents]
