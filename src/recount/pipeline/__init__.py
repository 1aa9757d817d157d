"""The straight line: documents and decisions in, findings and pages out. Nothing else composes stages.

    Document --extract--+- Record --link,resolve--> Victim --tabulate--> CaptureTable --estimate--> Estimate -+
                        +- Claim -----------+                                                       reconcile +
                        +- Acknowledgement -+-cluster--> Incident --assess--> Assessment --count--> Figure -+-> publish

Each step is kept under the digests of what it depends on: a decision about two records runs `resolve` and what follows,
not extraction, and a build without changes computes nothing. `stages` holds the stretches of the line, `line` the
keeping of steps, `inputs` what a build starts from.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from recount.assessment import Dossier, count_scope
from recount.assessment.counting import people_in
from recount.assessment.disaggregation import breakdown
from recount.case import Case
from recount.collector import uncollected
from recount.model.assertions import Assertions
from recount.model.breakdowns import Breakdown
from recount.model.decisions import Question, shown
from recount.model.discrepancies import Discrepancy
from recount.model.estimates import Estimate
from recount.model.evidence import SetAside
from recount.model.findings import Findings, Release
from recount.model.ledger import Figure
from recount.model.replay import things
from recount.model.scope import Scope
from recount.pipeline.inputs import method
from recount.pipeline.line import Line, Progress, once, silent
from recount.pipeline.record import keep_record
from recount.pipeline.stages import (
    Account,
    Events,
    Evidence,
    People,
    account_of,
    events_of,
    evidence_of_case,
    people_of,
)
from recount.publication import publish
from recount.reconciliation import reconcile
from recount.store import Stored

__all__ = ["Build", "build", "counted", "desk_of", "divided", "evidence_of", "walk"]

_Discrepancies = tuple[Discrepancy, ...]
_Tally = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Build:
    """What a build gave: its findings, what was published, and which steps were computed now.

    `set_aside` lists in one place everything the build could not use; `tally` says how many of each noun there are.
    `read` gives the assertions as the documents have them, before any decision; `findings` is everything, read from
    disk when asked for, which the rest of these does not need.
    """

    case: Case
    figures: tuple[Figure, ...]
    estimates: tuple[Estimate, ...]
    discrepancies: tuple[Discrepancy, ...]
    set_aside: tuple[SetAside, ...]
    stale: tuple[str, ...]
    tally: tuple[tuple[str, int], ...]
    release: Release
    ran: tuple[str, ...]
    read: Callable[[], Assertions]
    assemble: Callable[[], Findings]

    @cached_property
    def findings(self) -> Findings:
        """Everything the build found, as one noun."""
        return self.assemble()


def build(case: Case, workers: int = 1, progress: Progress | None = None) -> Findings:
    """Run the line for a case, from its documents and decisions to its pages, and give what it found. See `walk`."""
    return walk(case, workers, progress).findings


def walk(case: Case, workers: int = 1, progress: Progress | None = None) -> Build:
    """Run the line for a case.

    Args:
        case: an opened case folder.
        workers: processes for the steps that can share work; the result is the same bytes for any number.
        progress: told the name of each step that is computed.

    Raises:
        LogDamaged: a decision log is not what was written.
        VerificationFailed: a document differs from what was received.
    """
    line = Line(case, workers, progress or silent)
    with uncollected():
        evidence = evidence_of_case(line)
        people = people_of(line, evidence)
        events = events_of(line, evidence, people)
        account = account_of(line, evidence, people, events)
        return _ended(line, evidence, people, events, account)


def _ended(line: Line, evidence: Evidence, people: People, events: Events, account: Account) -> Build:
    """Reconcile, publish, and gather what the build gave."""
    whole = once(lambda: _findings(line, evidence, people, events, account))
    parts = [evidence.told, people.resolution, events.incidents, events.derivations, events.origins]
    parts += [account.assessments, account.figures, account.versions, account.overview]
    about = [line.settings.case, line.settings.parties]
    doubts = line.step("reconcile", [*parts, *about], _Discrepancies, lambda: tuple(reconcile(whole())))
    complete = once(lambda: replace(whole(), discrepancies=doubts.value))
    rest = [evidence.intake, evidence.sources, evidence.log.decisions, evidence.replayed, evidence.set_aside]
    rest += [people.links, account.signed, account.tables, account.estimates, doubts]
    rest += [line.settings.theatre, method(line.settings), line.settings.publication]
    release = _published(line, [*parts, *about, *rest], complete)
    keep_record(line.case.build / "builds", release.head, complete)
    tally = line.step("tally", [*parts, evidence.intake, evidence.log.decisions], _Tally, lambda: _tally(whole()))
    return Build(
        line.case,
        account.figures.value,
        account.estimates.value,
        doubts.value,
        evidence.set_aside,
        stale=_stale(evidence, account),
        tally=tally.value,
        release=release,
        ran=tuple(line.ran),
        read=lambda: evidence.read.value,
        assemble=complete,
    )


def _stale(evidence: Evidence, account: Account) -> tuple[str, ...]:
    return (*evidence.replayed.value.stale, *account.signed.value.stale)


def _findings(line: Line, evidence: Evidence, people: People, events: Events, account: Account) -> Findings:
    settings, told = line.settings, evidence.told.value
    return Findings(
        case=settings.case,
        parties=settings.parties,
        sources=evidence.sources,
        documents=evidence.intake.value.documents,
        claims=told.claims,
        records=told.records,
        acknowledgements=told.acknowledgements,
        propositions=told.propositions,
        links=people.links.value,
        resolution=people.resolution.value,
        incidents=events.incidents.value,
        assessments=account.assessments.value,
        derivations=events.derivations.value,
        origins=events.origins.value,
        figures=account.figures.value,
        tables=account.tables.value,
        estimates=account.estimates.value,
        discrepancies=(),
        decisions=evidence.log.decisions,
        verdicts=(*evidence.replayed.value.verdicts, *account.signed.value.verdicts),
        stale=_stale(evidence, account),
        set_aside=evidence.set_aside,
        method=method(settings),
        places=tuple((entry.place.id, (entry.name, *entry.names)) for entry in settings.theatre.gazetteer.entries),
        monthly=told.monthly,
        exhibits=told.exhibits,
        tallies=told.tallies,
        versions=account.versions.value,
        register=account.overview.value.register,
        matrices=account.overview.value.matrices,
        breakdowns=account.overview.value.breakdowns,
        blame=account.overview.value.blame,
    )


def _tally(findings: Findings) -> _Tally:
    return (
        ("documents", len(findings.documents)),
        ("claims", len(findings.claims)),
        ("records", len(findings.records)),
        ("people", len(findings.resolution.victims)),
        ("incidents", len(findings.incidents)),
        ("official positions", len(findings.acknowledgements)),
        ("decisions", len(findings.decisions)),
    )


def _published(line: Line, inputs: list[object], complete: Callable[[], Findings]) -> Release:
    """Publish, unless the site is still what these findings gave."""
    site, settings = line.case.site, line.settings.publication

    def published() -> Release:
        return publish(complete(), site, settings)

    stored: Stored[Release] = line.step("publish", inputs, Release, published)
    if stored.fresh or all((site / path).is_file() for path, _ in stored.value.files):
        return stored.value
    return line.again("publish", published)


def counted(built: Build, scope: Scope) -> Figure:
    """The documented figure of any scope inside the case, as its ledger."""
    return count_scope(desk_of(built), built.findings.assessments, scope, built.case.settings.assessment)


def divided(built: Build, scope: Scope, by: str) -> Breakdown:
    """The people of any scope inside the case, divided by one thing."""
    return breakdown(people_in(desk_of(built), scope, built.case.settings.assessment), by)


def desk_of(built: Build) -> Dossier:
    """Everything that bears on counts, out of a finished build."""
    known = built.findings
    told = Assertions(known.claims, known.records, known.acknowledgements, known.propositions, tallies=known.tallies)
    return Dossier(
        known.case.scope,
        known.sources,
        known.parties,
        told,
        known.resolution,
        known.incidents,
        known.origins,
        known.versions,
    )


def evidence_of(built: Build, question: Question, subject: tuple[str, ...]) -> str | None:
    """The digest of what a reviewer is shown about a question now; None where a subject is not in the case.

    It is taken from the assertions as read: what others decided is no evidence, and makes no decision stale.
    """
    return shown(question, subject, things(built.read(), built.findings.incidents))
