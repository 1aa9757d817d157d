"""The people, events, parties and reports of a release as FollowTheMoney entities, one a line.

FollowTheMoney knows neither ranges nor doubt: a number with two ends stands in a note, a grade in the role of a link,
and the ledgers are left out. Names of properties: followthemoney.tech, schemata Event, Person, Organization, Document,
Documentation and UnknownLink.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from recount.model.codes import Outcome, PartyKind, Sex
from recount.model.ids import digest
from recount.model.interval import Interval
from recount.model.values import UNDETERMINED, Period
from recount.publication.formats.plain import web
from recount.publication.public import (
    PublicClaim,
    PublicIncident,
    PublicParty,
    PublicPerson,
    PublicPlace,
    PublicPosition,
    PublicReport,
    PublicSite,
    PublicWords,
)

NAME = "entities.ftm.json"

JOINT = "+"
"""What stands between the ids of parties that an assessment names together."""

_NOT_IN_IDS = re.compile(r"[^A-Za-z0-9-]")
_LANGUAGES = {"en": "eng", "ar": "ara", "fr": "fra", "de": "deu", "es": "spa", "ru": "rus", "uk": "ukr", "fa": "fas"}
_GENDERS = {Sex.MALE: "male", Sex.FEMALE: "female"}

Entity = dict[str, object]


def entities(site: PublicSite) -> bytes:
    """Everything that FollowTheMoney has a word for."""
    lines = [json.dumps(entity, ensure_ascii=False, separators=(",", ":")) for entity in _entities(site)]
    return "".join(f"{line}\n" for line in lines).encode()


def _entities(site: PublicSite) -> Iterator[Entity]:
    parties = {party.id: party for party in _parties(site) if party.id != UNDETERMINED and JOINT not in party.id}
    yield from (_party(party) for party in parties.values())
    yield from (_report(report) for report in site.reports)
    yield from (_person(person) for person in site.people)
    shown = {person.id for person in site.people}
    standing = {claim.id: report.id for report in site.reports for claim in report.claims}
    for incident in site.incidents:
        yield _event(incident, shown)
        yield from _told(incident, standing)
        yield from _assessed(incident)
    for position in site.positions:
        yield from _position(position)
    yield from _blamed(site.people)


def _parties(site: PublicSite) -> Iterator[PublicParty]:
    yield from site.parties
    yield from (assessment.party for incident in site.incidents for assessment in incident.assessments)
    yield from (position.party for position in site.positions)
    for figure in site.figures:
        yield from figure.scope.parties or ()
    yield from (party for person in site.people for named in person.attributions for party in named)


def _entity(key: str, schema: str, **properties: Iterable[str | None]) -> Entity:
    """An entity with those properties that have a value."""
    plain = {name: [value for value in values if value] for name, values in properties.items()}
    return {"id": key, "schema": schema, "properties": {name: values for name, values in plain.items() if values}}


def _link(kind: str, *about: str) -> str:
    return f"{kind}-{digest(' '.join(about).encode())[:12]}"


def _party(party: PublicParty) -> Entity:
    schema = "PublicBody" if party.kind is PartyKind.STATE else "Organization"
    return _entity(_party_key(party.id), schema, name=[party.words.en], alias=[party.words.ar])


def _party_key(party: str) -> str:
    """An id that FollowTheMoney takes: letters, digits, hyphens and stops."""
    return f"party-{_NOT_IN_IDS.sub('.', party)}"


def _report(report: PublicReport) -> Entity:
    title = report.title or report.path.rpartition("/")[2]
    return _entity(
        report.id,
        "Document",
        name=[title],
        title=[title],
        fileName=[report.path.rpartition("/")[2]],
        publisher=[report.publisher or report.source.en],
        publishedAt=[None if report.published is None else report.published.isoformat()],
        language=[_LANGUAGES.get(report.language)],
        sourceUrl=[web(report.url)],
        notes=[f"SHA-256 {report.sha256}", f"en/{report.href}"],
    )


def _person(person: PublicPerson) -> Entity:
    names = [name.text for name in person.names]
    killed = person.outcome is Outcome.KILLED
    days = _days(person.died)
    return _entity(
        person.id,
        "Person",
        name=names[:1] or [f"Not named ({person.id})"],
        alias=names[1:],
        gender=[_GENDERS.get(person.sex)],
        deathDate=[days if killed else None],
        address=[_place(person.place)],
        notes=[
            f"{person.outcome.value}: {person.cause.value}",
            f"between {_ends(person.died)}" if days is None and person.died is not None else None,
            f"age {person.age}" if person.age else None,
            f"status {person.status.value}",
        ],
    )


def _event(incident: PublicIncident, shown: set[str]) -> Entity:
    start, end = (None, None) if incident.period is None else (incident.period.start, incident.period.end)
    return _entity(
        incident.id,
        "Event",
        name=[incident.title or f"Incident {incident.id}"],
        startDate=[None if start is None else start.isoformat()],
        endDate=[None if end is None else end.isoformat()],
        location=[_place(incident.place)],
        involved=[found.id for found in incident.people if found.id in shown],
        recordId=incident.codes,
        summary=[_number("killed, as claimed", incident.killed), _number("injured, as claimed", incident.injured)],
    )


def _told(incident: PublicIncident, standing: dict[str, str]) -> Iterator[Entity]:
    """Which reports speak of an event, with the words of each number."""
    found: dict[str, list[PublicClaim]] = {}
    for claim in incident.claims:
        if claim.id in standing:
            found.setdefault(standing[claim.id], []).append(claim)
    for report, claims in found.items():
        yield _entity(
            _link("told", report, incident.id),
            "Documentation",
            document=[report],
            entity=[incident.id],
            role=["claims"],
            summary=[f"{claim.outcome.value}: {claim.interval}, “{claim.phrase}”" for claim in claims],
        )


def _assessed(incident: PublicIncident) -> Iterator[Entity]:
    for one in incident.assessments:
        parties = _named(one.party.id)
        for party in parties:
            yield _entity(
                _link("assessed", one.party.id, party, incident.id),
                "UnknownLink",
                subject=[_party_key(party)],
                object=[incident.id],
                role=[f"assessed: {one.grade.value}{_jointly(parties)}"],
                summary=[one.says],
            )


def _named(together: str) -> list[str]:
    """The parties of an assessment; *undetermined* is nobody, and nobody is no entity."""
    return [party for party in together.split(JOINT) if party != UNDETERMINED]


def _jointly(parties: Sequence[str]) -> str:
    return ", jointly" if len(parties) > 1 else ""


def _position(position: PublicPosition) -> Iterator[Entity]:
    """A party's own position on an event; one on a total has nothing here that it could point at."""
    if position.incident is None:
        return
    yield _entity(
        position.id,
        "UnknownLink",
        subject=[_party_key(position.party.id)],
        object=[position.incident.id],
        role=[f"own position: {position.position.value}"],
        date=[None if position.stated is None else position.stated.isoformat()],
        summary=[position.words, _number("conceded", position.conceded)],
    )


def _blamed(people: Sequence[PublicPerson]) -> Iterator[Entity]:
    for person in people:
        for named in dict.fromkeys(person.attributions):
            parties = [party.id for party in named if party.id != UNDETERMINED]
            for party in parties:
                yield _entity(
                    _link("laid-to", party, person.id, *parties),
                    "UnknownLink",
                    subject=[_party_key(party)],
                    object=[person.id],
                    role=[f"named responsible{_jointly(parties)}"],
                )


def _days(period: Period | None) -> str | None:
    """A day, or the month that holds all of it; longer periods have no date."""
    if period is None or period.start is None or period.end is None:
        return None
    if period.start == period.end:
        return period.start.isoformat()
    same = (period.start.year, period.start.month) == (period.end.year, period.end.month)
    return period.start.strftime("%Y-%m") if same else None


def _ends(period: Period) -> str:
    ends = ("?" if end is None else end.isoformat() for end in (period.start, period.end))
    return " and ".join(ends)


def _place(place: PublicPlace | None) -> str | None:
    if place is None:
        return None
    around: PublicWords | None = place.within
    return place.words.en if around is None else f"{place.words.en}, {around.en}"


def _number(what: str, interval: Interval) -> str | None:
    return f"{what}: {interval}" if interval.known else None
