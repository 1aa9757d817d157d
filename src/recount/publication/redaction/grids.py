"""The register of positions, the evidence behind assessments, breakdowns, and the versions of lists."""

from collections.abc import Iterable, Sequence

from recount.model.breakdowns import Breakdown, EvidenceMatrix, Part, Used
from recount.model.exhibits import Exhibit
from recount.model.register import Candidate, Lag, PositionMatch, median_of
from recount.model.values import UNDETERMINED
from recount.model.versions import ListChange, Turn, VersionStep
from recount.publication.public.grids import (
    Cell,
    PublicCode,
    PublicGrid,
    PublicGridPage,
    PublicSentence,
    Simple,
)
from recount.publication.public.scopes import PublicWords
from recount.publication.redaction import words
from recount.publication.redaction.catalogue import Catalogue, slug
from recount.publication.redaction.evidence import Resolver

Rows = Iterable[tuple[Cell, ...]]


def pages(resolve: Resolver) -> tuple[PublicGridPage, ...]:
    """Every page of tables that has anything in it."""
    made = [_register(resolve), _held(resolve), _divided(resolve), *_versions(resolve)]
    return tuple(page for page in made if page.grids)


def _grid(name: str, columns: str, rows: Rows, about: PublicWords | None = None) -> list[PublicGrid]:
    found = tuple(rows)
    return [PublicGrid(name, tuple(columns.split()), found, about)] if found else []


def _register(resolve: Resolver) -> PublicGridPage:
    known, found = resolve.found.findings.register, resolve.found
    turned = (
        (
            words.party(found, one.party),
            resolve(one.earlier),
            resolve(one.later),
            PublicCode("turned", one.turned),
            one.days,
        )
        for one in known.revisions
    )
    said = (
        (
            PublicSentence(one.says) if one.incident is None else PublicCode("proposition", one.says),
            one.about if one.incident is None else resolve(one.incident),
            resolve.known(one.supports),
            resolve.known(one.denies),
            PublicCode("site", "yes" if one.contested else "no"),
        )
        for one in known.disputes
    )
    return PublicGridPage(
        "register.html",
        "register",
        (
            *_grid("matches", "position answer incident why second", (_match(resolve, one) for one in known.matches)),
            *_grid("revisions", "party earlier later turned days", turned),
            *_grid("lags", "party positions median range accepted accepted_median unknown", _lags(found, known.lags)),
            *_grid("disputes", "proposition incident supports denies contested", said),
            *_grid("blame", "incident day said_by party", _blame(resolve)),
        ),
    )


def _match(resolve: Resolver, one: PositionMatch) -> tuple[Cell, ...]:
    linked = [each for each in one.candidates if each.linked]
    best = linked or list(one.candidates[:1])
    others = [each for each in one.candidates if each not in best]
    reasons = tuple(PublicSentence(why) for each in best[:1] for why, _ in each.why)
    chosen = tuple(resolve(each.incident) for each in linked)
    return resolve(one.position), PublicCode("answer", one.answer), chosen, reasons, _second(resolve, best, others)


def _second(resolve: Resolver, best: Sequence[Candidate], others: Sequence[Candidate]) -> tuple[Simple, ...]:
    """The best that was not chosen, and how many points it is behind."""
    if not others:
        return ()
    behind = best[0].points - others[0].points if best else 0.0
    return resolve(others[0].incident), round(behind, 1)


def _lags(found: Catalogue, lags: Iterable[Lag]) -> Rows:
    for one in lags:
        ends = f"{one.days[0]:,}–{one.days[-1]:,}" if one.days else ""
        accepted = median_of(one.accepted)
        yield words.party(found, one.party), len(one.days), one.median, ends, len(one.accepted), accepted, one.unknown


def _blame(resolve: Resolver) -> Rows:
    for history in resolve.found.findings.blame:
        for step in history.steps:
            parties = tuple(words.party(resolve.found, party) for party in step.parties)
            yield resolve(history.incident), step.day, resolve(step.assertion) or step.by, parties


def _held(resolve: Resolver) -> PublicGridPage:
    findings = resolve.found.findings
    exhibits = (_exhibit(resolve, one) for one in findings.exhibits)
    matrices = (_matrix(resolve, one) for one in findings.matrices)
    return PublicGridPage(
        "evidence-held.html",
        "evidence_held",
        (
            *_grid("exhibits", "what incident amount holder released reviewed obtained", exhibits),
            *_grid("matrices", "incident party used held_back not_used absent", matrices),
        ),
    )


def _exhibit(resolve: Resolver, one: Exhibit) -> tuple[Cell, ...]:
    codes = {code: incident.id for incident in resolve.found.findings.incidents for code in incident.codes}
    where = resolve(codes[one.incident]) if one.incident in codes else one.incident or ""
    released = PublicCode("released", "unknown" if one.released is None else "yes" if one.released else "no")
    amount = (one.amount, one.unit) if one.amount.known else ()
    return resolve(one.id), where, amount, one.holder, released, tuple(one.reviewed_by), one.obtained


def _matrix(resolve: Resolver, one: EvidenceMatrix) -> tuple[Cell, ...]:
    kinds = {
        used: tuple(PublicCode("held", use.kind) for use in one.uses if use.used is used)
        for used in (Used.USED, Used.HELD_BACK, Used.NOT_USED, Used.ABSENT)
    }
    return resolve(one.incident), words.party(resolve.found, one.party), *kinds.values()


def _divided(resolve: Resolver) -> PublicGridPage:
    """Breakdowns of the people; where not all may be named, only those without a group of fewer than k."""
    k = resolve.policy.k
    shown = [
        one
        for one in resolve.found.findings.breakdowns
        if resolve.policy.open or all(part.people == 0 or part.people >= k for part in one.parts)
    ]
    return PublicGridPage(
        "divided.html",
        "divided",
        tuple(grid for one in shown for grid in (*_classes(resolve, one), *_means(one))),
    )


def _classes(resolve: Resolver, one: Breakdown) -> list[PublicGrid]:
    return _grid(f"by_{one.by}", "class people may_be share", _parts(resolve, one))


def _means(one: Breakdown) -> list[PublicGrid]:
    """The mean of what can be averaged, with how many it is known of."""
    return _grid(f"mean_{one.by}", "known mean", [(one.known, one.mean)]) if one.mean.known else []


def _parts(resolve: Resolver, one: Breakdown) -> Rows:
    for part in one.parts:
        yield _class(resolve, one.by, part), part.people, part.interval, f"{part.share:.1%}"


def _class(resolve: Resolver, by: str, part: Part) -> Cell:
    found = resolve.found
    if by == "party" and all(one in found.parties or one == UNDETERMINED for one in part.name.split("+")):
        return tuple(words.party(found, one) for one in part.name.split("+"))
    if by == "place" and part.name in found.places:
        names = found.places[part.name]
        return PublicWords(names[0], next((name for name in names if words.is_arabic(name)), ""))
    if by == "month":
        return PublicCode("class", part.name) if part.name == "unknown" else part.name
    return PublicCode("class", part.name)


def _versions(resolve: Resolver) -> list[PublicGridPage]:
    by_source: dict[str, list[VersionStep]] = {}
    for step in resolve.found.findings.versions:
        by_source.setdefault(step.source, []).append(step)
    return [_version_page(resolve, source, by_source[source]) for source in sorted(by_source)]


def _version_page(resolve: Resolver, source: str, steps: Sequence[VersionStep]) -> PublicGridPage:
    known = resolve.found.sources.get(source)
    turns: Rows = (_counted(step) for step in steps)
    columns = "before after entries kept added removed restored changed doubled"
    reasons: Rows = () if known is None else ((one.version, one.reason) for one in known.removals)
    shown = resolve.policy.open and resolve.policy.show_rows
    changed: Rows = (_change(resolve, step, one) for step in steps for one in step.changes) if shown else ()
    return PublicGridPage(
        f"versions/{slug(source)}.html",
        "versions",
        (
            *_grid("steps", columns, turns),
            *_grid("removals", "version reason", reasons),
            *_grid("list_changes", "after turn before_rows after_rows fields", changed),
        ),
        words.source(known, source),
    )


def _counted(step: VersionStep) -> tuple[Cell, ...]:
    return step.before, step.after, step.entries, step.kept, *(len(step.of(turn)) for turn in Turn)


def _change(resolve: Resolver, step: VersionStep, one: ListChange) -> tuple[Cell, ...]:
    fields = tuple(PublicCode("list_field", name) for name, _, _ in one.fields)
    return step.after, PublicCode("turn", one.turn), resolve.known(one.before), resolve.known(one.after), fields
