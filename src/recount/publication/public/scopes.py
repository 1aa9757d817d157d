"""What public values are about, and the way to their evidence."""

from dataclasses import dataclass

from recount.model.codes import Kind, Outcome, PartyKind, PlacePrecision, Population
from recount.model.interval import Interval
from recount.model.values import Period


@dataclass(frozen=True, slots=True)
class Public:
    """Something that may be shown to anybody."""


@dataclass(frozen=True, slots=True)
class PublicWords(Public):
    """A name or sentence in English and in Arabic; the Arabic is empty where nobody has written it."""

    en: str
    ar: str = ""


@dataclass(frozen=True, slots=True)
class PublicParty(Public):
    """A party to the conflict, with the neutral hue its owner gave it."""

    id: str
    words: PublicWords
    hue: int | None
    kind: PartyKind | None = None


@dataclass(frozen=True, slots=True)
class PublicPlace(Public):
    """A place as finely as it may be shown. Coordinates are withheld where they would point at a home."""

    id: str
    words: PublicWords
    within: PublicWords | None
    precision: PlacePrecision
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None


@dataclass(frozen=True, slots=True)
class PublicBoundary(Public):
    """An area that somebody drew, as rings of longitudes and latitudes."""

    words: PublicWords
    rings: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True)
class PublicScope(Public):
    """What a number is about."""

    outcome: Outcome
    population: Population
    parties: tuple[PublicParty, ...] | None
    place: PublicPlace | None
    period: Period | None
    kind: Kind


@dataclass(frozen=True, slots=True)
class PublicEvidence(Public):
    """A way to one piece of evidence, relative to the language's folder.

    `words` names it, `row` is its row where it is a row, `quote` the sentence where it is one. `leaves` are the
    sentences and cells behind it where the thing itself is a person or an event.
    """

    kind: str
    id: str
    href: str | None
    words: PublicWords
    row: int | None = None
    quote: str = ""
    by: PublicWords | None = None
    period: Period | None = None
    interval: Interval | None = None
    leaves: tuple["PublicEvidence", ...] = ()
