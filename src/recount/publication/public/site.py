"""Everything that may be shown of a case."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from recount.publication.public.accounts import PublicClaim, PublicIncident, PublicOrigin, PublicPosition, PublicReport
from recount.publication.public.grids import PublicGridPage
from recount.publication.public.lists import PublicPerson, PublicSource
from recount.publication.public.numbers import PublicDiscrepancy, PublicEstimate, PublicFigure, PublicUse
from recount.publication.public.scopes import (
    Public,
    PublicBoundary,
    PublicEvidence,
    PublicParty,
    PublicScope,
    PublicWords,
)
from recount.publication.public.since import PublicSince


@dataclass(frozen=True, slots=True)
class PublicDecision(Public):
    """One reviewer's judgement."""

    id: str
    day: date
    question: str
    subject: tuple[PublicEvidence, ...]
    judgement: str
    value: str
    reason: str
    stale: bool


@dataclass(frozen=True, slots=True)
class PublicSetAside(Public):
    """Something the build could not use."""

    where: str
    what: str
    remedy: str
    whole: bool


@dataclass(frozen=True, slots=True)
class PublicSetting(Public):
    """One setting that was used: its name in recount.toml, and its values one by one; none where it was left open."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublicCase(Public):
    """What a case is about."""

    words: PublicWords
    about: PublicWords
    version: str
    as_of: date | None
    simulated: bool
    contact: str
    scope: PublicScope
    publisher: str = ""
    boundaries: tuple[PublicBoundary, ...] = ()
    boundaries_credit: str = ""


@dataclass(frozen=True, slots=True)
class PublicSite(Public):
    """Everything that may be shown, in the order in which it is shown.

    `withheld` are the names of figures left out since they count too few people who are not named. `resting` gives
    for each sentence, row, person, event and decision the figures that rest on it.
    """

    case: PublicCase
    parties: tuple[PublicParty, ...]
    figures: tuple[PublicFigure, ...]
    incidents: tuple[PublicIncident, ...]
    people: tuple[PublicPerson, ...]
    unnamed: int
    named: int
    naming: str
    k: int
    claims: tuple[PublicClaim, ...]
    reports: tuple[PublicReport, ...]
    sources: tuple[PublicSource, ...]
    origins: tuple[PublicOrigin, ...]
    positions: tuple[PublicPosition, ...]
    discrepancies: tuple[PublicDiscrepancy, ...]
    estimates: tuple[PublicEstimate, ...]
    decisions: tuple[PublicDecision, ...]
    set_aside: tuple[PublicSetAside, ...]
    method: tuple[PublicSetting, ...]
    links: tuple[tuple[str, str], ...]
    withheld: tuple[str, ...]
    resting: Mapping[str, tuple[PublicUse, ...]]
    grids: tuple[PublicGridPage, ...] = ()
    since: PublicSince | None = None
