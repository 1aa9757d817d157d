"""The same numbers for somebody's own analysis: CSV and JSON, made of public values only."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from recount.model.interval import Interval, Number
from recount.model.values import Period
from recount.publication import gridded
from recount.publication.packaging import packaged
from recount.publication.public import PublicParty, PublicPlace, PublicScope, PublicSite
from recount.publication.record import public_record

Value = str | int | float | bool | None
Row = Mapping[str, Value]

MANY = 20_000
"""Rows up to which a table comes as JSON as well: beyond, its keys alone would weigh more than everything else."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def downloads(site: PublicSite) -> dict[str, bytes]:
    """Every file of open data, by name."""
    tables: dict[str, Sequence[Row]] = {
        "figures": list(_figures(site)),
        "ledger-lines": list(_lines(site)),
        "claims": list(_claims(site)),
        "incidents": list(_incidents(site)),
        "assessments": list(_assessments(site)),
        "positions": list(_positions(site)),
        "discrepancies": list(_discrepancies(site)),
        "victims": list(_victims(site)),
        **gridded.tables(site.grids),
    }
    files: dict[str, bytes] = {}
    for name, rows in sorted(tables.items()):
        files[f"{name}.csv"] = as_csv(rows)
        if len(rows) <= MANY:
            files[f"{name}.json"] = as_json(rows)
    files["build.json"] = (json.dumps(asdict(public_record(site)), ensure_ascii=False) + "\n").encode()
    return files | packaged(site, tables)


def as_csv(rows: Sequence[Row]) -> bytes:
    """A table with a header, in UTF-8 with a mark so that spreadsheets read the names; formulas are neutralised."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    if rows:
        writer.writerow(list(rows[0]))
        writer.writerows([neutral(value) for value in row.values()] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def neutral(value: Value) -> Value:
    """A cell that no spreadsheet takes for a formula: an apostrophe goes before = + - @ at its beginning."""
    if isinstance(value, str) and value.lstrip(" \u00a0\ufeff").startswith(_FORMULA):
        return "'" + value
    return value


def as_json(rows: Sequence[Row]) -> bytes:
    """A list of objects, one a line; values stay as they are."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]\n".encode()


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
            **_where(claim.place),
            **_days(claim.period),
            "said_by": claim.chain[-1] if claim.chain else None,
            "source": claim.source.en,
            "published": None if claim.published is None else claim.published.isoformat(),
            "stance": claim.stance.value,
            "origin": claim.origin,
            "repeats": None if claim.repeats is None else claim.repeats.id,
            "incident": None if claim.incident is None else claim.incident.id,
            "words": claim.phrase,
            "page": f"en/{claim.href}",
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
            "rows_at": ";".join(entry.href or "" for entry in person.entries),
            "page": f"en/{person.href}",
        }
