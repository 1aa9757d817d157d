"""What a release keeps back, how much of it, and why: read before anything is handed on."""

from collections.abc import Iterator
from dataclasses import dataclass

from recount.model.codes import PlacePrecision
from recount.model.evidence import Source
from recount.model.findings import Findings
from recount.model.people import Victim
from recount.publication.redaction.catalogue import catalogue, of_people
from recount.publication.redaction.naming import Naming, Policy, policy
from recount.publication.redaction.small import withheld as small
from recount.publication.redaction.together import hidden
from recount.publication.settings import PublicationSettings

CHILDREN = 18


@dataclass(frozen=True, slots=True)
class Withheld:
    """One thing that is not shown: what, of how many, and the setting or rule that keeps it back."""

    what: str
    count: int
    why: str


def withheld(findings: Findings, settings: PublicationSettings) -> tuple[Withheld, ...]:
    """Everything that a release with these settings keeps back; nothing where all may be shown."""
    chosen = policy(settings)
    found = (
        *_names(findings, chosen),
        *_rows(findings, chosen),
        *_homes(findings),
        *_texts(findings, settings),
        *_small(findings, chosen),
    )
    return tuple(one for one in found if one.count)


def _small(findings: Findings, chosen: Policy) -> Iterator[Withheld]:
    told = f"[publication] k = {chosen.k}: so that no group of fewer people can be worked out"
    left_out = small(known := catalogue(findings), chosen)
    yield Withheld("figures by month, sex, age or party", len(left_out), told)
    shown = [figure for key, figure in known.figures.items() if key not in left_out]
    steps = sum(hidden(known, chosen, lines) for figure in shown for lines in (figure.lines, figure.excluded))
    yield Withheld("steps of ledgers, told together", steps, told)


def _names(findings: Findings, chosen: Policy) -> Iterator[Withheld]:
    people = [victim for victim in findings.resolution.victims if victim.named]
    for how, what in ((Naming.NONE, "names of people"), (Naming.INITIALS, "names of people, but for their initials")):
        hidden = [victim for victim in people if chosen.of(victim.age) is how]
        young = sum(_minor(victim) for victim in hidden)
        yield Withheld(what, len(hidden) - young, f"[publication] naming = “{chosen.adults.value}”")
        strictest = chosen.minors if chosen.adults is not how else chosen.adults
        setting = "minors" if chosen.adults is not how else "naming"
        yield Withheld(what.replace("people", "children"), young, f"[publication] {setting} = “{strictest.value}”")


def _minor(victim: Victim) -> bool:
    return victim.age is not None and victim.age.low < CHILDREN


def _rows(findings: Findings, chosen: Policy) -> Iterator[Withheld]:
    for source in findings.sources:
        rows = sum(len(table.rows) for one in findings.documents if one.source == source.id for table in one.tables)
        closed = of_people(source) and not chosen.show_rows
        if closed:
            told = f"[publication] show_rows = false; counted in groups of at least {chosen.k}"
            yield Withheld(f"rows of {source.name or source.id}", rows, told)
        elif of_people(source):
            yield Withheld(f"columns of {source.name or source.id}", _sealed(source), "sealed in its source.toml")


def _sealed(source: Source) -> int:
    return len(source.mapping.sealed) if source.mapping is not None else 0


def _homes(findings: Findings) -> Iterator[Withheld]:
    exact = [
        victim
        for victim in findings.resolution.victims
        if victim.place is not None and victim.place.precision is PlacePrecision.BUILDING
    ]
    yield Withheld("exact places of people", len(exact), "homes are never published; shown by neighbourhood")


def _texts(findings: Findings, settings: PublicationSettings) -> Iterator[Withheld]:
    if settings.texts != "full":
        reports = sum(document.text is not None for document in findings.documents)
        yield Withheld(
            "reports, but for their sentences with claims", reports, f"[publication] texts = “{settings.texts}”"
        )
