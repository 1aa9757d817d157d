"""What the account puts side by side, made of public values only."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from recount.model.codes import Kind, Outcome, Stance, Unit
from recount.model.values import UNDETERMINED
from recount.publication.charts.panels import Panel, panels
from recount.publication.charts.places import drawable
from recount.publication.public import (
    Public,
    PublicClaim,
    PublicDiscrepancy,
    PublicEstimate,
    PublicEvidence,
    PublicFigure,
    PublicParty,
    PublicSite,
)

_MONTH = re.compile(r"documented/(\d{4})-(\d{2})$")
_COUNTED = (Unit.PEOPLE, Unit.BODIES, Unit.NAMES)
STRONGEST = 3


@dataclass(frozen=True, slots=True)
class PartyRow(Public):
    """One party, or several named jointly: documented, acknowledged by itself, claimed by others."""

    parties: tuple[PublicParty, ...]
    documented: PublicFigure | None
    acknowledged: tuple[PublicFigure, ...]
    claimed: tuple[PublicFigure, ...]
    claims: tuple[PublicClaim, ...]


@dataclass(frozen=True, slots=True)
class MonthFigure(Public):
    """The figure of one month."""

    year: int
    month: int
    figure: PublicFigure


@dataclass(frozen=True, slots=True)
class AccountView(Public):
    """The first page. `listless` where the case has no list of people, so that claims speak of the whole."""

    listless: bool
    head: PublicFigure | None
    named: PublicFigure | None
    unnamed: PublicFigure | None
    estimates: tuple[PublicEstimate, ...]
    kinds: tuple[PublicFigure, ...]
    parties: tuple[PartyRow, ...]
    months: tuple[MonthFigure, ...]
    discrepancies: tuple[PublicDiscrepancy, ...]
    all_discrepancies: int
    unmapped: int
    withheld: int
    panels: tuple[Panel, ...]


def account(site: PublicSite) -> AccountView:
    """Put together the first page."""
    by_name = {figure.name: figure for figure in site.figures}
    return AccountView(
        listless=not (site.named or site.unnamed),
        head=site.figures[0] if site.figures else None,
        named=by_name.get("documented/named"),
        unnamed=by_name.get("documented/unnamed"),
        estimates=tuple(estimate for estimate in site.estimates if estimate.stratum == "all"),
        kinds=_kinds(site),
        parties=party_rows(site),
        months=tuple(months(site.figures)),
        discrepancies=tuple(_strongest(site.discrepancies)),
        all_discrepancies=len(site.discrepancies),
        unmapped=sum(i.place is None or not drawable(i.place) for i in site.incidents),
        withheld=sum(bool(_MONTH.match(name)) for name in site.withheld),
        panels=tuple(panels(site.incidents)),
    )


def _kinds(site: PublicSite) -> tuple[PublicFigure, ...]:
    """Every number for the whole case: what is claimed, what is acknowledged, and what is documented."""
    claimed = claims_of_the_whole(site)
    own = [figure for figure in site.figures if figure.scope.kind is Kind.ACKNOWLEDGED and "/" in figure.name]
    return (*claimed, *own, *site.figures[:1]) if claimed or own else ()


def claims_of_the_whole(site: PublicSite) -> list[PublicFigure]:
    """What independent voices claim for the whole case, the largest first."""
    claimed = [figure for figure in site.figures if figure.name.partition("/")[0] == Kind.CLAIMED]
    return sorted(claimed, key=lambda figure: -(figure.interval.high or figure.interval.low or 0))


def _strongest(found: Iterable[PublicDiscrepancy]) -> list[PublicDiscrepancy]:
    """The strongest of each kind, those first that can be read in two people's own words."""
    by_kind: dict[str, PublicDiscrepancy] = {}
    for discrepancy in sorted(found, key=lambda d: -sum(bool(subject.quote) for subject in d.subjects[:2])):
        by_kind.setdefault(discrepancy.kind, discrepancy)
    quoted = sorted(by_kind.values(), key=lambda d: (-sum(bool(s.quote) for s in d.subjects[:2]), -d.strength, d.id))
    return quoted[:STRONGEST]


def months(figures: Iterable[PublicFigure]) -> list[MonthFigure]:
    """The figures of single months, in order of time."""
    found = [(match, figure) for figure in figures if (match := _MONTH.match(figure.name))]
    made = [MonthFigure(int(match[1]), int(match[2]), figure) for match, figure in found]
    return sorted(made, key=lambda entry: (entry.year, entry.month))


def party_rows(site: PublicSite) -> tuple[PartyRow, ...]:
    """Every party of the case, those named jointly, and *undetermined*, which is always shown (rule 32)."""
    head = site.figures[0] if site.figures else None
    rows = [_party_row(site, parties, head) for parties in _named(site)]
    declared = {party.id for party in site.parties}
    return tuple(row for row in rows if _speaks(row) or (len(row.parties) == 1 and row.parties[0].id in declared))


def _named(site: PublicSite) -> list[tuple[PublicParty, ...]]:
    found: dict[tuple[str, ...], tuple[PublicParty, ...]] = {(party.id,): (party,) for party in site.parties}
    for figure in site.figures:
        if figure.scope.parties:
            found.setdefault(tuple(party.id for party in figure.scope.parties), figure.scope.parties)
    for claim in site.claims:
        if claim.parties and _total(claim):
            found.setdefault(tuple(party.id for party in claim.parties), claim.parties)
    undetermined = found.pop((UNDETERMINED,), None)
    ordered = sorted(found.items(), key=lambda pair: (len(pair[0]) > 1, pair[0] if len(pair[0]) > 1 else ()))
    return [parties for _, parties in ordered] + ([undetermined] if undetermined else [])


def _party_row(site: PublicSite, parties: tuple[PublicParty, ...], head: PublicFigure | None) -> PartyRow:
    ids = {party.id for party in parties}
    mine = [f for f in site.figures if f.scope.parties is not None and {p.id for p in f.scope.parties} == ids]
    whole = [f for f in mine if not _MONTH.search(f.name) and (head is None or f.scope.outcome is head.scope.outcome)]
    documented = [f for f in whole if f.scope.kind is Kind.DOCUMENTED]
    claims = [c for c in site.claims if c.parties and {p.id for p in c.parties} == ids and _total(c)]
    return PartyRow(
        parties=parties,
        documented=documented[0] if documented else None,
        acknowledged=tuple(f for f in whole if f.scope.kind is Kind.ACKNOWLEDGED),
        claimed=tuple(f for f in whole if f.scope.kind is Kind.CLAIMED),
        claims=tuple(claims),
    )


def _speaks(row: PartyRow) -> bool:
    return bool(row.documented or row.acknowledged or row.claimed or row.claims)


def _total(claim: PublicClaim) -> bool:
    """Whether a claim may stand beside a party's numbers.

    It is about the conflict rather than one event, repeats nobody else's account, counts nobody beyond the scope of the
    case, and is not the party's own acknowledgement.
    """
    return (
        claim.in_scope
        and claim.stance is not Stance.ACKNOWLEDGES
        and claim.incident is None
        and claim.repeats is None
        and claim.interval.known
        and claim.unit in _COUNTED
        and claim.outcome is Outcome.KILLED
        and claim.standing == "asserted"
    )


@dataclass(frozen=True, slots=True)
class Run(Public):
    """One piece of evidence, or consecutive rows of one page of a list."""

    first: PublicEvidence
    last: int | None = None


def runs(evidence: Iterable[PublicEvidence]) -> list[Run]:
    """Evidence in reading order, consecutive rows drawn together: nothing is left out, thousands stay readable."""
    made: list[Run] = []
    for piece in sorted(evidence, key=_reading_order):
        end = made[-1] if made else None
        if end is not None and _continues(end, piece):
            made[-1] = Run(end.first, piece.row)
        else:
            made.append(Run(piece))
    return made


def _reading_order(piece: PublicEvidence) -> tuple[str, str, int, str, str]:
    if piece.kind == "record" and piece.row is not None:
        return ("", _page(piece).rsplit("-", 1)[0], piece.row, "", piece.id)
    return ("" if piece.kind == "incident" else piece.kind, "", 0, piece.words.en.casefold(), piece.id)


def _page(piece: PublicEvidence) -> str:
    return (piece.href or "").partition("#")[0]


def _continues(run: Run, piece: PublicEvidence) -> bool:
    if run.first.kind != "record" or piece.kind != "record" or piece.row is None or run.first.row is None:
        return False
    return piece.row == (run.last or run.first.row) + 1 and _page(piece) == _page(run.first)
