"""One language of the site: its messages, and how it writes numbers, dates and names."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from markupsafe import Markup, escape

from recount.errors import SettingsError
from recount.model.codes import Precision
from recount.model.interval import Interval, Number
from recount.model.values import Period
from recount.publication.public import PublicParty, PublicPlace, PublicWords
from recount.publication.redaction.words import is_arabic

Day = date
_ARABIC_RUN = re.compile(r"[\u0600-\u06ff](?:[\u0600-\u06ff\s]*[\u0600-\u06ff])?")

_LATIN = re.compile(r"[A-Za-z0-9]")
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True, slots=True)
class Wording:
    """Messages by key, and the customs of one language."""

    code: str
    direction: str
    messages: Mapping[str, str]

    def __call__(self, key: str, **slots: object) -> str:
        """A message with its slots filled; slots that hold markup stay markup, everything else is escaped.

        Raises:
            SettingsError: the language has no such message.
        """
        message = self.messages.get(key)
        if message is None:
            raise SettingsError(f"messages/{self.code}.toml has no message “{key}”; add it")
        if not slots:
            return message
        return Markup(message.format(**{name: escape(value) for name, value in slots.items()}))

    def has(self, key: str) -> bool:
        """Whether there is such a message."""
        return key in self.messages

    def code_word(self, family: str, value: str) -> str:
        """The word for a value of a closed list, or the value itself where the language has none."""
        return self.messages.get(f"{family}.{value}", value)

    def count(self, thing: str, number: int) -> Markup:
        """A number of things, in the grammatical number the language wants."""
        form = f"{thing}.{plural(self.code, number)}"
        message = self.messages.get(form) or self(f"{thing}.other")
        return Markup(message.format(n=self.number(number)))

    def number(self, value: Number) -> str:
        """A number, grouped, in the language's digits."""
        if isinstance(value, float) and value == int(value):
            value = int(value)
        written = f"{value:,}" if isinstance(value, int) else _decimal(value)
        return self.digits(written)

    def digits(self, text: str) -> str:
        """Digits and separators of the language, in place of the Latin ones."""
        if self.code != "ar":
            return text
        return text.replace(",", "٬").replace(".", "٫").translate(_EASTERN)

    def interval(self, value: Interval) -> str:
        """An interval: `at least 4`, `up to 30`, `9,310–9,398`, or that nobody gave a figure."""
        if not value.known:
            return self("interval.unknown")
        if value.high is None:
            return self("interval.at_least", n=self.number(value.floor))
        if value.low is None:
            return self("interval.up_to", n=self.number(value.high))
        if value.exact:
            return self.number(value.low)
        return self("interval.range", low=self.number(value.low), high=self.number(value.high))

    def share(self, value: Interval) -> str:
        """A share in percent."""
        scaled = value.times(100, 100)
        ends = [None if end is None else round(end, 1) for end in (scaled.low, scaled.high)]
        return self("interval.percent", n=self.interval(Interval(*ends)))

    def date(self, value: date | None) -> str:
        """A day, with the month's name."""
        if value is None:
            return ""
        return f"{self.digits(str(value.day))} {self.month_name(value.month)} {self.digits(str(value.year))}"

    def iso_day(self, text: str) -> str:
        """A day written 2017-03-17, with the month's name."""
        return self.date(Day.fromisoformat(text))

    def month_name(self, month: int) -> str:
        """The name of a month."""
        return self(f"month.{month}")

    def month(self, year: int, month: int) -> str:
        """A month of a year."""
        return f"{self.month_name(month)} {self.digits(str(year))}"

    def period(self, value: Period | None) -> str:
        """A period as finely as it is known."""
        if value is None or (value.start is None and value.end is None):
            return ""
        if value.start is None:
            return self("period.until", end=self.date(value.end))
        if value.end is None:
            return self("period.from", start=self.date(value.start))
        return self._span(value.start, value.end, value.precision)

    def _span(self, start: Day, end: Day, precision: Precision) -> str:
        if start == end:
            return self.date(start)
        if precision is Precision.MONTH and (start.year, start.month) == (end.year, end.month):
            return self.month(start.year, start.month)
        if precision is Precision.YEAR and start.year == end.year:
            return self.digits(str(start.year))
        return self("period.span", start=self.date(start), end=self.date(end))

    def words(self, value: PublicWords | None) -> Markup:
        """A name in this language, else in English, isolated so that mixed scripts keep their order."""
        if value is None:
            return Markup("")
        return self.isolated((value.ar if self.code == "ar" else value.en) or value.en or value.ar)

    def isolated(self, text: str) -> Markup:
        """A name, between isolates where its script runs against this language's."""
        return isolated(text, self.code)

    def place(self, value: PublicPlace | None) -> Markup:
        """A place, with the place around it."""
        if value is None:
            return Markup("")
        name = self.words(value.words)
        if value.within is None:
            return name
        return Markup(self("place.within", name=name, around=self.words(value.within)))

    def parties(self, value: tuple[PublicParty, ...] | None) -> Markup:
        """Parties named together, or that nobody was named."""
        if value is None:
            return Markup(escape(self("party.anyone")))
        return Markup(escape(self("party.and"))).join(self.words(party.words) for party in value)


@lru_cache(maxsize=1 << 16)
def isolated(text: str, inside: str = "") -> Markup:
    """A name between isolates, with its language where its script is not Latin; bare `inside` its own language."""
    arabic = is_arabic(text)
    if inside and arabic == (inside == "ar") and not (arabic and _LATIN.search(text)):
        return escape(text)
    if arabic:
        return Markup(f"<bdi lang=ar>{escape(text)}</bdi>")
    return Markup(f"<bdi>{escape(text)}</bdi>")


def apart(text: str) -> Markup:
    """A Latin sentence with its Arabic words isolated, so that what stands beside them keeps its order."""
    return Markup(_ARABIC_RUN.sub(r'<bdi lang="ar">\g<0></bdi>', str(escape(text))))


def plural(language: str, number: int) -> str:
    """The grammatical number after a count (CLDR): six forms in Arabic, two elsewhere."""
    if language != "ar":
        return "one" if number == 1 else "other"
    if number in (0, 1, 2):
        return ("zero", "one", "two")[number]
    if 3 <= number % 100 <= 10:
        return "few"
    return "many" if number % 100 >= 11 else "other"


def _decimal(value: float) -> str:
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.3g}"


@cache
def wording(language: str) -> Wording:
    """The messages of a language.

    Raises:
        SettingsError: there is no file of messages for it.
    """
    resource = files("recount.publication").joinpath("messages", f"{language}.toml")
    if not resource.is_file():
        raise SettingsError(f"recount.toml, [publication] languages: there is no messages/{language}.toml; add it")
    messages = dict(_flat(tomllib.loads(resource.read_text("utf-8"))))
    return Wording(language, messages.get("direction", "ltr"), messages)


def _flat(table: Mapping[str, object], prefix: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            found += _flat(value, f"{prefix}{key}.")
        else:
            found.append((f"{prefix}{key}", str(value)))
    return found
