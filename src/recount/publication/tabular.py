"""The tables of open data: which there are, and what stands in their rows. Made of public values only."""

from collections.abc import Iterable, Iterator

from recount.model.interval import Interval, Number
from recount.model.tables import OpenTable, Value
from recount.model.values import Period
from recount.publication import gridded
from recount.publication.formats.plain import web
from recount.publication.formats.shapes import Row, anchored, read_off, shaped
from recount.publication.public import PublicParty, PublicPlace, PublicScope, PublicSite
from recount.publication.wording import Wording


def open_tables(site: PublicSite, say: Wording) -> tuple[OpenTable, ...]:
    """Every table of a release, by name, with words of this language."""
    rows = {
        "figures": _figures(site),
        "ledger-lines": _lines(site),
        "claims": _claims(site),
        "incidents": _incidents(site),
        "assessments": _assessments(site),
        "positions": _positions(site),
        "discrepancies": _discrepancies(site),
        "victims": _victims(site),
        "victims-incidents": _deaths(site),
        "parties": _parties(site),
        "places": _places(site),
        "sources": _sources(site),
        "reports": _reports(site),
        "redirects": _redirects(site),
        "tombstones": _tombstones(site),
    }
    declared = [shaped(name, say(f"table.{name}"), found) for name, found in rows.items()]
    headings = {key.removeprefix("column."): text for key, text in say.messages.items() if key.startswith("column.")}
    others = [
        read_off(name, say(f"grid.{name.replace('-', '_')}"), found, headings)
        for name, found in gridded.tables(site.grids).items()
    ]
    return anchored(sorted((*declared, *others), key=lambda table: table.name))


def _address(href: str | None) -> str | None:
    """The address of a page from the folder of the release: in English, or shared by all languages."""
    if href is None:
        return None
    return href.removeprefix("../") if href.startswith("../") else f"en/{href}"


def _ends(name: str, interval: Interval) -> dict[str, Number | None]:
    return {f"{name}_low": interval.low, f"{name}_high": interval.high}


def _days(period: Period | None) -> dict[str, str | None]:
    start, end = (None, None) if period is None else (period.start, period.end)
    return {"start": None if start is None else start.isoformat(), "end": None if end is None else end.isoformat()}


def _named(parties: tuple[PublicParty, ...] | None) -> str | None:
    return None if parties is None else ";".join(party.id for party in parties)


def _where(place: PublicPlace | None) -> dict[str, Value]:
    return {
        "place": None if place is None else place.id,
        "lat": None if place is None else place.lat,
        "lon": None if place is None else place.lon,
        "precision": None if place is None else place.precision.value,
    }


def _scope(scope: PublicScope) -> dict[str, Value]:
    return {
        "kind": scope.kind.value,
        "outcome": scope.outcome.value,
        "population": scope.population.value,
        "parties": _named(scope.parties),
        "place": None if scope.place is None else scope.place.id,
        **_days(scope.period),
    }


def _figures(site: PublicSite) -> Iterable[Row]:
    for figure in site.figures:
        yield {
            "id": figure.id,
            "name": figure.name,
            **_ends("people", figure.interval),
            "without_a_figure": figure.unknown,
            **_scope(figure.scope),
            "page": f"en/{figure.href}",
        }


def _lines(site: PublicSite) -> Iterable[Row]:
    for figure in site.figures:
        for line in figure.lines:
            yield {
                "figure": figure.id,
                "line": line.number,
                "effect": "adds" if line.adds else "subtracts",
                **_ends("people", line.amount),
                "rule": line.rule,
                "label": line.label,
                "says": line.says,
                "evidence": len(line.evidence),
            }


def _claims(site: PublicSite) -> Iterable[Row]:
    standing = {claim.id: report.id for report in site.reports for claim in report.claims}
    for claim in site.claims:
        yield {
            "id": claim.id,
            **_ends("quantity", claim.interval),
            "comparator": claim.comparator.value,
            "unit": claim.unit.value,
            "form": claim.kind.value,
            "outcome": claim.outcome.value,
            "population": claim.population.value,
            "parties": _named(claim.parties),
            "place": None if claim.place is None else claim.place.id,
            "precision": None if claim.place is None else claim.place.precision.value,
            **_days(claim.period),
            "said_by": claim.chain[-1] if claim.chain else None,
            "source": claim.source.en,
            "published": None if claim.published is None else claim.published.isoformat(),
            "stance": claim.stance.value,
            "origin": claim.origin,
            "repeats": None if claim.repeats is None else claim.repeats.id,
            "incident": None if claim.incident is None else claim.incident.id,
            "words": claim.phrase,
            "page": _address(claim.href),
            "report": standing.get(claim.id),
        }


def _incidents(site: PublicSite) -> Iterable[Row]:
    for incident in site.incidents:
        yield {
            "id": incident.id,
            "title": incident.title,
            **_where(incident.place),
            **_days(incident.period),
            **_ends("killed", incident.killed),
            **_ends("injured", incident.injured),
            "claims": len(incident.claims),
            "people": len(incident.people),
            "codes": ";".join(incident.codes),
            "page": f"en/{incident.href}",
        }


def _assessments(site: PublicSite) -> Iterable[Row]:
    for incident in site.incidents:
        for assessment in incident.assessments:
            yield {
                "incident": incident.id,
                "party": assessment.party.id,
                "grade": assessment.grade.value,
                "rule": assessment.rule,
                "origins": assessment.origins,
                **_ends("conceded", assessment.conceded),
                **_ends("residual", assessment.residual),
            }


def _positions(site: PublicSite) -> Iterable[Row]:
    for position in site.positions:
        yield {
            "id": position.id,
            "party": position.party.id,
            "position": position.position.value,
            **_ends("conceded", position.conceded),
            "outcome": position.outcome.value,
            "population": position.population.value,
            "reason": position.reason,
            "stage": position.stage,
            "stated": None if position.stated is None else position.stated.isoformat(),
            "on_total": position.of_total,
            "incident": None if position.incident is None else position.incident.id,
            "supersedes": position.supersedes,
            "words": position.words,
        }


def _discrepancies(site: PublicSite) -> Iterable[Row]:
    for found in site.discrepancies:
        yield {
            "id": found.id,
            "kind": found.kind,
            "title": found.title,
            "says": found.says,
            "strength": found.strength,
            "holds": found.holds,
            "subjects": ";".join(subject.id for subject in found.subjects),
            "numbers": "; ".join(f"{name}: {interval}" for name, interval in found.numbers),
        }


def _victims(site: PublicSite) -> Iterable[Row]:
    for person in site.people:
        yield {
            "id": person.id,
            "name_latin": next((name.text for name in person.names if not name.arabic), None),
            "name_arabic": next((name.text for name in person.names if name.arabic), None),
            "sex": person.sex.value,
            "age": person.age or None,
            "outcome": person.outcome.value,
            **_days(person.died),
            "place": None if person.place is None else person.place.id,
            "cause": person.cause.value,
            "status": person.status.value,
            "parties": ";".join(_named(named) or "" for named in person.attributions) or None,
            "rows": len(person.entries),
            "joined": person.joined,
            "rows_at": ";".join((entry.href or "").removeprefix("../") for entry in person.entries),
            "page": f"en/{person.href}",
        }


def _deaths(site: PublicSite) -> Iterable[Row]:
    """Which people are laid to which incident: those who are shown, whichever of the two says so."""
    shown = {person.id for person in site.people}
    told = [(person.id, found.id) for person in site.people for found in person.incidents]
    told += [(found.id, incident.id) for incident in site.incidents for found in incident.people]
    for victim, incident in sorted(set(told)):
        if victim in shown:
            yield {"victim": victim, "incident": incident}


def _parties(site: PublicSite) -> Iterable[Row]:
    """The parties of the case, and those that are only named somewhere."""
    found = {party.id: party for party in site.parties}
    for party in _mentioned(site):
        found.setdefault(party.id, party)
    for party in found.values():
        yield {"id": party.id, "name": party.words.en, "name_ar": party.words.ar}


def _mentioned(site: PublicSite) -> Iterator[PublicParty]:
    for figure in site.figures:
        yield from figure.scope.parties or ()
    for claim in site.claims:
        yield from claim.parties or ()
    for incident in site.incidents:
        yield from (assessment.party for assessment in incident.assessments)
    yield from (position.party for position in site.positions)
    for person in site.people:
        for named in person.attributions:
            yield from named


def _places(site: PublicSite) -> Iterable[Row]:
    """Names of places; where they are stands beside each thing that happened there, as finely as it may be shown."""
    mentioned = [
        site.case.scope.place,
        *(figure.scope.place for figure in site.figures),
        *(incident.place for incident in site.incidents),
        *(claim.place for claim in site.claims),
        *(person.place for person in site.people),
    ]
    found = {place.id: place for place in reversed(mentioned) if place is not None}
    for key, place in sorted(found.items()):
        within = None if place.within is None else place.within.en
        yield {"id": key, "name": place.words.en, "name_ar": place.words.ar, "within": within}


def _sources(site: PublicSite) -> Iterable[Row]:
    for source in site.sources:
        yield {
            "id": source.id,
            "name": source.words.en,
            "name_ar": source.words.ar,
            "kind": source.kind.value,
            "language": source.language,
            "licence": source.licence,
            "url": web(source.url),
            "obtained": source.obtained,
            "page": f"en/{source.href}",
        }


def _reports(site: PublicSite) -> Iterable[Row]:
    for report in site.reports:
        yield {
            "id": report.id,
            "title": report.title,
            "source": report.source.en,
            "publisher": report.publisher,
            "published": None if report.published is None else report.published.isoformat(),
            "url": web(report.url),
            "language": report.language,
            "path": report.path,
            "sha256": report.sha256,
            "page": f"en/{report.href}",
        }


def _redirects(site: PublicSite) -> Iterable[Row]:
    gone = () if site.since is None else (*site.since.gone, *site.since.earlier)
    for one in gone:
        for heir in one.heirs:
            yield {
                "id": one.id,
                "kind": one.kind,
                "page": f"en/{one.href}",
                "to": heir.id,
                "to_page": f"en/{heir.href}",
                "reason": one.reason,
                "last_in": one.last_in,
            }


def _tombstones(site: PublicSite) -> Iterable[Row]:
    gone = () if site.since is None else (*site.since.gone, *site.since.earlier)
    for one in gone:
        if not one.heirs:
            yield {
                "id": one.id,
                "kind": one.kind,
                "page": f"en/{one.href}",
                "reason": one.reason,
                "last_in": one.last_in,
            }
