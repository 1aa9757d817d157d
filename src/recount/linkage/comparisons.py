"""Comparisons of everything but names: their levels, in SQL the engine runs and in words a reviewer reads.

`usual` and `chance` are how often a level is met by two records of one person and of two people drawn at random
before the records have been looked at; what the records say soon outweighs them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """One outcome of a comparison, tried in order."""

    says: str
    sql: str
    usual: float
    chance: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison: silent where `silent` holds, else the first level whose condition holds."""

    name: str
    silent: str
    levels: tuple[Level, ...]
    shared_by_kin: bool = False
    cap: float = 12.0


_OTHERWISE = "ELSE"
_DAY_GAP = "greatest(died_first_l - died_last_r, died_first_r - died_last_l)"
_SWAPPED = "died_first_l = died_swapped_r or died_first_r = died_swapped_l"
_BORN_SWAPPED = (
    "left(born_l, 4) = left(born_r, 4) "
    "and substr(born_l, 5, 2) = substr(born_r, 7, 2) and substr(born_l, 7, 2) = substr(born_r, 5, 2)"
)
_YEARS = "greatest(age_low_l - age_high_r, age_low_r - age_high_l)"
_DIGITS = "damerau_levenshtein(cast(age_low_l as varchar), cast(age_low_r as varchar)) <= 1"
_LAG = "coalesce(registered_l - died_last_r, registered_r - died_last_l)"

_STREETS_ALIKE = "jaro_winkler_similarity(street_l, street_r) >= 0.88"
_SUBURBS_ALIKE = "jaro_winkler_similarity(suburb_l, suburb_r) >= 0.88"
_POSTCODES_ALIKE = "damerau_levenshtein(postcode_l, postcode_r) <= 1"

COMPARISONS = (
    Comparison(
        "sex",
        "sex_l is null or sex_r is null",
        (
            Level("same sex", "sex_l = sex_r", 0.99, 0.6),
            Level("different sex", _OTHERWISE, 0.01, 0.4),
        ),
        cap=6.0,
    ),
    Comparison(
        "age",
        "age_low_l is null or age_low_r is null or (born_l is not null and born_r is not null)",
        (
            Level("same age", "age_low_l = age_low_r and age_high_l = age_high_r", 0.75, 0.02),
            Level("age within a year", f"{_YEARS} <= 1", 0.18, 0.05),
            Level("age within three years", f"{_YEARS} <= 3", 0.03, 0.07),
            Level("age within ten years", f"{_YEARS} <= 10", 0.02, 0.22),
            Level("ages one digit apart", _DIGITS, 0.02, 0.15),
            Level("age more than ten years apart", _OTHERWISE, 0.01, 0.49),
        ),
    ),
    Comparison(
        "date of birth",
        "born_l is null or born_r is null",
        (
            Level("same day of birth", "born_l = born_r", 0.85, 0.00006),
            Level("day and month of birth swapped", _BORN_SWAPPED, 0.02, 0.00006),
            Level("days of birth one slip apart", "damerau_levenshtein(born_l, born_r) <= 1", 0.07, 0.002),
            Level("same year of birth", "left(born_l, 4) = left(born_r, 4)", 0.02, 0.02),
            Level("another day of birth", _OTHERWISE, 0.04, 0.978),
        ),
        cap=14.0,
    ),
    Comparison(
        "date of death",
        "died_first_l is null or died_first_r is null",
        (
            Level(
                "same day of death",
                "died_first_l = died_first_r and died_last_l = died_last_r and died_first_l = died_last_l",
                0.75,
                0.006,
            ),
            Level("dates of death within three days", f"{_DAY_GAP} between 0 and 3", 0.12, 0.02),
            Level("periods of death overlap", f"{_DAY_GAP} < 0 or {_DAY_GAP} = 0", 0.05, 0.05),
            Level("day and month of death swapped", _SWAPPED, 0.01, 0.002),
            Level("dates of death within a month", f"{_DAY_GAP} <= 31", 0.05, 0.2),
            Level("dates of death more than a month apart", _OTHERWISE, 0.02, 0.72),
        ),
        shared_by_kin=True,
    ),
    Comparison(
        "date of registration",
        f"(died_first_l is not null and died_first_r is not null) or {_LAG} is null",
        (
            Level("registered before the death", f"{_LAG} < -1", 0.02, 0.5),
            Level("registered within a week of the death", f"{_LAG} <= 7", 0.5, 0.02),
            Level("registered within two months of the death", f"{_LAG} <= 60", 0.3, 0.13),
            Level("registered later than two months after the death", _OTHERWISE, 0.18, 0.35),
        ),
        shared_by_kin=True,
    ),
    Comparison(
        "place",
        "place_l is null or place_r is null",
        (
            Level("same place", "place_l = place_r", 0.7, 0.04),
            Level(
                "one place lies in the other",
                "starts_with(place_l, place_r || '/') or starts_with(place_r, place_l || '/')",
                0.15,
                0.1,
            ),
            Level("places in the same wider place", "wider_l = wider_r", 0.08, 0.3),
            Level("places apart", _OTHERWISE, 0.07, 0.56),
        ),
        shared_by_kin=True,
        cap=8.0,
    ),
    Comparison(
        "address",
        "street_l is null or street_r is null",
        (
            Level("same street and house", "street_l = street_r and house_l = house_r", 0.6, 0.0002),
            Level("streets alike, same house", f"{_STREETS_ALIKE} and house_l = house_r", 0.1, 0.0001),
            Level("streets alike", _STREETS_ALIKE, 0.18, 0.004),
            Level("another street", _OTHERWISE, 0.12, 0.9957),
        ),
        shared_by_kin=True,
        cap=12.0,
    ),
    Comparison(
        "building",
        "building_l is null or building_r is null",
        (
            Level("same building", "building_l = building_r", 0.75, 0.002),
            Level("buildings alike", "jaro_winkler_similarity(building_l, building_r) >= 0.88", 0.12, 0.004),
            Level("another building", _OTHERWISE, 0.13, 0.994),
        ),
        shared_by_kin=True,
        cap=8.0,
    ),
    Comparison(
        "neighbourhood",
        "(suburb_l is null or suburb_r is null) and (postcode_l is null or postcode_r is null)",
        (
            Level("same suburb and postcode", "suburb_l = suburb_r and postcode_l = postcode_r", 0.65, 0.001),
            Level("suburbs alike, same postcode", f"{_SUBURBS_ALIKE} and postcode_l = postcode_r", 0.08, 0.0005),
            Level("same suburb", "suburb_l = suburb_r", 0.12, 0.003),
            Level("same postcode", "postcode_l = postcode_r", 0.07, 0.003),
            Level("suburbs or postcodes alike", f"{_SUBURBS_ALIKE} or {_POSTCODES_ALIKE}", 0.05, 0.03),
            Level("another suburb", _OTHERWISE, 0.03, 0.9625),
        ),
        shared_by_kin=True,
        cap=10.0,
    ),
    Comparison(
        "state",
        "state_l is null or state_r is null or suburb_l = suburb_r or postcode_l = postcode_r",
        (
            Level("same state", "state_l = state_r", 0.9, 0.25),
            Level("another state", _OTHERWISE, 0.1, 0.75),
        ),
        shared_by_kin=True,
        cap=4.0,
    ),
    Comparison(
        "telephone",
        "phone_l is null or phone_r is null",
        (
            Level("same telephone number", "phone_l = phone_r", 0.6, 0.00005),
            Level("telephone numbers one slip apart", "damerau_levenshtein(phone_l, phone_r) <= 1", 0.05, 0.0001),
            Level("other telephone numbers", _OTHERWISE, 0.35, 0.99985),
        ),
        shared_by_kin=True,
        cap=10.0,
    ),
    Comparison(
        "cause",
        "cause_l is null or cause_r is null",
        (
            Level("same cause", "cause_l = cause_r", 0.75, 0.3),
            Level("different causes", _OTHERWISE, 0.25, 0.7),
        ),
        shared_by_kin=True,
        cap=4.0,
    ),
    Comparison(
        "incident",
        "incident_l is null or incident_r is null",
        (
            Level("same incident code", "incident_l = incident_r", 0.5, 0.01),
            Level("different incident codes", _OTHERWISE, 0.5, 0.99),
        ),
        shared_by_kin=True,
        cap=8.0,
    ),
    Comparison(
        "official id",
        "official_l is null or official_r is null",
        (
            Level("same official id", "official_l = official_r", 0.9, 0.00005),
            Level("different official ids", _OTHERWISE, 0.1, 0.99995),
        ),
        cap=12.0,
    ),
    Comparison(
        "list's own code",
        "code_l is null or code_r is null or source_l = source_r",
        (
            Level("same code in both lists", "code_l = code_r", 0.5, 0.00005),
            Level("different codes", _OTHERWISE, 0.5, 0.99995),
        ),
        cap=10.0,
    ),
)
