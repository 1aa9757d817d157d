"""The stretches of the line: evidence, people, events, account. Each says what every step depends on."""

from dataclasses import dataclass, replace

from recount.assessment import Dossier, assess, count, list_versions
from recount.assessment.independence import derivations, origins
from recount.assessment.independence_days import as_first_printed
from recount.assessment.status import declared
from recount.clustering import attached, events, match_positions
from recount.config import Settings
from recount.errors import VerificationFailed
from recount.estimation import estimate
from recount.extraction import extract
from recount.extraction.reviewed import reviewed
from recount.ingestion import custody, ingest, load_sources
from recount.language.roster import roster
from recount.linkage import link, resolve
from recount.model.assertions import Assertions, Record
from recount.model.estimates import CaptureTable, Estimate
from recount.model.evidence import Intake, SetAside, Source
from recount.model.incidents import Assessment, Incident
from recount.model.ledger import Figure
from recount.model.origins import Derivation, Origin
from recount.model.people import Links, Resolution
from recount.model.register import PositionMatch
from recount.model.replay import Replay, graded, replay
from recount.model.versions import VersionStep
from recount.pipeline.inputs import evidence_digest
from recount.pipeline.line import Line, once
from recount.pipeline.overviews import Overview, overview
from recount.pipeline.released import Released, carried, released, row_marks
from recount.pipeline.tables import tabulated
from recount.store import JsonlLog, LogReading, Stored

_Records = tuple[Record, ...]
_Derivations = tuple[Derivation, ...]
_Origins = tuple[Origin, ...]
_Incidents = tuple[Incident, ...]
_Matches = tuple[PositionMatch, ...]
_Assessments = tuple[Assessment, ...]
_Figures = tuple[Figure, ...]
_Tables = tuple[CaptureTable, ...]
_Estimates = tuple[Estimate, ...]
_Aside = tuple[SetAside, ...]
_Versions = tuple[VersionStep, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the documents say, with what reviewers decided of single assertions applied."""

    sources: tuple[Source, ...]
    intake: Stored[Intake]
    read: Stored[Assertions]
    told: Stored[Assertions]
    log: LogReading
    replayed: Stored[Replay]
    set_aside: tuple[SetAside, ...]


@dataclass(frozen=True, slots=True)
class People:
    """Scored pairs, and the people behind the records."""

    records: Stored[tuple[Record, ...]]
    links: Stored[Links]
    resolution: Stored[Resolution]


@dataclass(frozen=True, slots=True)
class Events:
    """Who repeats whom, and the events behind the accounts."""

    derivations: Stored[tuple[Derivation, ...]]
    origins: Stored[tuple[Origin, ...]]
    matches: Stored[tuple[PositionMatch, ...]]
    incidents: Stored[tuple[Incident, ...]]


@dataclass(frozen=True, slots=True)
class Account:
    """Grades, figures, capture tables and estimates."""

    signed: Stored[Replay]
    assessments: Stored[tuple[Assessment, ...]]
    figures: Stored[tuple[Figure, ...]]
    tables: Stored[tuple[CaptureTable, ...]]
    estimates: Stored[tuple[Estimate, ...]]
    versions: Stored[tuple[VersionStep, ...]]
    overview: Stored[Overview]


def evidence_of_case(line: Line) -> Evidence:
    """Documents in, assertions out, decisions applied.

    Raises:
        LogDamaged: a decision log is not what was written.
        VerificationFailed: a document differs from what was received.
    """
    case, settings = line.case, line.settings
    sources, refused = load_sources(case.root)
    intake = line.step(
        "ingest",
        [evidence_digest(case), sources, settings.ingestion],
        Intake,
        lambda: ingest(case.root, sources, settings.ingestion),
    )
    _keep_custody(line, intake)
    read = line.step(
        "extract",
        [intake, sources, settings.theatre, settings.extraction],
        Assertions,
        lambda: extract(intake.value, sources, settings.theatre, settings.extraction, line.workers),
    )
    log = JsonlLog(case.decisions).read()
    replayed = line.step("replay", [read, log.decisions], Replay, lambda: replay(log.decisions, read.value))
    told = line.step("review", [read, replayed], Assertions, lambda: reviewed(read.value, replayed.value.verdicts))
    aside = line.step("aside", [intake, told], _Aside, lambda: (*intake.value.set_aside, *told.value.set_aside))
    return Evidence(sources, intake, read, told, log, replayed, (*refused, *log.set_aside, *aside.value))


def _keep_custody(line: Line, intake: Stored[Intake]) -> None:
    """Note what was received for the first time; refuse to go on with a document that is no longer what it was."""
    broken = custody.check(line.case.root)
    if broken:
        raise VerificationFailed("\n".join(str(one) for one in broken))
    if intake.fresh:
        custody.record(line.case.root, intake.value.documents)


def people_of(line: Line, evidence: Evidence) -> People:
    """Records to scored pairs to people. Pairs are scored on what the lists say: no decision scores them again."""
    settings = line.settings.linkage
    listed = line.step("records", [evidence.read], _Records, lambda: evidence.read.value.records)
    links = line.step("link", [listed, settings], Links, lambda: link(listed.value, settings, line.memory))
    judged = line.step("judged", [evidence.told], _Records, lambda: evidence.told.value.records)
    resolved = line.step(
        "resolve",
        [judged, links, evidence.replayed, settings],
        Resolution,
        lambda: resolve(judged.value, links.value, evidence.replayed.value.verdicts, settings),
    )
    rule = line.settings.assessment
    resolution = line.step(
        "status",
        [resolved, judged, evidence.sources, rule.status, rule.register],
        Resolution,
        lambda: declared(resolved.value, judged.value, evidence.sources, rule),
    )
    return People(judged, links, _carried(line, evidence, judged, resolution))


def _carried(
    line: Line, evidence: Evidence, records: Stored[_Records], found: Stored[Resolution]
) -> Stored[Resolution]:
    """People under the ids they had in the last release, where there was one."""
    before = released(line.case)
    if before == Released():
        return found
    return line.step(
        "carried",
        [found, records, evidence.intake, before],
        Resolution,
        lambda: carried(before, found.value, row_marks(records.value, evidence.intake.value.documents)),
    )


def events_of(line: Line, evidence: Evidence, people: People) -> Events:
    """Claims to origins, and claims and positions to incidents."""
    told, replayed, settings = evidence.told, evidence.replayed, line.settings.clustering
    wide = line.settings.case.scope.place
    case = wide.path if wide is not None else ()
    accounts = line.step("accounts", [told], Assertions, lambda: replace(told.value, records=(), set_aside=()))
    repeats = line.step(
        "derive",
        [accounts, evidence.intake, evidence.sources, line.settings.parties],
        _Derivations,
        lambda: derivations(
            accounts.value.claims,
            evidence.intake.value.documents,
            roster(evidence.sources, line.settings.parties, accounts.value.claims),
        ),
    )
    voices = line.step("origins", [accounts, repeats], _Origins, lambda: origins(accounts.value.claims, repeats.value))
    dated = line.step(
        "days",
        [accounts, repeats],
        Assertions,
        lambda: replace(accounts.value, claims=as_first_printed(accounts.value.claims, repeats.value)),
    )
    found = line.step(
        "cluster",
        [dated, replayed, settings, case],
        _Incidents,
        lambda: tuple(events(dated.value.claims, replayed.value.verdicts, settings, case)),
    )
    matches = line.step(
        "match",
        [dated, found, replayed, settings],
        _Matches,
        lambda: tuple(match_positions(dated.value, found.value, replayed.value.verdicts, settings)),
    )
    incidents = line.step(
        "attach",
        [dated, found, matches, people.resolution],
        _Incidents,
        lambda: tuple(attached(found.value, matches.value, dated.value, people.resolution.value.victims)),
    )
    return Events(repeats, voices, matches, incidents)


def account_of(line: Line, evidence: Evidence, people: People, happened: Events) -> Account:
    """Grades and ledgers out of everything on the desk; estimates out of the people."""
    settings, log = line.settings, evidence.log
    told, intake = evidence.told, evidence.intake
    versions = line.step(
        "versions", [told, intake], _Versions, lambda: list_versions(told.value.records, intake.value.documents)
    )
    desk = once(lambda: replace(_dossier(settings, evidence, people, happened), versions=versions.value))
    on_desk = [
        versions,
        evidence.told,
        people.resolution,
        happened.incidents,
        happened.origins,
        evidence.sources,
        settings.parties,
    ]
    rules = [settings.case.scope, settings.assessment]
    signed = line.step(
        "signed", [happened.incidents, log.decisions], Replay, lambda: graded(log.decisions, happened.incidents.value)
    )
    grades = line.step(
        "assess",
        [*on_desk, *rules, signed],
        _Assessments,
        lambda: tuple(assess(desk(), signed.value.verdicts, settings.assessment)),
    )
    figures = line.step(
        "count", [*on_desk, *rules, grades], _Figures, lambda: tuple(count(desk(), grades.value, settings.assessment))
    )
    looked_at = line.step(
        "overview",
        [*on_desk, *rules, happened.matches],
        Overview,
        lambda: overview(desk(), happened.matches.value, settings.assessment),
    )
    return Account(signed, grades, figures, *_estimated(line, evidence, people, versions), versions, looked_at)


def _dossier(settings: Settings, evidence: Evidence, people: People, events: Events) -> Dossier:
    return Dossier(
        settings.case.scope,
        evidence.sources,
        settings.parties,
        evidence.told.value,
        people.resolution.value,
        events.incidents.value,
        events.origins.value,
    )


def _estimated(
    line: Line, evidence: Evidence, people: People, versions: Stored[tuple[VersionStep, ...]]
) -> tuple[Stored[tuple[CaptureTable, ...]], Stored[tuple[Estimate, ...]]]:
    settings, chosen = line.settings, line.settings.estimation
    tables = line.step(
        "tabulate",
        [
            *(people.resolution, people.records, evidence.sources, versions, settings.assessment),
            *(settings.case.scope, chosen.lists, chosen.by),
        ],
        _Tables,
        lambda: tabulated(people.resolution.value, people.records.value, evidence.sources, versions.value, settings),
    )
    totals = line.step(
        "estimate", [tables, chosen], _Estimates, lambda: tuple(estimate(table, chosen) for table in tables.value)
    )
    return tables, totals
