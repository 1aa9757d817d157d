"""What an assessor has on the desk, looked up by id."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from recount.language.roster import Roster, party_of, roster
from recount.model.assertions import Acknowledgement, Assertions, Claim, Record
from recount.model.evidence import Source
from recount.model.incidents import Incident
from recount.model.origins import Origin
from recount.model.people import Resolution, Victim
from recount.model.scope import Scope
from recount.model.values import Party
from recount.model.versions import VersionStep


@dataclass(frozen=True)
class Dossier:
    """Everything that bears on grades and counts."""

    scope: Scope
    sources: tuple[Source, ...]
    parties: tuple[Party, ...]
    assertions: Assertions
    resolution: Resolution
    incidents: tuple[Incident, ...]
    origins: tuple[Origin, ...]
    versions: tuple[VersionStep, ...] = ()

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.assertions.claims}

    @cached_property
    def positions(self) -> dict[str, Acknowledgement]:
        """Positions by id."""
        return {one.id: one for one in self.assertions.acknowledgements}

    @cached_property
    def records(self) -> dict[str, Record]:
        """Records by id."""
        return {record.id: record for record in self.assertions.records}

    @cached_property
    def victims(self) -> dict[str, Victim]:
        """Victims by id."""
        return {victim.id: victim for victim in self.resolution.victims}

    @cached_property
    def incidents_of(self) -> dict[str, tuple[str, ...]]:
        """The incidents that the lists place each victim in."""
        found: dict[str, tuple[str, ...]] = {}
        for incident in self.incidents:
            for victim in incident.victims:
                found[victim] = (*found.get(victim, ()), incident.id)
        return found

    @cached_property
    def answering(self) -> dict[str, int]:
        """How many incidents each position answers."""
        return Counter(one for incident in self.incidents for one in incident.acknowledgements)

    @cached_property
    def origin_of(self) -> dict[str, str]:
        """The origin each claim belongs to; a claim outside any origin is its own."""
        return {claim: origin.id for origin in self.origins for claim in origin.claims}

    @cached_property
    def roster(self) -> Roster:
        """Who is known by name: parties, sources, publishers."""
        return roster(self.sources, self.parties, self.assertions.claims)

    @cached_property
    def _party_of_source(self) -> dict[str, str]:
        return {source.id: source.party for source in self.sources if source.party is not None}

    def origin(self, claim: Claim) -> str:
        """The independent voice behind a claim."""
        return self.origin_of.get(claim.id, claim.id)

    def party_called(self, name: str) -> str | None:
        """The party to the conflict that goes by a name."""
        return party_of(self.roster.called(name).key)

    def speaks_for(self, claim: Claim) -> str | None:
        """The party to the conflict that makes a claim, None for everyone else."""
        said = self.roster.speaker(claim.chain).key
        told = claim.source if said is None else said.removeprefix("source:")
        return party_of(said) or self._party_of_source.get(told) or self._party_of_source.get(claim.source)

    def speaker(self, claim: Claim) -> str | None:
        """One key for everybody who is known by a claimant's words, else those words; None where nobody is named."""
        return None if claim.claimant is None else self.roster.speaker(claim.chain).key or claim.claimant.casefold()
