"""The straight line: documents and decisions in, findings and pages out. Nothing else composes stages.

    Document --extract--+- Record --link,resolve--> Victim --tabulate--> CaptureTable --estimate--> Estimate -+
                        +- Claim -----------+                                                       reconcile +
                        +- Acknowledgement -+-cluster--> Incident --assess--> Assessment --count--> Figure -+-> publish

Each step is kept under the digests of what it depends on: a decision about two records runs `resolve` and what follows,
not extraction, and a build without changes computes nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from recount.assessment import Dossier, assess, count
from recount.assessment.independence import derivations, origins
from recount.assessment.people import within
from recount.case import Case, evidence_digest
from recount.clustering import cluster
from recount.config import Settings
from recount.errors import VerificationFailed
from recount.estimation import estimate, tabulate
from recount.extraction import extract
from recount.extraction.reviewed import reviewed
from recount.ingestion import custody, ingest, load_sources
from recount.linkage import link, resolve
from recount.model.assertions import Assertions, Record
from recount.model.decisions import Question, shown
from recount.model.evidence import Intake, Rows, SetAside, Source
from recount.model.findings import (
    Assessment,
    CaptureTable,
    Derivation,
    Discrepancy,
    Estimate,
    Findings,
    Incident,
    Links,
    Origin,
    Release,
    Resolution,
)
from recount.model.ids import digest
from recount.model.ledger import Figure
from recount.model.replay import Replay, graded, replay, things
from recount.publication import publish
from recount.reconciliation import reconcile
from recount.store import Cache, JsonlLog, Stored, encode
from recount.version import __version__

T = TypeVar("T")
Progress = Callable[[str], None]


def silent(step: str) -> None:
    """Tell nobody which step starts."""


@dataclass(frozen=True)
class Build:
    """What a build gave: its findings, what was published, and which steps were computed now.

    `set_aside` lists in one place everything the build could not use; `tally` says how many of each noun there are.
    `findings` is read from disk when asked for, which the rest of these does not need.
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
    assemble: Callable[[], Findings]

    @cached_property
    def findings(self) -> Findings:
        """Everything the build found, as one noun."""
        return self.assemble()


class _Line:
    """One walk along the line: each step under the digests of its inputs, and a note of what was computed."""

    def __init__(self, case: Case, progress: Progress) -> None:
        self._cache = Cache(case.build / "steps")
        self._progress = progress
        self.ran: list[str] = []

    def step(self, name: str, inputs: Sequence[object], kind: type[T], compute: Callable[[], T]) -> Stored[T]:
        """The result of a step; inputs are other steps, or values whose content counts."""
        digests = [one.digest if isinstance(one, Stored) else digest(encode(one)) for one in inputs]

        def told() -> T:
            self._progress(name)
            self.ran.append(name)
            return compute()

        return self._cache.step(name, digests, kind, told)

    def again(self, name: str, compute: Callable[[], T]) -> T:
        """Do once more what was remembered but whose files are gone."""
        self._progress(name)
        self.ran.append(name)
        return compute()


def build(case: Case, workers: int = 1, progress: Progress | None = None) -> Findings:
    """Run the line for a case, from its documents and decisions to its pages, and give what it found. See `walk`."""
    return walk(case, workers, progress).findings


def walk(case: Case, workers: int = 1, progress: Progress | None = None) -> Build:
    """Run the line for a case. This one function is the drawing above; it is long because it is the whole method.

    Args:
        case: an opened case folder.
        workers: processes for the steps that can share work; the result is the same bytes for any number.
        progress: told the name of each step that is computed.

    Raises:
        LogDamaged: a decision log is not what was written.
        VerificationFailed: a document differs from what was received.
    """
    line, settings = _Line(case, progress or silent), case.settings
    sources, refused = load_sources(case.root)
    intake = line.step("ingest", [evidence_digest(case), sources], Intake, lambda: ingest(case.root, sources))
    _keep_custody(case, intake)
    read = line.step(
        "extract",
        [intake, sources, settings.theatre, settings.extraction],
        Assertions,
        lambda: extract(intake.value, sources, settings.theatre, settings.extraction, workers),
    )
    listed = line.step("records", [read], _Records, lambda: read.value.records)
    links = line.step("link", [listed, settings.linkage], Links, lambda: link(listed.value, settings.linkage))

    log = JsonlLog(case.decisions).read()
    replayed = line.step("replay", [read, log.decisions], Replay, lambda: replay(log.decisions, read.value))
    told = line.step("review", [read, replayed], Assertions, lambda: reviewed(read.value, replayed.value.verdicts))
    judged = line.step("judged", [told], _Records, lambda: told.value.records)
    people = line.step(
        "resolve",
        [judged, links, replayed, settings.linkage],
        Resolution,
        lambda: resolve(judged.value, links.value, replayed.value.verdicts, settings.linkage),
    )
    accounts = line.step("accounts", [told], Assertions, lambda: replace(told.value, records=(), set_aside=()))
    repeats = line.step(
        "derive", [accounts, intake], _Derivations, lambda: derivations(accounts.value.claims, intake.value.documents)
    )
    voices = line.step("origins", [accounts, repeats], _Origins, lambda: origins(accounts.value.claims, repeats.value))
    events = line.step(
        "cluster",
        [accounts, people, replayed, settings.clustering],
        _Incidents,
        lambda: tuple(cluster(accounts.value, people.value.victims, replayed.value.verdicts, settings.clustering)),
    )

    desk = _once(
        lambda: Dossier(
            settings.case.scope, sources, settings.parties, told.value, people.value, events.value, voices.value
        )
    )
    on_desk = [told, people, events, voices, sources, settings.parties, settings.case.scope, settings.assessment]
    signed = line.step("signed", [events, log.decisions], Replay, lambda: graded(log.decisions, events.value))
    grades = line.step(
        "assess",
        [*on_desk, signed],
        _Assessments,
        lambda: tuple(assess(desk(), signed.value.verdicts, settings.assessment)),
    )
    figures = line.step(
        "count", [*on_desk, grades], _Figures, lambda: tuple(count(desk(), grades.value, settings.assessment))
    )
    tables = line.step(
        "tabulate",
        [people, sources, settings.case.scope, settings.estimation],
        _Tables,
        lambda: _tabulated(people.value, sources, settings),
    )
    totals = line.step(
        "estimate",
        [tables, settings.estimation],
        _Estimates,
        lambda: tuple(estimate(table, settings.estimation) for table in tables.value),
    )

    aside = (*refused, *log.set_aside, *line.step("aside", [intake, told], _Aside, lambda: _told(intake, told)).value)

    def assemble() -> Findings:
        return Findings(
            case=settings.case,
            parties=settings.parties,
            sources=sources,
            documents=intake.value.documents,
            claims=told.value.claims,
            records=told.value.records,
            acknowledgements=told.value.acknowledgements,
            propositions=told.value.propositions,
            links=links.value,
            resolution=people.value,
            incidents=events.value,
            assessments=grades.value,
            derivations=repeats.value,
            origins=voices.value,
            figures=figures.value,
            tables=tables.value,
            estimates=totals.value,
            discrepancies=(),
            decisions=log.decisions,
            verdicts=(*replayed.value.verdicts, *signed.value.verdicts),
            stale=(*replayed.value.stale, *signed.value.stale),
            set_aside=aside,
            method=method(settings),
            places=tuple((entry.place.id, (entry.name, *entry.names)) for entry in settings.theatre.gazetteer.entries),
        )

    whole = _once(assemble)
    parts = [told, people, events, grades, repeats, voices, figures, settings.case, settings.parties]
    doubts = line.step("reconcile", parts, _Discrepancies, lambda: tuple(reconcile(whole())))
    complete = _once(lambda: replace(whole(), discrepancies=doubts.value))
    release = _published(line, case, [*parts, links, tables, totals, doubts, sources, aside], complete, workers)
    tally = line.step("tally", [*parts, intake, log.decisions], _Tally, lambda: _tally(whole()))
    return Build(
        case,
        figures.value,
        totals.value,
        doubts.value,
        aside,
        stale=(*replayed.value.stale, *signed.value.stale),
        tally=tally.value,
        release=release,
        ran=tuple(line.ran),
        assemble=complete,
    )


_Records = tuple[Record, ...]
_Derivations = tuple[Derivation, ...]
_Origins = tuple[Origin, ...]
_Incidents = tuple[Incident, ...]
_Assessments = tuple[Assessment, ...]
_Figures = tuple[Figure, ...]
_Tables = tuple[CaptureTable, ...]
_Estimates = tuple[Estimate, ...]
_Discrepancies = tuple[Discrepancy, ...]
_Aside = tuple[SetAside, ...]
_Tally = tuple[tuple[str, int], ...]


def _once(make: Callable[[], T]) -> Callable[[], T]:
    """The same value for every caller, made when the first one asks."""
    return lru_cache(maxsize=1)(make)


def _keep_custody(case: Case, intake: Stored[Intake]) -> None:
    """Note what was received for the first time; refuse to go on with a document that is no longer what it was."""
    broken = custody.check(case.root)
    if broken:
        raise VerificationFailed("\n".join(str(one) for one in broken))
    if intake.fresh:
        custody.record(case.root, intake.value.documents)


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


def _told(intake: Stored[Intake], told: Stored[Assertions]) -> tuple[SetAside, ...]:
    return (*intake.value.set_aside, *told.value.set_aside)


def _tabulated(people: Resolution, sources: Sequence[Source], settings: Settings) -> tuple[CaptureTable, ...]:
    lists = settings.estimation.lists or tuple(
        source.id for source in sources if source.mapping is not None and source.mapping.rows is Rows.PERSONS
    )
    if not lists:
        return ()
    victims = within(people, settings.case.scope).victims
    whole = tabulate(victims, lists)
    strata = tabulate(victims, lists, settings.estimation.by) if settings.estimation.by else {}
    return (*whole.values(), *(strata[name] for name in sorted(strata)))


def _published(
    line: _Line, case: Case, inputs: Sequence[object], complete: Callable[[], Findings], workers: int
) -> Release:
    """Publish, unless the site is still what these findings gave."""
    settings = case.settings.publication
    stored = line.step(
        "publish", [*inputs, settings], Release, lambda: publish(complete(), case.site, settings, workers)
    )
    if stored.fresh or _stands(case, stored.value):
        return stored.value
    return line.again("publish", lambda: publish(complete(), case.site, settings, workers))


def _stands(case: Case, release: Release) -> bool:
    """Whether every published file is there with its size; `recount verify` reads their bytes."""
    return all((case.site / path).is_file() for path, _ in release.files)


def method(settings: Settings) -> tuple[tuple[str, str], ...]:
    """The settings that were used, as (room.name, value) pairs for the method note (rule 35)."""
    rooms: dict[str, Any] = {
        "extraction": settings.extraction,
        "linkage": settings.linkage,
        "clustering": settings.clustering,
        "assessment": settings.assessment,
        "estimation": settings.estimation,
        "publication": settings.publication,
    }
    used = [
        (f"{room}.{field.name}", str(getattr(chosen, field.name)))
        for room, chosen in rooms.items()
        for field in fields(chosen)
    ]
    return (("recount", __version__), *used)


def evidence_of(findings: Findings, question: Question, subject: tuple[str, ...]) -> str | None:
    """The digest of what a reviewer is shown about a question now; None where a subject is not in the case."""
    told = Assertions(findings.claims, findings.records, findings.acknowledgements, findings.propositions)
    return shown(question, subject, things(told, findings.incidents))
