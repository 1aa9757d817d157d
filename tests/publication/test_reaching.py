"""A template that reaches for anything but what may be shown fails here, whatever the data."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest

import recount.publication
from recount.publication import PublicationSettings
from recount.publication.pages import pages
from recount.publication.redaction import redact
from tests.publication import invented
from tests.publication.given import GIVEN, KNOWN, OTHERS
from tests.publication.reaching import Reader, bare, options

FOLDER = Path(recount.publication.__file__).parent / "templates"
SOURCES = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.html")}
PARTS = {"parts.html", "custody.html"}


def reached(name: str, source: str | None = None) -> list[str]:
    sources = SOURCES if source is None else {**SOURCES, name: source}
    return Reader(name, sources, {**GIVEN, **OTHERS}[name], KNOWN).run().wrong


def test_no_template_of_a_page_is_left_out() -> None:
    assert {*GIVEN, *OTHERS, *PARTS} == set(SOURCES)


@pytest.mark.parametrize("name", sorted({**GIVEN, **OTHERS}))
def test_a_template_reaches_for_nothing_but_what_may_be_shown(name: str) -> None:
    assert reached(name) == []


def test_most_attributes_are_held_against_a_known_type() -> None:
    found = [Reader(name, SOURCES, given, KNOWN).run() for name, given in GIVEN.items()]
    told, untold = sum(one.told for one in found), sum(one.untold for one in found)
    assert told > 600
    assert untold < told / 10


REACHING = (
    "{{ people[0].notes }}",
    "{% for person in people %}{{ person.records }}{% endfor %}",
    "{% for person in people %}{% for e in person.entries %}{{ e.informant }}{% endfor %}{% endfor %}",
    "{% for person in people %}{% for e in person.entries %}{{ e.source.sealed }}{% endfor %}{% endfor %}",
    "{% set chosen = people | list %}{% for one in chosen %}{{ one.place.home }}{% endfor %}",
    "{% for one in people | selectattr('witness') %}{% endfor %}",
    "{% for key, found in people | groupby('phone') %}{% endfor %}",
    "{% macro told(one) %}{{ one.joined_by }}{% endmacro %}{{ told(people[0]) }}",
    "{{ people[0]._replace }}",
    "{{ people[0].names[0].original }}",
    "{{ (people[0] if people else people[1]).address }}",
    "{{ nobody_knows.cause_written }}",
    "{{ gone[0].__dict__ }}",
    '{% import "parts.html" as p with context %}{{ p.gone(people) }}',
)


@pytest.mark.parametrize("source", REACHING)
def test_a_template_that_reaches_for_a_private_value_is_refused(source: str) -> None:
    assert len(reached("persons.html", source)) >= 1


def test_what_templates_are_given_is_what_their_types_say() -> None:
    site = redact(invented.findings(), PublicationSettings(naming="full", minors="full", show_rows=True))
    met = set()
    for page in pages(site):
        expected = GIVEN[page.template]
        assert set(page.values) == set(expected), page.template
        for name, value in page.values.items():
            assert fits(value, expected[name]), f"{page.template}: {name}"
        met.add(page.template)
    assert {"account.html", "persons.html", "incident.html", "report.html", "grids.html"} - met <= {"grids.html"}


def fits(value: object, what: Any) -> bool:
    """Whether a value is of a type, all through what holds others."""
    if value is None:
        return type(None) in options(what)
    return any(_fits(value, one) for one in options(what))


def _fits(value: object, what: Any) -> bool:
    origin, args = get_origin(what), get_args(what)
    if origin is list or (origin is tuple and Ellipsis in args):
        return isinstance(value, Sequence) and all(fits(one, args[0]) for one in value)
    if origin is tuple:
        return isinstance(value, tuple) and all(fits(one, kind) for one, kind in zip(value, args, strict=True))
    if origin is dict:
        return isinstance(value, Mapping) and all(fits(one, args[1]) for one in value.values())
    return isinstance(value, bare(what))
