"""What a model proposes, and what of it the text bears out."""

import json
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from recount.errors import ImpossibleCount
from recount.extraction.drafts import Draft
from recount.extraction.support import borne_out, speaks
from recount.language.numbers import Quantity as Written
from recount.model.assertions import Claim, Quantity
from recount.model.codes import Outcome, Population, Unit
from recount.model.evidence import Locator
from recount.model.ids import content_id
from recount.model.interval import Interval

_MOST = 200
_LONGEST_NAME = 80
_OUTCOMES = {"killed": Outcome.KILLED, "injured": Outcome.INJURED, "missing": Outcome.MISSING}
_CONFIDENCE = 0.4
"""Below anything the rules read, so that a reviewer sees it first."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One count as a model gives it; nothing of it is believed yet."""

    quotation: str
    phrase: str
    low: float | None
    high: float | None
    outcome: str
    claimant: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A proposal that does not stand, and why."""

    proposal: Proposal
    why: str


def proposals_in(answer: str) -> list[Proposal]:
    """The proposals of an answer; entries of another shape are left out.

    Raises:
        ValueError: the answer is not JSON with a list of claims.
    """
    try:
        found = json.loads(answer)
    except RecursionError as error:
        raise ValueError("the model's answer is nested too deeply") from error
    listed = found.get("claims") if isinstance(found, dict) else None
    if not isinstance(listed, list):
        raise ValueError("the model's answer holds no list of claims")
    return [proposal for proposal in map(_proposal, listed[:_MOST]) if proposal is not None]


def _proposal(one: object) -> Proposal | None:
    if not isinstance(one, dict):
        return None
    words = [one.get(key) for key in ("quotation", "phrase", "outcome")]
    ends = [one.get(key) for key in ("low", "high")]
    right = all(isinstance(word, str) and word for word in words) and all(
        end is None or (isinstance(end, int | float) and not isinstance(end, bool)) for end in ends
    )
    claimant = one.get("claimant")
    if not right:
        return None
    return Proposal(
        str(words[0]), str(words[1]), ends[0], ends[1], str(words[2]), claimant if isinstance(claimant, str) else None
    )


def verified(
    draft: Draft, claims: Sequence[Claim], proposed: Iterable[Proposal], model: str
) -> tuple[tuple[Claim, ...], list[Refusal]]:
    """The rules' claims with what the proposals add, in the order of the text, and the proposals that do not stand."""
    kept = {(claim.locator.start, claim.locator.end): claim for claim in claims}
    refused = []
    for proposal in proposed:
        quantity = _taken(draft, proposal)
        if isinstance(quantity, str):
            refused.append(Refusal(proposal, quantity))
            continue
        span = draft.text.span(quantity.first, quantity.last)
        own = next((key for key in kept if _overlaps(span, key)), None)
        if own is None and not borne_out(draft, quantity, _OUTCOMES[proposal.outcome], claims):
            refused.append(Refusal(proposal, f"no word of its sentence says that these were {proposal.outcome}"))
        elif own is None:
            kept[span] = _claim(draft, proposal, quantity, model)
        elif kept[own].outcome is _OUTCOMES[proposal.outcome]:
            kept[own] = _with_claimant(draft, kept[own], proposal, quantity)
        else:
            refused.append(Refusal(proposal, "another outcome is read from the same words"))
    return tuple(sorted(kept.values(), key=lambda claim: (claim.locator.start or 0, claim.id))), refused


def _overlaps(a: tuple[int, int], b: tuple[int | None, int | None]) -> bool:
    return a[0] < (b[1] or 0) and (b[0] or 0) < a[1]


def _taken(draft: Draft, proposal: Proposal) -> Written | str:
    """The quantity that the grammar reads where a proposal stands, or why there is none."""
    text = draft.text.text
    start = text.find(proposal.quotation)
    if start < 0:
        return "its quotation does not stand in the text"
    inside = proposal.quotation.find(proposal.phrase)
    if inside < 0:
        return "its phrase does not stand in its quotation"
    if proposal.outcome not in _OUTCOMES:
        return "its outcome is none that is counted"
    first, last = start + inside, start + inside + len(proposal.phrase)
    for quantity in draft.found:
        begin, end = draft.text.span(quantity.first, quantity.last)
        if begin < last and first < end and quantity.unit == "count" and not _cuts(draft, first, last):
            same = quantity.interval == _interval(proposal)
            return quantity if same else f"the text says {quantity.interval} there"
    return "the grammar reads no figure from its words"


def _cuts(draft: Draft, first: int, last: int) -> bool:
    """Whether a phrase begins or ends inside a number: `4` of 14, or of `4,000`."""
    at = bisect_right(draft.starts, first) - 1, bisect_right(draft.starts, last - 1) - 1
    opens, closes = (draft.text.tokens[max(each, 0)] for each in at)
    return (opens.kind == "number" and first > opens.start) or (closes.kind == "number" and last < closes.end)


def _interval(proposal: Proposal) -> Interval | None:
    try:
        return Interval(_whole(proposal.low), _whole(proposal.high))
    except (ImpossibleCount, ValueError):
        return None  # no text can say it


def _whole(end: float | None) -> int | float | None:
    """An end as JSON gives it: 14.0 is 14. An integer stays one, however long it is."""
    return int(end) if isinstance(end, float) and end.is_integer() else end


def _with_claimant(draft: Draft, claim: Claim, proposal: Proposal, quantity: Written) -> Claim:
    """A claimant where the rules name nobody, in the text's own words near the figure."""
    named = _claimant(draft, proposal, quantity)
    if named is None or len(claim.chain) > len(draft.base):
        return claim
    return replace(claim, chain=(*claim.chain, named))


def _claimant(draft: Draft, proposal: Proposal, quantity: Written) -> str | None:
    named = (proposal.claimant or "").strip()
    plain = 2 < len(named) < _LONGEST_NAME and "\n" not in named and named in proposal.quotation
    return named if plain and speaks(draft, quantity, named) else None


def _claim(draft: Draft, proposal: Proposal, quantity: Written, model: str) -> Claim:
    start, end = draft.text.span(quantity.first, quantity.last)
    sentence = draft.text.sentences[draft.text.number_of(quantity.first)]
    named = _claimant(draft, proposal, quantity)
    return Claim(
        id=content_id("c", (draft.document.id, start, end)),
        locator=Locator(draft.document.id, start, end),
        source=draft.source.id,
        phrase=draft.text.written(quantity.first, quantity.last),
        quantity=Quantity(quantity.interval, quantity.comparator, Unit.PEOPLE, quantity.kind),
        outcome=_OUTCOMES[proposal.outcome],
        population=Population.PEOPLE,
        chain=(*draft.base, *((named,) if named is not None else ())),
        sentence=draft.text.span(sentence.first, sentence.last),
        published=draft.published,
        found_by=f"model {model}".strip(),
        confidence=_CONFIDENCE,
    )
