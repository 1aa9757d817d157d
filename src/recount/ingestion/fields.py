"""The fields of Recount that a column may be mapped to, per kind of row, and the closed lists behind some of them."""

from enum import StrEnum

from recount.model.assertions import Side
from recount.model.codes import (
    Cause,
    EvidenceKind,
    Outcome,
    PlacePrecision,
    Population,
    Position,
    Sex,
    Stance,
    Status,
    TallyKind,
)
from recount.model.evidence import Rows

GROUPS: dict[str, Population] = {
    "civilians": Population.CIVILIANS,
    "children": Population.CHILDREN,
    "women": Population.WOMEN,
    "men": Population.MEN,
    "fighters": Population.FIGHTERS,
}
"""Groups of people whose numbers an incident table may give beside the whole."""

GROUPED: tuple[str, ...] = tuple(
    f"{outcome}_{group}{end}" for outcome in ("killed", "injured") for group in GROUPS for end in ("", "_low", "_high")
)
"""The fields for those numbers: `killed_women`, or `killed_women_low` and `killed_women_high`, and so on."""

FIELDS: dict[Rows, tuple[str, ...]] = {
    Rows.PERSONS: (
        "name",
        "name_latin",
        "name_arabic",
        "sex",
        "age",
        "birth_year",
        "birth_date",
        "died",
        "registered",
        "place",
        "cause",
        "status",
        "party",
        "ground",
        "official_id",
        "code",
        "incident",
        "outcome",
        "died_from",
        "died_to",
        "aliases",
        "consent",
        "lat",
        "lon",
        "coordinates",
        "mgrs",
        "accuracy",
        "place_arabic",
    ),
    Rows.INCIDENTS: (
        "code",
        "claimant",
        "date",
        "start",
        "end",
        "place",
        "lat",
        "lon",
        "killed",
        "killed_low",
        "killed_high",
        "injured",
        "injured_low",
        "injured_high",
        "population",
        "party",
        "cause",
        "published",
        "stance",
        "words",
        "url",
        "coordinates",
        "mgrs",
        "accuracy",
        "place_arabic",
        "grade",
        *GROUPED,
        "position",
        "reason",
        "stated",
        "conceded",
        "conceded_low",
        "conceded_high",
        "named",
        "evidence",
    ),
    Rows.POSITIONS: (
        "code",
        "party",
        "position",
        "reason",
        "stage",
        "conceded",
        "conceded_low",
        "conceded_high",
        "outcome",
        "population",
        "date",
        "start",
        "end",
        "place",
        "incident",
        "total",
        "stated",
        "supersedes",
        "claimant",
        "words",
        "apart_from",
        "evidence",
        "lat",
        "lon",
        "coordinates",
        "mgrs",
        "accuracy",
        "place_arabic",
    ),
    Rows.PROPOSITIONS: (
        "incident",
        "says",
        "side",
        "claimant",
        "party",
        "stated",
        "words",
    ),
    Rows.MONTHLY: (
        "month",
        "party",
        "carried",
        "new",
        "closed",
        "still_open",
        "credible",
        "non_credible",
        "duplicate",
        "deaths",
        "correction",
        "total",
        "since",
        "place",
        "stated",
        "words",
    ),
    Rows.EVIDENCE: (
        "code",
        "evidence",
        "incident",
        "amount",
        "amount_low",
        "amount_high",
        "unit",
        "date",
        "start",
        "end",
        "holder",
        "party",
        "released",
        "reviewed_by",
        "obtained",
        "claimant",
        "stated",
        "words",
    ),
    Rows.TALLIES: (
        "code",
        "tally",
        "number",
        "number_low",
        "number_high",
        "incident",
        "of",
        "list",
        "beyond",
        "date",
        "start",
        "end",
        "place",
        "place_arabic",
        "cause",
        "claimant",
        "published",
        "words",
    ),
}
"""Fields by kind of row, in the order the documentation lists them."""


class Consent(StrEnum):
    """What the people who speak for somebody allow: their name may be published, they may be counted, or nothing."""

    PUBLISH = "publish"
    COUNT = "count only"
    NONE = "none"


CODES: dict[str, type[StrEnum]] = {
    "sex": Sex,
    "cause": Cause,
    "status": Status,
    "outcome": Outcome,
    "population": Population,
    "position": Position,
    "stance": Stance,
    "side": Side,
    "accuracy": PlacePrecision,
    "consent": Consent,
    "evidence": EvidenceKind,
    "tally": TallyKind,
}
"""Fields whose meaning is one value of a closed list."""


def code(field: str, meaning: str) -> str | None:
    """The value of a field's closed list that a word means: the value itself or its short name, None where neither."""
    for each in CODES[field]:
        if meaning.strip().casefold() in (each.value, each.name.casefold(), each.name.casefold().replace("_", " ")):
            return each.value
    return None
