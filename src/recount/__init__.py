"""One defensible account of casualties: the front door. The verbs of the command line, over plain frozen values.

    import recount as rc
    records = rc.records(rc.extract(rc.ingest("my-case")))
    victims = rc.resolve(records, rc.link(records), rc.standing(rc.decisions("my-case")))
    tables  = rc.tabulate(victims, by=["month"])
    rc.estimate(tables["2017-03"], seed=1)
    rc.trace(rc.build("my-case"), "documented")

Importing it is cheap: each verb loads its room when it is first used.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from recount.model.decisions import fresh, standing
from recount.version import __version__

if TYPE_CHECKING:
    from recount.case import Case
    from recount.estimation.report import Report
    from recount.model.assertions import Assertions, Record
    from recount.model.decisions import Decision, Verdict
    from recount.model.estimates import CaptureTable
    from recount.model.evidence import Intake
    from recount.model.findings import Findings
    from recount.model.people import Links, Victim
    from recount.trace import Branch

__all__ = [
    "__version__",
    "build",
    "decisions",
    "estimate",
    "extract",
    "fresh",
    "ingest",
    "link",
    "open_case",
    "records",
    "resolve",
    "standing",
    "tabulate",
    "trace",
]


def open_case(case: str | Path) -> Case:
    """Open a case folder and read its recount.toml."""
    from recount.case import open_case as opened

    return opened(case)


def ingest(case: str | Path) -> Intake:
    """Take in every file of a case's sources: documents with their digests, and what was set aside."""
    from recount.ingestion import ingest as take_in
    from recount.ingestion import load_sources

    root = Path(case)
    sources, refused = load_sources(root)
    intake = take_in(root, sources)
    return replace(intake, set_aside=(*refused, *intake.set_aside), root=str(root))


def extract(intake: Intake, workers: int = 1) -> Assertions:
    """Read claims, records and positions out of what `ingest` took in."""
    from recount.extraction import extract as read
    from recount.ingestion import load_sources

    case = open_case(intake.root)
    sources, _ = load_sources(case.root)
    return read(intake, sources, case.settings.theatre, case.settings.extraction, workers)


def records(assertions: Assertions) -> tuple[Record, ...]:
    """The entries for single people among what the documents say."""
    return assertions.records


def link(records: Sequence[Record], **settings: Any) -> Links:
    """Score the pairs of records that may be one person; settings are those of `[linkage]`."""
    from recount.linkage import LinkageSettings
    from recount.linkage import link as linked

    return linked(records, LinkageSettings(**settings))


def resolve(
    records: Sequence[Record], links: Links, verdicts: Sequence[Verdict] = (), **settings: Any
) -> tuple[Victim, ...]:
    """The people behind the records; settings are those of `[linkage]`."""
    from recount.linkage import LinkageSettings
    from recount.linkage import resolve as resolved

    return resolved(records, links, verdicts, LinkageSettings(**settings)).victims


def decisions(case: str | Path) -> tuple[Decision, ...]:
    """Every decision in a case's logs, by reviewer and counter.

    Raises:
        LogDamaged: a log is not what was written.
    """
    from recount.store import JsonlLog

    return JsonlLog(Path(case) / "decisions").read().decisions


def tabulate(victims: Sequence[Victim], lists: Sequence[str] = (), by: Iterable[str] = ()) -> dict[str, CaptureTable]:
    """Capture tables by stratum; without `lists`, over every source that names a victim."""
    from recount.estimation import tabulate as tabulated

    every = tuple(lists) or tuple(sorted({source for victim in victims for source in victim.sources}))
    return tabulated(victims, every, tuple(by))


def estimate(table: CaptureTable, **settings: Any) -> Report:
    """A total that includes the undocumented, or a refusal that says why; settings are those of `[estimation]`.

    It is an `Estimate` that shows itself with its plots in a notebook.
    """
    from recount.estimation import EstimationSettings
    from recount.estimation.report import report

    return report(table, EstimationSettings(**settings))


def build(case: str | Path, workers: int = 1) -> Findings:
    """Run the whole line for a case and write its pages."""
    from recount.pipeline import build as built

    return built(open_case(case), workers)


def trace(findings: Findings, subject: str) -> Branch:
    """A figure, or anything with an id, back to its sentences, rows and decisions."""
    from recount.trace import trace as traced

    return traced(findings, subject)
