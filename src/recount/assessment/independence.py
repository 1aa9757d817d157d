"""Who repeats whom: copies, rewrites and common speakers, claim by claim; support is counted by origin."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from recount.assessment.independence_credit import taken_from
from recount.assessment.independence_earlier import Earlier
from recount.assessment.independence_match import changed_counterpart, counterpart, same_event, same_figure
from recount.assessment.independence_quotes import one_utterance, spoken
from recount.assessment.independence_rank import ranked
from recount.assessment.independence_reports import Repeats, repeated
from recount.language.roster import NOBODY, Roster
from recount.model.assertions import Claim
from recount.model.codes import Unit
from recount.model.evidence import Document
from recount.model.ids import content_id
from recount.model.origins import Derivation, Origin

_NUMBER = re.compile(r"(?<![\d.,])\d{1,2}(?!\d|[.,]\d)")


def derivations(
    claims: Sequence[Claim], documents: Sequence[Document], known: Roster = NOBODY
) -> tuple[Derivation, ...]:
    """The claims that repeat a claim of another report, or that give the same speaker's words again.

    Stored per claim: one article mixes several origins. Each claim derives from at most one other, and never from a
    later report, so that there are no circles. `known` says who is meant by several names.
    """
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.locator.document].append(claim)
    rank = ranked(documents)
    found: dict[str, Derivation] = {}
    texts = {document.id: document.text or "" for document in documents}
    reports = repeated(documents, by_document, rank, known)
    for repeats in reports:
        for claim in by_document[repeats.document]:
            copied = repeats.kind == "copy" and not _dated_in_words(claim, texts)
            origin = counterpart(claim, by_document[repeats.origin], copied=copied)
            if origin is not None and claim.id not in found:
                found[claim.id] = Derivation(claim.id, origin.id, repeats.kind, repeats.score, repeats.why)
    kept = {one.origin for one in found.values()}
    for repeats in reports:
        _outcomes_changed(repeats, by_document, found, kept)
    for taken in taken_from(by_document, documents, rank, known):
        found.setdefault(taken.claim, taken)
    for again in (
        *_same_words(claims, documents, rank),
        *_same_speaker(claims, rank, known),
        *_said_twice(by_document),
    ):
        found.setdefault(again.claim, again)
    return tuple(found[claim] for claim in sorted(found))


def _dated_in_words(claim: Claim, texts: Mapping[str, str]) -> bool:
    """Whether a claim's sentence writes the number of its day, so that no other day of printing changes it."""
    start = claim.period.start if claim.period is not None else None
    if start is None or claim.sentence is None:
        return True
    sentence = texts.get(claim.locator.document, "")[slice(*claim.sentence)]
    return any(int(number) == start.day for number in _NUMBER.findall(sentence))


def _outcomes_changed(
    repeats: Repeats, by_document: Mapping[str, Sequence[Claim]], found: dict[str, Derivation], kept: set[str]
) -> None:
    """Claims that no claim of the origin matches, unless its dead became casualties on the way or the reverse.

    What is found is added to `found`, and the claims repeated to `kept`.
    """
    there = [claim for claim in by_document[repeats.origin] if claim.id not in kept]
    for claim in by_document[repeats.document]:
        origin = changed_counterpart(claim, there) if claim.id not in found else None
        if origin is not None:
            found[claim.id] = Derivation(claim.id, origin.id, repeats.kind, repeats.score, repeats.why)
            kept.add(origin.id)


def _same_words(claims: Sequence[Claim], documents: Sequence[Document], rank: Mapping[str, int]) -> list[Derivation]:
    """Claims inside one quotation that several reports print are one utterance, whatever they call who said it."""
    texts = {document.id: document.text or "" for document in documents}
    said: dict[str, frozenset[int]] = {}
    holders: dict[int, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: _place_in_order(claim, rank)):
        if claim.quoted and claim.sentence is not None:
            start, end = claim.sentence
            said[claim.id] = spoken(texts.get(claim.locator.document, "")[start:end])
            for run in said[claim.id]:
                holders[run].append(claim)
    found: dict[str, Derivation] = {}
    for run in sorted(holders):
        first, *others = holders[run]
        for claim in others:
            again = claim.locator.document != first.locator.document and _said_again(claim, first)
            if again and one_utterance(said[claim.id], said[first.id]):
                found.setdefault(claim.id, Derivation(claim.id, first.id, "speaker", 1.0, "both quote the same words"))
    return list(found.values())


def _same_speaker(claims: Sequence[Claim], rank: Mapping[str, int], known: Roster) -> list[Derivation]:
    """Claims that give one named speaker's figure again are one voice, wherever they are printed (rule 11)."""
    by_speaker: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.claimant is not None and (known.called(claim.claimant).key or _a_name(claim.claimant)):
            by_speaker[known.voice(claim.claimant)].append(claim)
    found = []
    for told in by_speaker.values():
        before = Earlier()
        for claim in sorted(told, key=lambda claim: _place_in_order(claim, rank)):
            first = next((one for one in before.like(claim) if _said_again(claim, one)), None)
            before.add(claim)
            if first is not None:
                why = f"both give the words of {claim.claimant}"
                found.append(Derivation(claim.id, first.id, "speaker", 1.0, why))
    return found


def _said_twice(by_document: Mapping[str, Sequence[Claim]]) -> list[Derivation]:
    """A headline and its body are one account: a report that repeats its own figure is no second voice."""
    found = []
    for document in sorted(by_document):
        told = [claim for claim in by_document[document] if claim.incident is None and claim.locator.start is not None]
        # What says most of who said it comes first: the others repeat it.
        ordered = sorted(told, key=lambda claim: (-len(claim.chain), claim.locator.start or 0, claim.id))
        for index, claim in enumerate(ordered):
            first = next((one for one in ordered[:index] if _said_again(claim, one) and _fits(claim, one)), None)
            if first is not None:
                found.append(Derivation(claim.id, first.id, "speaker", 1.0, "the report gives its own figure again"))
    return found


def _fits(claim: Claim, one: Claim) -> bool:
    """Whether two claims of one report are laid to the same parties, or one of them to nobody."""
    return claim.attribution is None or one.attribution is None or claim.attribution == one.attribution


def _said_again(claim: Claim, one: Claim) -> bool:
    """Whether one speaker gives one figure twice: two thirds of one whole are two figures."""
    if not (same_figure(claim, one) and same_event(claim, one)):
        return False
    apart = claim.quantity.unit is Unit.SHARE and claim.locator.document == one.locator.document
    return claim.attribution == one.attribution if claim.quantity.unit is Unit.SHARE else not apart


def _a_name(speaker: str) -> bool:
    """Whether a speaker is somebody in particular: `residents` in two reports need not be the same people."""
    letters = [word[0] for word in speaker.split() if word]
    return bool(letters) and letters[0].isupper() and speaker != "unattributed"


def _place_in_order(claim: Claim, rank: Mapping[str, int]) -> tuple[int, int, int, str]:
    return (
        rank.get(claim.locator.document, len(rank)),
        claim.locator.start or 0,
        claim.locator.row or 0,
        claim.id,
    )


def origins(claims: Sequence[Claim], derivations: Sequence[Derivation]) -> tuple[Origin, ...]:
    """One origin for every account, with all claims that repeat it; each claim has exactly one."""
    known = {claim.id: claim for claim in claims}
    root = {claim.id: claim.id for claim in claims}
    from_ = {one.claim: one.origin for one in derivations if one.claim in known and one.origin in known}
    for copy in sorted(from_):
        root[copy] = _first(copy, from_)
    members: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        members[root[claim.id]].append(claim.id)
    return tuple(_origin(known[first], sorted(members[first]), known) for first in sorted(members))


def _first(claim: str, from_: Mapping[str, str]) -> str:
    seen = {claim}
    while claim in from_ and from_[claim] not in seen:
        claim = from_[claim]
        seen.add(claim)
    return claim


def _origin(first: Claim, members: Sequence[str], known: Mapping[str, Claim]) -> Origin:
    documents = tuple(sorted({known[one].locator.document for one in members}))
    who = first.claimant or first.source
    says = f"{who}: {first.quantity.interval} {first.population.value} {first.outcome.value}"
    return Origin(content_id("o", (first.id,)), tuple(members), documents, says)
