"""What is known of an event beside its number: the evidence behind each assessment, and whom it was laid to when."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from recount.assessment.dossier import Dossier
from recount.assessment.positions import current
from recount.model.assertions import Acknowledgement
from recount.model.breakdowns import Blamed, BlameHistory, EvidenceMatrix, EvidenceUse, Used
from recount.model.codes import EvidenceKind, Position
from recount.model.exhibits import Exhibit
from recount.model.incidents import Incident
from recount.model.values import UNDETERMINED, party_inside


def matrices(dossier: Dossier) -> tuple[EvidenceMatrix, ...]:
    """For each incident and each party that takes a position on it, the kinds of evidence used and those absent.

    A kind is used where the party says so of its position, or a source says that the party reviewed it. What exists
    and is not released, and what exists and was not used, are told apart from what nobody says exists.
    """
    by_code: dict[str, list[Exhibit]] = {}
    for exhibit in dossier.assertions.exhibits:
        by_code.setdefault(exhibit.incident or "", []).append(exhibit)
    found = []
    for incident in dossier.incidents:
        held = [one for code in incident.codes for one in by_code.get(code, ())]
        standing = current(dossier.positions[one] for one in incident.acknowledgements)
        if held or any(one.evidence for one in standing):
            for party in dict.fromkeys(one.party for one in standing):
                found.append(_matrix(incident, [one for one in standing if one.party == party], held, dossier))
    return tuple(found)


def _matrix(
    incident: Incident, standing: Sequence[Acknowledgement], held: Sequence[Exhibit], dossier: Dossier
) -> EvidenceMatrix:
    uses = tuple(_use(kind, standing, [one for one in held if one.kind is kind], dossier) for kind in EvidenceKind)
    return EvidenceMatrix(incident.id, standing[0].party, uses, standing[0].id)


def _use(
    kind: EvidenceKind, standing: Sequence[Acknowledgement], held: Sequence[Exhibit], dossier: Dossier
) -> EvidenceUse:
    seen = [one.id for one in held if _reviewed(one, standing[0].party, dossier)]
    said = [one.id for one in standing if kind in one.evidence]
    if seen or said:
        return EvidenceUse(kind, Used.USED, tuple(sorted((*seen, *said))))
    ids = tuple(sorted(one.id for one in held))
    if not held:
        return EvidenceUse(kind, Used.ABSENT)
    return EvidenceUse(kind, Used.HELD_BACK if all(one.released is False for one in held) else Used.NOT_USED, ids)


def _reviewed(exhibit: Exhibit, party: str, dossier: Dossier) -> bool:
    """Whether the party, a partner of it, or a holder that speaks for it, is among those who looked at it."""
    named = [dossier.party_called(name) for name in exhibit.reviewed_by]
    named += [exhibit.party] if exhibit.holder and exhibit.holder in exhibit.reviewed_by else []
    return any(one is not None and party_inside(one, party) for one in named)


def blame(dossier: Dossier) -> tuple[BlameHistory, ...]:
    """The incidents laid to different parties by different voices or at different times, with who said what when."""
    histories = (BlameHistory(incident.id, _steps(incident, dossier)) for incident in dossier.incidents)
    return tuple(one for one in histories if len({step.parties for step in one.steps}) > 1)


def _steps(incident: Incident, dossier: Dossier) -> tuple[Blamed, ...]:
    told = [*_by_claims(incident, dossier), *_by_positions(incident, dossier)]
    ordered = sorted(told, key=lambda pair: (pair[1].day or date.max, pair[1].assertion))
    first: dict[tuple[object, ...], Blamed] = {}
    for voice, step in ordered:
        first.setdefault((voice, step.parties), step)
    return tuple(first.values())


def _by_claims(incident: Incident, dossier: Dossier) -> Iterable[tuple[str, Blamed]]:
    for claim in (dossier.claims[one] for one in incident.claims):
        named = claim.attribution
        if named is not None and named.parties and named.parties != (UNDETERMINED,):
            by = claim.claimant or claim.source
            step = Blamed(claim.published, by, tuple(sorted(named.parties)), claim.id)
            yield dossier.origin(claim), step


def _by_positions(incident: Incident, dossier: Dossier) -> Iterable[tuple[str, Blamed]]:
    names: Mapping[str, str] = {party.id: party.name for party in dossier.parties}
    for one in (dossier.positions[each] for each in incident.acknowledgements):
        if one.position is Position.ACCEPTS:
            yield one.party, Blamed(one.stated, names.get(one.party, one.party), (one.party,), one.id)
