"""Questions to ask of findings, in the words of the cases."""

from collections.abc import Iterable, Sequence

from recount.model.assertions import Acknowledgement, Claim
from recount.model.discrepancies import Discrepancy, DiscrepancyKind
from recount.model.evidence import Document
from recount.model.findings import Findings
from recount.model.incidents import Incident
from recount.model.interval import Interval


class Answers:
    """Findings, looked up by source, phrase and kind."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self._documents = {document.id: document for document in findings.documents}
        self._claims = {claim.id: claim for claim in findings.claims}

    def document(self, claim: Claim) -> Document:
        """The document a claim stands in."""
        return self._documents[claim.locator.document]

    def words(self, claim: Claim) -> str:
        """The exact characters a claim points at."""
        return (self.document(claim).text or "")[claim.locator.start : claim.locator.end]

    def sentence(self, claim: Claim) -> str:
        """The sentence around a claim."""
        start, end = claim.sentence or (0, 0)
        return (self.document(claim).text or "")[start:end]

    def claims(self, *phrases: str, source: str | None = None) -> list[Claim]:
        """Claims read out of reports whose sentence holds all of the phrases, in order of where they stand."""
        found = [
            claim
            for claim in self.findings.claims
            if claim.locator.start is not None
            and (source is None or claim.source == source)
            and all(phrase in self.sentence(claim) for phrase in phrases)
        ]
        return sorted(found, key=lambda claim: (claim.locator.document, claim.locator.start or 0))

    def claim(self, number: str, *phrases: str, source: str) -> Claim:
        """The one claim of a source whose own phrase holds the number."""
        found = [
            claim for claim in self.claims(*phrases, source=source) if number.casefold() in claim.phrase.casefold()
        ]
        assert len(found) == 1, f"{source}: {len(found)} claims say {number!r} in {phrases}: {found}"
        return found[0]

    def discrepancies(self, kind: DiscrepancyKind, *subjects: str) -> list[Discrepancy]:
        """Discrepancies of one kind that are about all of the subjects."""
        return [one for one in self.findings.discrepancies if one.kind is kind and set(subjects) <= set(one.subjects)]

    def position(self, code: str) -> Acknowledgement:
        """The position with a code of the table of official positions."""
        found = [one for one in self.findings.acknowledgements if code in (self._code(one),)]
        assert len(found) == 1, f"{len(found)} positions have the code {code}"
        return found[0]

    def _code(self, position: Acknowledgement) -> str | None:
        document = self._documents[position.locator.document]
        for table in document.tables:
            for row in table.rows:
                if row.number == position.locator.row:
                    return row.cells[table.header.index("Code")]
        return None

    def incident(self, code: str) -> Incident:
        """The incident with a code of the table of claims."""
        found = [incident for incident in self.findings.incidents if code in incident.codes]
        assert len(found) == 1, f"{len(found)} incidents have the code {code}"
        return found[0]

    def origins_of(self, claims: Iterable[Claim]) -> set[str]:
        """The independent origins behind claims; a claim outside any origin is its own."""
        known = {claim: origin.id for origin in self.findings.origins for claim in origin.claims}
        return {known.get(claim.id, claim.id) for claim in claims}


def number(discrepancy: Discrepancy, name: str) -> Interval:
    """A named value of a discrepancy."""
    found = dict(discrepancy.numbers)
    assert name in found, f"{discrepancy.title}: no number is called {name!r}, only {sorted(found)}"
    return found[name]


def close(interval: Interval, low: float, high: float, digits: int = 1) -> bool:
    """Whether an interval's two ends are the given ones, rounded."""
    if interval.low is None or interval.high is None:
        return False
    return (round(float(interval.low), digits), round(float(interval.high), digits)) == (low, high)


def says(discrepancies: Sequence[Discrepancy], *words: str) -> list[Discrepancy]:
    """Those whose title or explanation holds all of the words."""
    return [one for one in discrepancies if all(word in f"{one.title} {one.says}" for word in words)]
