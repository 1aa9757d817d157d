"""Whether a column's values fit a field, and what they hint at where the header says nothing."""

from collections.abc import Callable

from recount.cli.drafting.meanings import known
from recount.cli.drafting.profile import Profile, mostly
from recount.ingestion.fields import CODES
from recount.model.evidence import Rows

_DAYS = (
    "died",
    "died_from",
    "died_to",
    "registered",
    "birth_date",
    "date",
    "start",
    "end",
    "published",
    "stated",
    "since",
)
_COUNTS = ("killed", "injured", "conceded")
_NUMBERS = ("carried", "new", "closed", "still_open", "credible", "non_credible", "duplicate", "deaths")
_WORDS = ("place", "place_arabic", "cause", "party", "claimant", "name", "name_latin", "name_arabic", "aliases", "says")


def fits(field: str, profile: Profile) -> str:
    """Why the values do not fit a field; empty where they do, or where nothing can be said against it."""
    if not profile.filled:
        return "the column is empty"
    for wanted, share, least, what in _TESTS:
        if wanted(field) and share(profile) < least:
            return f"{_some(share(profile))} of its values are {what}"
    if field in CODES and profile.distinct > 40 and not any(known(field, value) for value, _ in profile.values):
        return f"{profile.distinct} different values, none of which is known"
    return ""


def _some(share: float) -> str:
    """A share as a person would say it: none, or so many per cent, rounded down."""
    return f"only {int(share * 100)} %" if share >= 0.01 else "none"


def checked(field: str) -> bool:
    """Whether values can speak for a field at all."""
    return any(wanted(field) for wanted, *_ in _TESTS) or field in CODES


_Test = tuple[Callable[[str], bool], Callable[[Profile], float], float, str]
_TESTS: tuple[_Test, ...] = (
    (lambda field: field in _DAYS, lambda profile: profile.dates, 0.8, "dates in one order"),
    (lambda field: field == "month", lambda profile: profile.months, 0.8, "months"),
    (lambda field: field == "age", lambda profile: profile.ages, 0.8, "ages"),
    (lambda field: field == "birth_year", lambda profile: profile.years, 0.8, "years"),
    (lambda field: field.startswith(_COUNTS) or field in _NUMBERS, lambda profile: profile.counts, 0.8, "counts"),
    (lambda field: field in ("lat", "lon"), lambda profile: profile.degrees + profile.whole, 0.9, "degrees"),
    (
        lambda field: field == "coordinates",
        lambda profile: profile.pairs + profile.grids,
        0.8,
        "pairs of degrees or grid references",
    ),
    (lambda field: field == "mgrs", lambda profile: profile.grids, 0.8, "grid references"),
    (lambda field: field == "url", lambda profile: profile.urls, 0.8, "addresses of pages"),
    (lambda field: field == "claimant", lambda profile: 1 - profile.urls, 0.5, "names of who says it"),
    (lambda field: field in _WORDS, lambda profile: 1 - profile.whole, 0.5, "words"),
    (lambda field: field == "name_arabic", lambda profile: profile.arabic, 0.5, "in Arabic script"),
    (lambda field: field == "name_latin", lambda profile: 1 - profile.arabic, 0.5, "in Latin script"),
)
"""For each field what its values must be, and the least share of them that must be so."""


def hint(profile: Profile, rows: Rows) -> tuple[str, bool, str] | None:
    """What values alone point at: a field, whether only that can be meant, and why. None where they say nothing."""
    if not profile.filled:
        return None
    for field, sure, why in _hints(profile, rows):
        return field, sure, why
    return None


def _sexes(profile: Profile) -> bool:
    meanings = {known("sex", value) for value, _ in profile.values}
    return None not in meanings and bool(meanings & {"male", "female"})


def _hints(profile: Profile, rows: Rows) -> list[tuple[str, bool, str]]:
    found: list[tuple[str, bool, str]] = []
    persons, incidents = rows is Rows.PERSONS, rows is Rows.INCIDENTS
    if mostly(profile.phones) and not mostly(profile.dates):
        found.append(("(seal)", True, "looks like telephone numbers"))
    if (persons or incidents) and mostly(profile.grids):
        found.append(("mgrs", True, "grid references"))
    if (persons or incidents) and mostly(profile.pairs):
        found.append(("coordinates", True, "pairs of degrees"))
    if incidents and mostly(profile.urls):
        found.append(("url", True, "addresses of pages"))
    if persons and profile.distinct <= 8 and _sexes(profile):
        found.append(("sex", True, "only words for male and female"))
    if mostly(profile.dates):
        field = "died" if persons else "month" if rows is Rows.MONTHLY else "date"
        found.append((field, False, "dates, and nothing says of what"))
    if profile.serial:
        found.append(("(ignore)", True, "numbers the lines"))
    if persons and mostly(profile.ages) and mostly(profile.whole) and profile.distinct > 3:
        found.append(("age", False, "numbers that could be ages"))
    if (persons or incidents) and mostly(profile.degrees):
        found.append(("lat", False, "degrees, and nothing says which"))
    if persons and mostly(profile.names) and profile.distinct > 0.7 * profile.filled:
        field = "name_arabic" if mostly(profile.arabic) else "name"
        found.append((field, False, "words like those of names"))
    if persons and mostly(profile.whole) and profile.distinct == profile.filled > 3:
        found.append(("code", False, "a number of its own in every row"))
    return found
