"""Names of places, parties and sources in both languages."""

from recount.model.codes import PlacePrecision
from recount.model.evidence import Source
from recount.model.scope import Scope
from recount.model.values import UNDETERMINED, Party, Place
from recount.publication.public import PublicParty, PublicPlace, PublicScope, PublicWords
from recount.publication.redaction.catalogue import Catalogue

JOINT = "+"
"""What stands between the ids of parties that an assessment names together."""

_FINEST = list(PlacePrecision)


def party(found: Catalogue, party_id: str) -> PublicParty:
    """A party by its id; one the case does not declare is called by its id."""
    known = found.parties.get(party_id)
    if known is None and JOINT in party_id:
        together = [party(found, one).words for one in party_id.split(JOINT)]
        arabic = " و".join(one.ar for one in together) if all(one.ar for one in together) else ""
        return PublicParty(party_id, PublicWords(" and ".join(one.en for one in together), arabic), None)
    if known is None:
        words = PublicWords("undetermined", "غير محدّدة") if party_id == UNDETERMINED else PublicWords(party_id)
        return PublicParty(party_id, words, None)
    return _party(known)


def _party(known: Party) -> PublicParty:
    return PublicParty(known.id, PublicWords(known.name, known.name_ar), known.hue, known.kind)


def parties(found: Catalogue, ids: tuple[str, ...] | None) -> tuple[PublicParty, ...] | None:
    """Parties named together, or None where nobody was named."""
    return None if ids is None else tuple(party(found, party_id) for party_id in ids)


def source(known: Source | None, fallback: str = "") -> PublicWords:
    """What a source is called."""
    return PublicWords(fallback) if known is None else PublicWords(known.name or known.id, known.name_ar)


def place(found: Catalogue, where: Place | None, *, home: bool = False) -> PublicPlace | None:
    """A place by its names in the gazetteer. `home` leaves out buildings: exact homes are never published."""
    if where is None or not where.path:
        return None
    path = where.path
    exact = where.precision is PlacePrecision.BUILDING
    if home and exact and len(path) > 1:
        path = path[:-1]
    hidden = home and _FINEST.index(where.precision) < _FINEST.index(PlacePrecision.DISTRICT)
    return PublicPlace(
        id=path[-1],
        words=_place_words(found, path[-1], where.written if path == where.path else ""),
        within=_place_words(found, path[-2], "") if len(path) > 1 else None,
        precision=PlacePrecision.NEIGHBOURHOOD if home and exact else where.precision,
        lat=None if hidden else where.lat,
        lon=None if hidden else where.lon,
        radius_km=None if hidden else where.radius_km,
    )


def _place_words(found: Catalogue, place_id: str, written: str) -> PublicWords:
    names = found.places.get(place_id, ())
    arabic = next((name for name in names if is_arabic(name)), "")
    latin = next((name for name in names if not is_arabic(name)), "")
    if is_arabic(written):
        return PublicWords(latin or _title(place_id), arabic or written)
    return PublicWords(latin or _title(place_id), arabic)


def _title(place_id: str) -> str:
    return " ".join(part.capitalize() for part in place_id.replace("_", "-").split("-") if part)


def is_arabic(text: str) -> bool:
    """Whether any letter of a text is Arabic."""
    return any("\u0600" <= letter <= "\u06ff" for letter in text)


def scope(found: Catalogue, of: Scope) -> PublicScope:
    """What a number is about."""
    where = place(found, of.place)
    return PublicScope(of.outcome, of.population, parties(found, of.parties), where, of.period, of.kind)
