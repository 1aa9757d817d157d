"""From an id to the sentence, cell, person or event it stands for. What resolves to nothing is refused (rule 33)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from recount.errors import Unfounded
from recount.model.assertions import Acknowledgement, Claim, Proposition, Record
from recount.model.codes import Unit
from recount.model.decisions import Decision
from recount.model.evidence import Document, Locator
from recount.model.exhibits import Exhibit, Tally
from recount.model.incidents import Incident
from recount.model.people import Victim
from recount.model.values import day
from recount.publication.public import PublicEvidence, PublicWords
from recount.publication.redaction import naming, words
from recount.publication.redaction.catalogue import (
    Catalogue,
    estimate_id,
    figure_href,
    incident_href,
    of_people,
    origin_href,
    person_href,
    source_href,
)
from recount.publication.redaction.naming import Naming, Policy

COUNTED = (Unit.PEOPLE, Unit.BODIES, Unit.NAMES)
LEAVES = 6
"""How many sentences or cells are shown behind one person or event; the rest stand on its own page."""


@dataclass(frozen=True, slots=True)
class Resolver:
    """Finds what an id stands for, as far as the policy allows to show it."""

    found: Catalogue
    policy: Policy
    withheld: frozenset[str] = frozenset()
    _known: dict[str, PublicEvidence | None] = field(default_factory=dict)

    def __call__(self, evidence: str) -> PublicEvidence | None:
        """The evidence behind an id, None where nothing answers to it."""
        if evidence not in self._known:
            self._known[evidence] = self._resolve(evidence)
        return self._known[evidence]

    def all(self, ids: Iterable[str], owner: str) -> tuple[PublicEvidence, ...]:
        """The evidence behind several ids.

        Raises:
            Unfounded: an id resolves to nothing.
        """
        return tuple(self._demand(evidence, owner) for evidence in ids)

    def known(self, ids: Iterable[str]) -> tuple[PublicEvidence, ...]:
        """The evidence behind those ids that resolve."""
        resolved = (self(evidence) for evidence in ids)
        return tuple(evidence for evidence in resolved if evidence is not None)

    def closed(self, ids: Iterable[str]) -> bool:
        """Whether words about these things could name somebody who may not be named."""
        found = self.found
        people = [found.person_of.get(key) or found.victims.get(key) for key in ids]
        return any(person is not None and self.policy.of(person.age) is not Naming.FULL for person in people)

    def _demand(self, evidence: str, owner: str) -> PublicEvidence:
        resolved = self(evidence)
        if resolved is None:
            raise Unfounded(
                f"{owner} rests on {evidence}, which is no sentence, row, decision or figure of this case; "
                "rebuild the case, and report this if it stays"
            )
        return resolved

    def _resolve(self, evidence: str) -> PublicEvidence | None:
        found = self.found
        tries: tuple[tuple[Mapping[str, object], Callable[[str], PublicEvidence]], ...] = (
            (found.claims, lambda key: self.claim(found.claims[key])),
            (found.records, lambda key: self.record(found.records[key])),
            (found.victims, lambda key: self.person(found.victims[key])),
            (found.incidents, lambda key: self.incident(found.incidents[key])),
            (found.positions, lambda key: self.position(found.positions[key])),
            (found.propositions, lambda key: self.proposition(found.propositions[key])),
            (found.held, lambda key: self.held(found.held[key])),
            (found.figures, self._figure),
            (found.decisions, lambda key: self.decision(found.decisions[key])),
            (found.origins, self._origin),
            (found.discrepancies, self._discrepancy),
            (found.estimates, self._estimate),
            (found.documents, lambda key: self._document(found.documents[key])),
            (found.sources, self._source),
            (found.settings, self._setting),
        )
        for known, make in tries:
            if evidence in known:
                return make(evidence)
        return self._setting(evidence.removeprefix("setting:")) if evidence.startswith("setting:") else None

    def claim(self, claim: Claim) -> PublicEvidence:
        """A claim, with its sentence."""
        by = claim.claimant or claim.source
        made = self._at(claim.id, "claim", claim.locator, PublicWords(claim.phrase or by))
        return replace(
            made,
            quote=sentence_of(claim, self.found.documents.get(claim.locator.document)) or claim.words,
            by=PublicWords(by) if claim.chain else words.source(self.found.sources.get(claim.source), by),
            period=claim.period,
            interval=claim.quantity.interval if claim.quantity.unit in COUNTED else None,
        )

    def record(self, record: Record) -> PublicEvidence:
        """A row of a list of people, or the page of the list where its rows are not shown."""
        name = words.source(self.found.sources.get(record.source), record.source)
        return self._at(record.id, "record", record.locator, name)

    def person(self, victim: Victim) -> PublicEvidence:
        """A person and the rows behind them."""
        how = self.policy.of(victim.age)
        rows = tuple(self.record(self.found.records[key]) for key in victim.records if key in self.found.records)
        if how is Naming.NONE:
            return PublicEvidence("person", victim.id, "people/index.html", PublicWords(""), leaves=rows[:LEAVES])
        shown = naming.names(victim.names, how)
        latin = next((name.text for name in shown if not name.arabic), "")
        arabic = next((name.text for name in shown if name.arabic), "")
        label = PublicWords(latin or arabic, arabic or latin)
        return PublicEvidence("person", victim.id, person_href(victim.id), label, leaves=rows[:LEAVES])

    def incident(self, incident: Incident) -> PublicEvidence:
        """An event, with the first sentences and rows behind it."""
        found = self.found
        leaves = [self.claim(found.claims[key]) for key in incident.claims if key in found.claims]
        leaves += [self.position(found.positions[key]) for key in incident.acknowledgements if key in found.positions]
        leaves += [self.person(found.victims[key]) for key in incident.victims[:LEAVES] if key in found.victims]
        return PublicEvidence(
            "incident",
            incident.id,
            incident_href(incident.id),
            incident_words(found, incident),
            period=incident.period,
            interval=incident.killed,
            leaves=tuple(leaves[:LEAVES]),
        )

    def position(self, position: Acknowledgement) -> PublicEvidence:
        """A party's own position, with its words."""
        who = words.party(self.found, position.party).words
        made = self._at(position.id, "acknowledgement", position.locator, PublicWords(position.position.value))
        when = None if position.stated is None else day(position.stated)
        return replace(made, quote=position.words, by=who, period=when, interval=position.conceded)

    def proposition(self, proposition: Proposition) -> PublicEvidence:
        """One voice on a proposition."""
        made = self._at(proposition.id, "proposition", proposition.locator, PublicWords(proposition.says))
        return replace(made, quote=proposition.words, by=PublicWords(proposition.claimant))

    def held(self, one: Exhibit | Tally) -> PublicEvidence:
        """A piece of evidence somebody holds, or a count of people who have no rows."""
        kind = "tally" if isinstance(one, Tally) else "exhibit"
        made = self._at(one.id, kind, one.locator, PublicWords(one.kind.value))
        number = one.number if isinstance(one, Tally) else one.amount
        document = self.found.documents.get(one.locator.document)
        source = self.found.sources.get(document.source) if document is not None else None
        own = source is not None and one.claimant == source.name
        by = words.source(source) if own else PublicWords(one.claimant)
        return replace(made, quote=one.words, by=by, interval=number)

    def decision(self, decision: Decision) -> PublicEvidence:
        """A reviewer's decision."""
        anchor = decision.id.replace("#", "-")
        return PublicEvidence("decision", decision.id, f"decisions.html#{anchor}", PublicWords(decision.id))

    def _at(self, key: str, kind: str, locator: Locator, label: PublicWords) -> PublicEvidence:
        document = self.found.documents.get(locator.document)
        source = self.found.sources.get(document.source) if document is not None else None
        if locator.row is not None and of_people(source) and not self.policy.show_rows and source is not None:
            return PublicEvidence(kind, key, source_href(source.id), label)
        return PublicEvidence(kind, key, self.found.href(locator, key), label, row=locator.row)

    def _figure(self, key: str) -> PublicEvidence:
        figure = self.found.figures[key]
        if key in self.withheld:
            return PublicEvidence("figure", key, None, PublicWords(figure.name))
        leaves = self.known(list(dict.fromkeys(e for line in figure.lines for e in line.evidence if e != key))[:LEAVES])
        name = PublicWords(figure.name)
        return PublicEvidence("figure", key, figure_href(figure), name, interval=figure.interval, leaves=leaves)

    def _origin(self, key: str) -> PublicEvidence:
        origin = self.found.origins[key]
        leaves = tuple(self.claim(self.found.claims[c]) for c in origin.claims[:LEAVES] if c in self.found.claims)
        alone = leaves[0].href if len(origin.claims) == 1 and leaves else None
        return PublicEvidence("origin", key, alone or origin_href(key), PublicWords(origin.says or key), leaves=leaves)

    def _discrepancy(self, key: str) -> PublicEvidence:
        title = PublicWords(self.found.discrepancies[key].title)
        return PublicEvidence("discrepancy", key, f"discrepancies.html#{key}", title)

    def _estimate(self, key: str) -> PublicEvidence:
        estimate = self.found.estimates[key]
        return PublicEvidence("estimate", estimate_id(estimate), f"estimate.html#{key}", PublicWords(estimate.stratum))

    def _document(self, document: Document) -> PublicEvidence:
        label = PublicWords(document.title or document.path.rsplit("/", 1)[-1])
        href = f"reports/{document.id}.html" if document.text is not None else source_href(document.source)
        return PublicEvidence("document", document.id, href, label)

    def _source(self, key: str) -> PublicEvidence:
        return PublicEvidence("source", key, source_href(key), words.source(self.found.sources[key]))

    def _setting(self, key: str) -> PublicEvidence:
        return PublicEvidence("setting", key, "method.html#settings", PublicWords(key))


def sentence_of(claim: Claim, document: Document | None) -> str:
    """The sentence a claim stands in, empty where it comes from a cell."""
    if document is None or document.text is None or claim.sentence is None:
        return ""
    start, end = claim.sentence
    return " ".join(document.text[start:end].split())


def incident_words(found: Catalogue, incident: Incident) -> PublicWords:
    """What an event is called: its place, else its title."""
    where = words.place(found, incident.place)
    name = where.words if where is not None else PublicWords("")
    title = title_of(incident)
    return PublicWords(name.en or title or incident.id, name.ar or title or incident.id)


def title_of(incident: Incident) -> str:
    """The title of an event, where it has one that is not merely its code."""
    return "" if incident.title in incident.codes else incident.title
