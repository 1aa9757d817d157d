"""Figures, discrepancies and estimates."""

from dataclasses import dataclass

from recount.model.interval import Interval
from recount.publication.public.scopes import Public, PublicEvidence, PublicScope, PublicWords


@dataclass(frozen=True, slots=True)
class PublicUse(Public):
    """A figure that rests on something, at the step that does; `beside` where that step is no part of it."""

    name: str
    href: str
    interval: Interval
    beside: bool


@dataclass(frozen=True, slots=True)
class PublicLine(Public):
    """One step of a ledger, and what the ledger comes to after it; `also` are further steps it stands for."""

    number: int
    adds: bool
    amount: Interval
    rule: str
    says: str
    label: str
    evidence: tuple[PublicEvidence, ...]
    running: Interval
    href: str
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicFigure(Public):
    """A published number: what it is about, and the ledger it is the fold of."""

    id: str
    name: str
    href: str
    scope: PublicScope
    interval: Interval
    unknown: int
    lines: tuple[PublicLine, ...]
    excluded: tuple[PublicLine, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublicDiscrepancy(Public):
    """Figures or claims that do not fit together, with what each says."""

    id: str
    kind: str
    title: str
    says: str
    subjects: tuple[PublicEvidence, ...]
    numbers: tuple[tuple[str, Interval], ...]
    holds: bool | None
    strength: float


@dataclass(frozen=True, slots=True)
class PublicModel(Public):
    """One model of an estimate's suite."""

    terms: tuple[str, ...]
    estimate: float
    criterion: float
    weight: float


@dataclass(frozen=True, slots=True)
class PublicVoice(Public):
    """What one method, or one changed assumption, makes of the lists."""

    name: str
    says: tuple[str, ...]
    total: float | None
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class PublicEstimate(Public):
    """A total that includes the undocumented, or why there is none."""

    id: str
    href: str
    stratum: str
    lists: tuple[PublicWords, ...]
    observed: int
    method: str
    verdict: str
    reasons: tuple[str, ...]
    interval: Interval | None
    median: float | None
    models: tuple[PublicModel, ...]
    caveats: tuple[str, ...]
    settings: tuple[tuple[str, str], ...]
    overlaps: tuple[tuple[tuple[int, ...], int | None], ...]
    evidence: tuple[PublicEvidence, ...]
    voices: tuple[PublicVoice, ...]
    sensitivity: tuple[PublicVoice, ...]
