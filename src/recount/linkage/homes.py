"""Where people lived, made comparable: numbers and words of an address, a byte a letter (distances count bytes)."""

import re
from dataclasses import dataclass

from recount.language.arabic import LETTERS, fold, western_digits
from recount.language.scripts import visible
from recount.model.assertions import Record
from recount.model.codes import PlacePrecision
from recount.model.values import Home

_ONE_BYTE = str.maketrans(LETTERS, "ABCDEFGHIJKLMNOPQRSTUVWXYZ01")
_NUMBER = re.compile(r"\d+[a-z]?")
_NOT_A_DIGIT = re.compile(r"\D+")
_FEWEST_DIGITS = 5
PLACED = ("house", "street", "building", "suburb", "postcode")
"""Parts of an address of which two are shared by few who do not live together."""


@dataclass(frozen=True, slots=True)
class Address(Home):
    """A home as it is compared; `house` may stand among the words of the street."""

    @property
    def keys(self) -> tuple[str | None, ...]:
        """Parts of an address that few share, two and two, where both are told."""
        near = ((self.street, other) for other in (self.house, self.suburb, self.postcode))
        named = ((self.building, other) for other in (self.suburb, self.postcode))
        block = None if self.suburb is None else (self.suburb, self.postcode)
        return tuple(None if None in pair else repr(pair) for pair in (*near, *named, (self.house, block)))


def address(record: Record) -> Address:
    """Where the person of a record lived, or the building where they died."""
    home = record.home or Home(street=_building(record))
    words = f"{plain(home.house) or ''} {plain(home.street) or ''}".split()
    house = next((word for word in words if _NUMBER.fullmatch(word)), None)
    street = [word for word in words if word != house]
    return Address(
        house,
        " ".join(street) or None,
        plain(home.building),
        plain(home.suburb),
        _joined(home.postcode),
        plain(home.state),
        _phone(home.phone),
    )


def _building(record: Record) -> str | None:
    exact = record.place is not None and record.place.precision is PlacePrecision.BUILDING
    return record.place.written if record.place is not None and exact else None


def plain(written: str | None) -> str | None:
    """Words in small letters, Arabic ones as large Latin ones, without marks."""
    folded = fold(visible(written or "").casefold()).translate(_ONE_BYTE)
    return " ".join(re.sub(r"[^a-zA-Z0-9]+", " ", western_digits(folded)).split()) or None


def _joined(written: str | None) -> str | None:
    """A code without the blanks people put into it."""
    return (plain(written) or "").replace(" ", "") or None


def _phone(written: str | None) -> str | None:
    """The last digits of a telephone number: prefixes are written in many ways."""
    digits = _NOT_A_DIGIT.sub("", western_digits(visible(written or "")))
    return digits[-9:] if len(digits) >= _FEWEST_DIGITS else None
