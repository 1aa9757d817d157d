"""What graded incidents add to a count: all of it where there are no lists, the part beyond them where there are."""

from collections.abc import Sequence
from dataclasses import replace

from recount.assessment.dossier import Dossier
from recount.assessment.harm import Harm, harm, sure_victims
from recount.assessment.overlaps import overlap_lines
from recount.assessment.settings import AssessmentSettings
from recount.model.codes import Grade
from recount.model.incidents import Assessment, Incident
from recount.model.interval import Interval
from recount.model.ledger import Effect, Line
from recount.model.scope import Scope
from recount.model.values import UNDETERMINED, party_inside

_ORDER = list(Grade)


def incident_lines(
    dossier: Dossier, assessments: Sequence[Assessment], settings: AssessmentSettings
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """One line per incident: those of the headline's grades count, the others and all residuals stand beside."""
    counted: list[tuple[Incident, Line]] = []
    beside: list[Line] = []
    best = strongest(assessments)
    for incident in dossier.incidents:
        found = harm(incident, dossier)
        grade = best.get(incident.id)
        line = _line(incident, found, grade)
        if grade is not None and grade.value in settings.headline:
            counted.append((incident, line))
        else:
            beside.append(line)
        if found.residual.known:
            beside.append(_residual(incident, found))
    return _summed(counted, dossier), tuple(beside)


def party_lines(
    party: str, dossier: Dossier, assessments: Sequence[Assessment], settings: AssessmentSettings
) -> tuple[Line, ...]:
    """The incidents graded against one party: in full where it alone is named, open at the low end where others are."""
    laid = laid_to(assessments, settings)
    best = strongest(assessments)
    lines: list[tuple[Incident, Line]] = []
    for incident in dossier.incidents:
        named = laid.get(incident.id, frozenset())
        if any(party_inside(one, party) for one in named):
            line = _line(incident, harm(incident, dossier), best.get(incident.id))
            alone = all(party_inside(one, party) for one in named)
            lines.append((incident, line if alone else replace(line, amount=Interval(0, line.amount.high))))
    return _summed(lines, dossier)


def _summed(lines: Sequence[tuple[Incident, Line]], dossier: Dossier) -> tuple[Line, ...]:
    """The lines of incidents, and what their sum may count twice."""
    overlaps = overlap_lines([(incident, line.amount) for incident, line in lines], dossier)
    return (*(line for _, line in lines), *overlaps)


def beyond_lists(
    dossier: Dossier, assessments: Sequence[Assessment], settings: AssessmentSettings, scope: Scope
) -> tuple[Line, ...]:
    """Deaths in incidents that no list is known to hold: shown beside the lists' figure, since they may overlap it."""
    best, lines = strongest(assessments), []
    for incident in (one for one in dossier.incidents if may_lie(one, scope)):
        found = harm(incident, dossier)
        more = 0 if found.documented.high is None else found.documented.high - len(incident.victims)
        grade = best.get(incident.id)
        if more > 0 and grade is not None and grade.value in settings.headline:
            says = f"deaths in {_called(incident)} beyond the {len(incident.victims)} people the lists place there"
            rule = "incidents may hold people that lists hold under another day or place"
            lines.append(Line(Effect.ADDS, Interval(0, more), rule, says, _evidence(incident), _called(incident)))
    return tuple(lines)


def held_line(dossier: Dossier, assessments: Sequence[Assessment], settings: AssessmentSettings) -> Line:
    """The people of the lists whom counted incidents hold: as declared, and never fewer than their codes say."""
    best = strongest(assessments)
    counted = [one for one in dossier.incidents if one.id in best and best[one.id].value in settings.headline]
    by_code = {one for incident in counted for one in sure_victims(incident, dossier)}
    low, high = settings.held_by_incidents
    amount = Interval(max(low, len(by_code)), max(high, len(by_code)))
    evidence = (*(one.id for one in counted), *sorted(by_code))
    says = "people on the lists whom incidents already hold"
    return Line(Effect.SUBTRACTS, amount, "policy: overlap that is known", says, evidence, "held by incidents")


def may_lie(incident: Incident, scope: Scope) -> bool:
    """Whether nothing known of an incident's day and place puts it outside a scope."""
    apart = incident.period is not None and scope.period is not None and not incident.period.overlaps(scope.period)
    place, wanted = incident.place, scope.place
    away = place is not None and wanted is not None and bool(place.path)
    return not apart and not (away and place and wanted and not (place.inside(wanted) or wanted.inside(place)))


def surely_lies(incident: Incident, scope: Scope) -> bool:
    """Whether an incident's day and place are known to lie in a scope."""
    then = scope.period is None or (incident.period is not None and incident.period.inside(scope.period))
    here = scope.place is None or (incident.place is not None and incident.place.inside(scope.place))
    return then and here


def laid_to(assessments: Sequence[Assessment], settings: AssessmentSettings) -> dict[str, frozenset[str]]:
    """The parties each incident is laid to by a grade the headline includes."""
    found: dict[str, frozenset[str]] = {}
    for one in assessments:
        if one.grade.value in settings.headline and one.party != UNDETERMINED:
            found[one.incident] = found.get(one.incident, frozenset()) | set(one.party.split("+"))
    return found


def strongest(assessments: Sequence[Assessment]) -> dict[str, Grade]:
    """The strongest grade each incident has against any party."""
    best: dict[str, Grade] = {}
    for one in assessments:
        now = best.get(one.incident, one.grade)
        best[one.incident] = min(now, one.grade, key=_ORDER.index)
    return best


def _line(incident: Incident, found: Harm, grade: Grade | None) -> Line:
    says = f"killed in {_called(incident)}: {found.why}"
    rule = f"graded {grade.value}" if grade is not None else "not graded"
    return Line(Effect.ADDS, found.documented, rule, says, _evidence(incident), _called(incident))


def _residual(incident: Incident, found: Harm) -> Line:
    says = f"claimed in {_called(incident)} beyond what is conceded: contested, neither deleted nor added"
    return Line(Effect.ADDS, found.residual, "contested residual", says, _evidence(incident), _called(incident))


def _called(incident: Incident) -> str:
    place = incident.place.written or incident.place.id if incident.place is not None else "an unknown place"
    when = f", {incident.period}" if incident.period is not None else ""
    return f"{incident.title or place}{when}"


def _evidence(incident: Incident) -> tuple[str, ...]:
    return (incident.id, *incident.claims, *incident.acknowledgements)
