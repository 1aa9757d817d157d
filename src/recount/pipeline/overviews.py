"""What a case comes to beside its figures: list versions, the register of positions, evidence, breakdowns, blame."""

from dataclasses import dataclass

from recount.assessment import AssessmentSettings, Dossier
from recount.assessment.counting import people_in
from recount.assessment.disaggregation import breakdowns
from recount.assessment.overview import blame, matrices
from recount.assessment.statements import disputes, lags, revisions
from recount.model.breakdowns import BlameHistory, Breakdown, EvidenceMatrix
from recount.model.register import PositionMatch, PositionRegister


@dataclass(frozen=True, slots=True)
class Overview:
    """The parts of the findings that no figure is made of."""

    register: PositionRegister
    matrices: tuple[EvidenceMatrix, ...]
    breakdowns: tuple[Breakdown, ...]
    blame: tuple[BlameHistory, ...]


def overview(desk: Dossier, matches: tuple[PositionMatch, ...], settings: AssessmentSettings) -> Overview:
    """Everything on the desk, looked at as a whole; parties come in the order of recount.toml."""
    told = desk.assertions
    running = {report.position for report in told.monthly}  # a running total that grows revises nothing
    revised = tuple(one for one in revisions(told.acknowledgements) if one.later not in running)
    late = lags(told.acknowledgements, desk.incidents, [party.id for party in desk.parties])
    return Overview(
        PositionRegister(matches, revised, late, disputes(told.propositions, desk.incidents)),
        matrices(desk),
        breakdowns(people_in(desk, desk.scope, settings)) if told.records else (),
        blame(desk),
    )
