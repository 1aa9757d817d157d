"""Civilian, fighter or unknown, by a declared rule over what the records say (rule 14)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from recount.assessment.settings import AssessmentSettings
from recount.model.assertions import Record
from recount.model.codes import Status
from recount.model.evidence import Source
from recount.model.people import Resolution, Victim
from recount.model.values import party_inside


def declared(
    resolution: Resolution, records: Iterable[Record], sources: Iterable[Source], settings: AssessmentSettings
) -> Resolution:
    """Every victim with the status that the rule of `[assessment] status` gives.

    What only the party held responsible for a death says of the dead is context and no proof: a status that no other
    source gives is unknown. Nothing turns unknown into civilian.
    """
    by_id = {record.id: record for record in records}
    speaks = {source.id: source.party for source in sources if source.party is not None}
    victims = tuple(_declared(victim, by_id, speaks, settings) for victim in resolution.victims)
    return resolution if victims == resolution.victims else replace(resolution, victims=victims)


def _declared(
    victim: Victim, records: Mapping[str, Record], speaks: Mapping[str, str], settings: AssessmentSettings
) -> Victim:
    told = [records[one] for one in victim.records if one in records]
    blamed = {party for one in victim.attributions for party in one.parties}
    told = [one for one in told if not any(party_inside(speaks.get(one.source, ""), party) for party in blamed)]
    found = _status(told, settings)
    return victim if found is victim.status else replace(victim, status=found)


def _status(records: Sequence[Record], settings: AssessmentSettings) -> Status:
    said = [one for one in records if one.status is not Status.UNKNOWN]
    if settings.status == "register":
        said = [one for one in said if one.source == settings.register] or said
    counts = Counter(one.status for one in said).most_common()
    if len(counts) == 1 or (settings.status == "majority" and len(counts) > 1 and counts[0][1] > counts[1][1]):
        return counts[0][0]
    return Status.UNKNOWN
