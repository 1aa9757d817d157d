"""How close a build came to the known truth."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from recount.model.evidence import Document, Locator
from recount.model.findings import Findings
from recount.model.interval import UNKNOWN, Interval
from recount.model.values import UNDETERMINED, party_inside
from recount.simulation.agreement import Agreement, bcubed, pairwise
from recount.simulation.known import Truth, read_truth

DOCUMENTED = "documented"


@dataclass(frozen=True, slots=True)
class Count:
    """One number that a build gave as an interval, beside the true one."""

    name: str
    says: str
    truth: int
    found: Interval

    @property
    def given(self) -> bool:
        """Whether the build gave a number at all."""
        return self.found.known

    @property
    def contained(self) -> bool:
        """Whether the interval holds the truth."""
        return self.given and self.found.holds(self.truth)

    @property
    def width(self) -> float | None:
        """The interval's width as a share of the truth, None where an end is open."""
        if self.found.low is None or self.found.high is None or not self.truth:
            return None
        return float(self.found.high - self.found.low) / self.truth


@dataclass(frozen=True, slots=True)
class Comparison:
    """A build beside the truth: counts, and how far the groups it made agree with the true ones.

    `pairs` and `people` compare records put together as one person, pair by pair and B-cubed; `incidents` compares
    claims and positions put together as one event, B-cubed; `positions` the links from a position to the incident it
    answers.
    """

    counts: tuple[Count, ...]
    pairs: Agreement
    people: Agreement
    incidents: Agreement
    positions: Agreement

    def count(self, name: str) -> Count:
        """The count with this name, such as `documented` or `estimated`."""
        return next(count for count in self.counts if count.name == name)

    @property
    def agreements(self) -> tuple[tuple[str, Agreement], ...]:
        """The comparisons of groups with what each is about."""
        return (
            ("records linked, pair by pair", self.pairs),
            ("people, B-cubed", self.people),
            ("incidents, B-cubed", self.incidents),
            ("positions, link by link", self.positions),
        )

    def table(self) -> str:
        """Plain text for a terminal."""
        wide = 2 + max([len(one.says) for one in self.counts] + [len(says) for says, _ in self.agreements], default=42)
        lines = [f"{'':{wide}}{'truth':>8}  {'found':<18}  holds"]
        for count in self.counts:
            holds = "yes" if count.contained else "no" if count.given else "-"
            lines.append(f"{count.says:{wide}}{count.truth:>8,}  {count.found!s:<18}  {holds}")
        lines.append(f"{'':{wide}}{'compared':>8}  precision  recall  F1")
        for says, one in self.agreements:
            lines.append(f"{says:{wide}}{one.things:>8,}  {one.precision:9.4f}  {one.recall:6.4f}  {one.f1:.4f}")
        return "\n".join(lines)

    def as_json(self) -> dict[str, object]:
        """Plain values for a JSON file."""
        return {
            "counts": [
                {
                    "name": count.name,
                    "says": count.says,
                    "truth": count.truth,
                    "low": count.found.low,
                    "high": count.found.high,
                    "contained": count.contained,
                }
                for count in self.counts
            ],
            "agreement": {
                says: {"things": one.things, "precision": one.precision, "recall": one.recall, "f1": one.f1}
                for says, one in self.agreements
            },
        }


def compare(truth_folder: Path, findings: Findings) -> Comparison:
    """Compare a build with the truth of the simulated case it was made of."""
    truth = read_truth(truth_folder)
    person_of = person_behind(findings, truth)
    victim_of = {record: victim.id for victim in findings.resolution.victims for record in victim.records}
    attack_of, incident_of = _incidents(findings, truth)
    return Comparison(
        counts=(*_totals(findings, truth, person_of), *_parties(findings, truth)),
        pairs=pairwise(victim_of, person_of),
        people=bcubed(victim_of, person_of),
        incidents=bcubed(incident_of, attack_of),
        positions=_answers(findings, attack_of),
    )


def person_behind(findings: Findings, truth: Truth) -> dict[str, str]:
    """The true person behind each record."""
    records = {record.id: (record.source, record.locator) for record in findings.records}
    return _labels(records, findings, truth.person_of)


def _totals(findings: Findings, truth: Truth, person_of: dict[str, str]) -> list[Count]:
    figures = {figure.name: figure.interval for figure in findings.figures}
    whole = next((one for one in findings.estimates if one.stratum == "all"), None)
    estimated = whole.interval if whole is not None and whole.interval is not None else UNKNOWN
    read = frozenset(person_of.values())
    return [
        Count(DOCUMENTED, "documented deaths in scope", len(truth.listed), figures.get(DOCUMENTED, UNKNOWN)),
        Count("people", "distinct people on the lists, all rows", len(read), findings.resolution.people),
        Count("estimated", "all deaths in scope, estimated", len(truth.counted), estimated),
    ]


def _parties(findings: Findings, truth: Truth) -> list[Count]:
    """Per party from what the sources lay to it to what may be its doing when all the undetermined are.

    What sources lay to a party is short of the truth wherever they name nobody, and claims nothing else.
    """
    figures = {figure.name: figure.interval for figure in findings.figures}
    killers = [truth.party_of[person] for person in sorted(truth.listed)]
    unsaid = figures.get(f"{DOCUMENTED}/{UNDETERMINED}", Interval(0, 0))
    counts = []
    for party in findings.parties:
        killed = sum(party_inside(killer, party.id) for killer in killers)
        found = figures.get(f"{DOCUMENTED}/{party.id}", UNKNOWN)
        most = Interval(found.low, (found + unsaid).high) if found.known else UNKNOWN
        counts.append(Count(f"possible/{party.id}", f"documented, by {party.name} or by nobody named", killed, most))
    return counts


def _incidents(findings: Findings, truth: Truth) -> tuple[dict[str, str], dict[str, str]]:
    """The true attack and the found incident of every claim and position that stands for one attack."""
    said: dict[str, tuple[str, Locator]] = {claim.id: (claim.source, claim.locator) for claim in findings.claims}
    said |= {position.id: (position.source, position.locator) for position in findings.acknowledgements}
    attack_of = {thing: attack for thing, attack in _labels(said, findings, truth.attack_of).items() if attack}
    incident_of = {thing: one.id for one in findings.incidents for thing in (*one.claims, *one.acknowledgements)}
    return attack_of, incident_of


def _answers(findings: Findings, attack_of: dict[str, str]) -> Agreement:
    """Of the links from positions to incidents, the right ones; of the positions that have an incident, those linked.

    An incident is about the attack that most of its claims are about.
    """
    about: dict[str, str] = {}
    for incident in findings.incidents:
        told = Counter(attack_of[claim] for claim in incident.claims if claim in attack_of)
        if told:
            about[incident.id] = min(told, key=lambda attack: (-told[attack], attack))
    links = [(one, incident.id) for incident in findings.incidents for one in incident.acknowledgements]
    judged = [(one, incident) for one, incident in links if one in attack_of and incident in about]
    right = {one for one, incident in judged if attack_of[one] == about[incident]}
    known = set(about.values())
    waited = [one.id for one in findings.acknowledgements if attack_of.get(one.id) in known]
    precision = len([one for one in judged if attack_of[one[0]] == about[one[1]]]) / len(judged) if judged else 1.0
    return Agreement(len(waited), precision, len(right) / len(waited) if waited else 1.0)


def _labels(
    things: dict[str, tuple[str, Locator]], findings: Findings, labels: dict[tuple[str, int], str]
) -> dict[str, str]:
    """The true label of each thing, by the source or file it stands in and its row."""
    documents = {document.id: document for document in findings.documents}
    found: dict[str, str] = {}
    for thing, (source, locator) in things.items():
        for name in _names(source, documents.get(locator.document)):
            label = labels.get((name, locator.row or 0))
            if label is not None:
                found[thing] = label
    return found


def _names(source: str, document: Document | None) -> Iterable[str]:
    yield source
    if document is not None:
        yield f"{source}/{document.path.rsplit('/', maxsplit=1)[-1]}"
