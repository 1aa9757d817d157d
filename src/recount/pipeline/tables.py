"""People to capture tables: those of the accepted linkage, and of every draw of it."""

from collections.abc import Sequence

from recount.assessment.people import belongs, within
from recount.assessment.removals import still_listed
from recount.assessment.status import declared
from recount.config import Settings
from recount.estimation import redrawn, tabulate
from recount.linkage import changes
from recount.model.assertions import Record
from recount.model.estimates import CaptureTable
from recount.model.evidence import Rows, Source
from recount.model.people import Resolution, Victim
from recount.model.versions import VersionStep

Change = tuple[tuple[Victim, ...], tuple[Victim, ...]]


def tabulated(
    people: Resolution,
    records: Sequence[Record],
    sources: Sequence[Source],
    versions: Sequence[VersionStep],
    settings: Settings,
) -> tuple[CaptureTable, ...]:
    """The table of everybody in scope, then one a stratum, each with its counts in the draws of the linkage.

    A list captures nobody whom its last version has removed, where the case's policy says that they leave the count.
    """
    lists, by = settings.estimation.lists or _lists_of_people(sources), settings.estimation.by
    if not lists:
        return ()
    by_id = {record.id: record for record in records}

    def listed(victims: Sequence[Victim]) -> tuple[Victim, ...]:
        return still_listed(victims, by_id, versions, settings.assessment)

    victims = listed(within(people, settings.case.scope).victims)
    inside = (_in_scope(change, records, sources, settings) for change in changes(records, people))
    linkages = [(listed(gone), listed(come)) for gone, come in inside]
    whole = redrawn(tabulate(victims, lists), linkages, lists)
    strata = redrawn(tabulate(victims, lists, by), linkages, lists, by) if by else {}
    return (*whole.values(), *(strata[name] for name in sorted(strata)))


def _lists_of_people(sources: Sequence[Source]) -> tuple[str, ...]:
    return tuple(source.id for source in sources if source.mapping is not None and source.mapping.rows is Rows.PERSONS)


def _in_scope(change: Change, records: Sequence[Record], sources: Sequence[Source], settings: Settings) -> Change:
    """What a draw changes among the victims of the case's scope, their status declared as that of all others."""
    scope, (gone, come) = settings.case.scope, change
    told = {record for victim in come for record in victim.records}
    ruled = declared(Resolution(come), [one for one in records if one.id in told], sources, settings.assessment)
    return tuple(v for v in gone if belongs(v, scope)), tuple(v for v in ruled.victims if belongs(v, scope))
