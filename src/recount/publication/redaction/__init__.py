"""Redaction: the only maker of public values. What the policy does not allow is not in them, so no page can leak it."""

import re

from recount.model.boundaries import Boundaries
from recount.model.decisions import Decision
from recount.model.evidence import SetAside
from recount.model.findings import Findings
from recount.model.values import UNDETERMINED
from recount.publication.public import (
    PublicBoundary,
    PublicCase,
    PublicDecision,
    PublicSetAside,
    PublicSite,
    PublicWords,
)
from recount.publication.redaction import figures, grids, incidents, method, people, reports, tables, words
from recount.publication.redaction.catalogue import Catalogue, catalogue
from recount.publication.redaction.evidence import Resolver
from recount.publication.redaction.naming import policy
from recount.publication.redaction.resting import resting
from recount.publication.redaction.small import withheld
from recount.publication.settings import PublicationSettings

QUOTED = re.compile("“[^”]*”|\"[^\"]*\"|'[^']*'|«[^»]*»|‘[^’]*’")
"""What stands between quotation marks."""


def redact(findings: Findings, settings: PublicationSettings) -> PublicSite:
    """Everything of a case that may be shown.

    Raises:
        Unfounded: a number that would be published rests on nothing.
    """
    found = catalogue(findings)
    chosen = policy(settings)
    resolve = Resolver(found, chosen, withheld(found, chosen))
    claims = reports.claims(resolve)
    positions = incidents.positions(resolve)
    borne = resting(found, resolve.withheld)
    texts = reports.reports(resolve, claims, complete=settings.texts == "full")
    victims = findings.resolution.victims
    return PublicSite(
        case=_case(found, settings),
        parties=tuple(words.party(found, party) for party in dict.fromkeys((*found.parties, UNDETERMINED))),
        figures=figures.figures(resolve),
        incidents=incidents.incidents(resolve, claims, positions),
        people=people.people(resolve),
        unnamed=sum(not victim.named for victim in victims),
        named=sum(victim.named for victim in victims),
        naming=settings.naming,
        k=settings.k,
        claims=tuple(claims.values()),
        reports=texts,
        sources=tables.sources(resolve, texts, borne),
        origins=reports.origins(resolve, claims),
        positions=tuple(sorted(positions.values(), key=lambda p: (p.party.id, str(p.stated or ""), p.id))),
        discrepancies=figures.discrepancies(resolve),
        estimates=figures.estimates(resolve),
        decisions=tuple(_decision(resolve, decision) for decision in findings.decisions),
        set_aside=tuple(_set_aside(resolve, aside) for aside in findings.set_aside),
        method=method.settings(found),
        links=_links(findings),
        grids=grids.pages(resolve),
        resting=borne,
        withheld=tuple(found.figures[key].name for key in found.figures if key in resolve.withheld),
    )


def _case(found: Catalogue, settings: PublicationSettings) -> PublicCase:
    facts = found.findings.case
    return PublicCase(
        words=PublicWords(facts.name, facts.name_ar),
        about=PublicWords(facts.about, facts.about_ar),
        version=facts.version,
        as_of=facts.as_of,
        simulated=facts.simulated,
        contact=settings.contact,
        scope=words.scope(found, facts.scope),
        publisher=facts.publisher,
        boundaries=_boundaries(facts.boundaries),
        boundaries_credit="" if facts.boundaries is None else f"{facts.boundaries.credit}, {facts.boundaries.licence}",
    )


def _boundaries(known: Boundaries | None) -> tuple[PublicBoundary, ...]:
    areas = () if known is None else known.areas
    return tuple(PublicBoundary(PublicWords(area.name, area.name_ar), area.rings) for area in areas)


def _decision(resolve: Resolver, decision: Decision) -> PublicDecision:
    return PublicDecision(
        id=decision.id,
        day=decision.time.date(),
        question=decision.question.value,
        subject=resolve.known(decision.subject),
        judgement=decision.judgement.value,
        value=decision.value or "",
        reason="" if resolve.closed(decision.subject) else decision.reason,
        stale=decision.id in resolve.found.findings.stale,
    )


def _set_aside(resolve: Resolver, aside: SetAside) -> PublicSetAside:
    """What was set aside; what a cell held is left out where rows of people are not shown."""
    what = aside.what if resolve.policy.open and resolve.policy.show_rows else QUOTED.sub("[…]", aside.what)
    return PublicSetAside(aside.where, what, aside.remedy, aside.whole)


def _links(findings: Findings) -> tuple[tuple[str, str], ...]:
    """How rows were compared, for the method note."""
    links = findings.links
    if not findings.records:
        return ()
    found = [("engine", links.engine), ("threshold", f"{links.threshold:g}"), ("missed", f"{links.missed:.2%}")]
    found += [(name, f"{pairs:,}") for name, pairs in links.blocks]
    found += [("bounded", why) for why in links.bounded]
    return tuple(found)
