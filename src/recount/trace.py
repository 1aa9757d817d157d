"""Any figure back to its sentences, rows and decisions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from recount.errors import UnknownSubject
from recount.model.assertions import Acknowledgement, Claim, Proposition, Record
from recount.model.decisions import Decision
from recount.model.discrepancies import Discrepancy
from recount.model.evidence import Document, Locator
from recount.model.findings import Findings
from recount.model.incidents import Assessment, Incident
from recount.model.ledger import Figure, Line
from recount.model.origins import Origin
from recount.model.people import ScoredPair, Victim


@dataclass(frozen=True, slots=True)
class Branch:
    """One thing and what it rests on: a sentence about it, where it stands, and the branches below."""

    id: str
    says: str
    where: str = ""
    children: "tuple[Branch, ...]" = ()


def trace(findings: Findings, subject: str) -> Branch:
    """The tree below a figure's name, or below the id of anything in the case.

    Raises:
        UnknownSubject: nothing in the case answers to it; the message names what does.
    """
    return Tracer(findings).of(subject)


class Tracer:
    """Looks things up by id and draws what they rest on; a leaf is a sentence, a row or a decision."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings

    def of(self, subject: str) -> Branch:
        """The branch of a figure's name or of an id.

        Raises:
            UnknownSubject: nothing answers to it.
        """
        thing = self._known.get(subject)
        if thing is None:
            names = ", ".join(figure.name for figure in self._findings.figures[:12])
            raise UnknownSubject(f"nothing here is called {subject!r}; figures are {names}; or give an id")
        return self._branch(thing)

    @cached_property
    def _known(self) -> Mapping[str, object]:
        known = self._findings
        kinds: tuple[
            Iterable[
                Figure
                | Claim
                | Record
                | Acknowledgement
                | Proposition
                | Victim
                | Incident
                | Origin
                | Discrepancy
                | Document
                | Decision
            ],
            ...,
        ] = (
            known.figures,
            known.claims,
            known.records,
            known.acknowledgements,
            known.propositions,
            known.resolution.victims,
            known.incidents,
            known.origins,
            known.discrepancies,
            known.documents,
            known.decisions,
        )
        return {one.id: one for kind in kinds for one in kind} | {one.name: one for one in known.figures}

    @cached_property
    def _joins(self) -> dict[tuple[str, str], ScoredPair]:
        return {(pair.left, pair.right): pair for pair in self._findings.links.pairs}

    def _branch(self, thing: object) -> Branch:  # noqa: PLR0911
        match thing:
            case Figure():
                return self._figure(thing)
            case Victim():
                return self._victim(thing)
            case Incident():
                return self._incident(thing)
            case Origin():
                return Branch(thing.id, f"one voice: {thing.says}", "", self._all(thing.claims))
            case Discrepancy():
                return Branch(thing.id, f"{thing.kind}: {thing.says}", "", self._all(thing.subjects))
            case Decision():
                return Branch(thing.id, f"decision: {thing.question} {thing.judgement}: {thing.reason}", thing.reviewer)
            case Document():
                return Branch(thing.id, f"document {thing.title or thing.path}", thing.path)
            case Record():
                return self._record(thing)
            case Claim():
                return self._claim(thing)
            case Acknowledgement():
                figure = str(thing.conceded) if thing.conceded.known else "no figure"
                says = f"position of {thing.party}: {thing.position}, {figure}"
                return Branch(thing.id, f"{says} {_quoted(thing.words)}".strip(), self._where(thing.locator))
            case Proposition():
                says = f"{thing.claimant} {thing.side} that {thing.says}"
                return Branch(thing.id, f"{says} {_quoted(thing.words)}".strip(), self._where(thing.locator))
        raise UnknownSubject(f"{thing!r} cannot be traced; give the id of an assertion or a finding")

    def _all(self, ids: Iterable[str]) -> tuple[Branch, ...]:
        return tuple(self._branch(self._known[one]) for one in ids if one in self._known)

    def _figure(self, figure: Figure) -> Branch:
        lines = (
            *(self._line(line) for line in figure.lines),
            *(self._line(one, beside=True) for one in figure.excluded),
        )
        return Branch(figure.id, f"{figure.name}: {figure.balance}", str(figure.scope.kind), lines)

    def _line(self, line: Line, *, beside: bool = False) -> Branch:
        effect = "beside, not counted:" if beside else line.effect
        return Branch("", f"{effect} {line.amount} {line.says}", line.rule, self._all(line.evidence))

    def _victim(self, victim: Victim) -> Branch:
        name = " / ".join(name.text for name in victim.names) or "without a name"
        pairs = [self._joins[pair] for pair in self._pairs(victim) if pair in self._joins]
        why = tuple(Branch("", f"joined with probability {p.probability:.3f}", self._bits(p)) for p in pairs)
        return Branch(victim.id, f"person {name}", "", (*self._all(victim.records), *why, *self._all(victim.decisions)))

    def _pairs(self, victim: Victim) -> list[tuple[str, str]]:
        ids = victim.records
        return [(left, right) for n, left in enumerate(ids) for right in ids[n + 1 :]]

    def _bits(self, pair: ScoredPair) -> str:
        return ", ".join(f"{weight.comparison} {weight.bits:+.1f}" for weight in pair.weights)

    def _incident(self, incident: Incident) -> Branch:
        grades = tuple(self._grade(one) for one in self._findings.assessments if one.incident == incident.id)
        place = incident.place.written or incident.place.id if incident.place is not None else "an unknown place"
        rest = (*incident.claims, *incident.acknowledgements, *incident.propositions, *incident.victims)
        says = f"incident {incident.title or place}: killed {incident.killed}"
        return Branch(incident.id, says, str(incident.period or ""), (*grades, *self._all(rest)))

    def _grade(self, one: Assessment) -> Branch:
        return Branch("", f"graded {one.grade} against {one.party}: {one.says}", one.rule)

    def _record(self, record: Record) -> Branch:
        name = " / ".join(name.text for name in record.names) or "without a name"
        return Branch(record.id, f"entry {name}", self._where(record.locator))

    def _claim(self, claim: Claim) -> Branch:
        said = self.sentence(claim)
        chain = " ← ".join(claim.chain)
        return Branch(claim.id, f"{_quoted(said or claim.phrase)} {chain}".strip(), self._where(claim.locator))

    def sentence(self, claim: Claim) -> str:
        """The sentence a claim stands in, exactly as its document has it; empty for a claim out of a table."""
        document = self._known.get(claim.locator.document)
        if not isinstance(document, Document) or document.text is None or claim.sentence is None:
            return ""
        start, end = claim.sentence
        return document.text[start:end]

    def _where(self, locator: Locator) -> str:
        document = self._known.get(locator.document)
        path = document.path if isinstance(document, Document) else locator.document
        return str(locator).replace(locator.document, path, 1)


def _quoted(words: str) -> str:
    return f"“{' '.join(words.split())}”" if words else ""
