"""Shares of a whole, and the remainder that they leave."""

from collections.abc import Sequence
from dataclasses import replace

from recount.extraction.drafts import Draft
from recount.extraction.reads import Read
from recount.extraction.wholes import COUNTED, HARM, referring, total
from recount.model.assertions import Claim, Quantity
from recount.model.codes import ClaimKind, Outcome, Population, Unit
from recount.model.interval import Interval

_POINTING = frozenset({"those", "these", "them", "whom", "his", "its"})


def share(draft: Draft, read: Read, before: Sequence[Read], after: Sequence[Read]) -> Read:
    """A share with the whole it is taken of, resolved or marked so."""
    if read.claim.outcome is Outcome.OTHER:
        return read
    phrase = read.suffered.phrase
    earlier = [each for each in before if each.claim.quantity.unit is Unit.SHARE and each.claim.relation]
    if read.claim.quantity.kind is ClaimKind.REMAINDER:
        return _remainder(read, earlier, before)
    if phrase.quantity.another and earlier:
        last = earlier[-1].claim
        return referring(read, part_of=last.part_of, relation=last.relation)
    pointed = _pointed_at(draft, read, before)
    whole = _whole_in_sentence(read, before, after) or pointed or total(before)
    if pointed is not None and whole is pointed:
        claim = read.claim
        # Who killed them is not said again: "most were crushed" lays nothing to anybody (rule 15).
        people = pointed.population if claim.population is Population.PEOPLE else claim.population
        read = replace(read, claim=replace(claim, population=people))
    elif read.claim.attribution is None:
        read = _shares_parties(draft, read, before)
    if whole is None:
        return referring(read, relation="share of, unresolved", sure=0.9)
    return referring(read, part_of=whole.id, relation="share of")


_AMOUNTS = frozenset(
    {"make", "makes", "made", "account", "accounts", "represent", "represents", "amount", "amounts", "come", "comes",
     "are", "is", "form", "constitute", "constitutes"}
)  # fmt: skip


def _shares_parties(draft: Draft, read: Read, before: Sequence[Read]) -> Read:
    """`Those deaths make up about a third of the 10,000`: a share of the whole, by those who caused those deaths."""
    phrase = read.suffered.phrase
    opening = draft.text.keys(phrase.sentence.first, phrase.first)
    if not {"those", "these", "that", "this"}.intersection(opening[:2]) or not _AMOUNTS.intersection(opening[1:6]):
        return read
    counts = [each.claim for each in before if each.claim.quantity.unit in COUNTED and each.claim.outcome in HARM]
    if not counts or counts[-1].attribution is None:
        return read
    claim = replace(read.claim, attribution=counts[-1].attribution, operands=(counts[-1].id,))
    return replace(read, claim=claim)


def _whole_in_sentence(read: Read, before: Sequence[Read], after: Sequence[Read]) -> Claim | None:
    """`Of the nearly 10,000 deaths, about one third`; `a third of the nearly 10,000`."""
    sentence = read.suffered.phrase.sentence
    near = [each for each in (*before[-2:], *after[:1]) if each.suffered.phrase.sentence == sentence]
    follows = [each for each in near if 0 < each.suffered.phrase.first - read.suffered.phrase.quantity.last <= 3]
    opens = [
        each
        for each in near
        if each.suffered.phrase.first - sentence.first <= 3 and each.suffered.phrase.first < read.suffered.phrase.first
    ]
    wholes = [each.claim for each in (*follows, *opens) if each.claim.quantity.unit in COUNTED]
    return wholes[0] if wholes else None


def _pointed_at(draft: Draft, read: Read, before: Sequence[Read]) -> Claim | None:
    """`most of those victims`: the count just before."""
    keys = draft.text.keys(read.suffered.phrase.quantity.last, read.suffered.phrase.end)
    if not _POINTING.intersection(keys[:3]):
        return None
    counts = [each.claim for each in before if each.claim.quantity.unit in COUNTED and each.claim.outcome in HARM]
    return counts[-1] if counts else None


def _remainder(read: Read, shares: Sequence[Read], before: Sequence[Read]) -> Read:
    """`the rest`: what the shares just before leave of the same whole."""
    group = _group(shares)
    if not group:
        whole = total(before)
        return referring(read, part_of=whole.id if whole else None, relation="remainder, unresolved", sure=0.85)
    low = max(0.0, round(1 - sum(_end(each.claim, high=True) for each in group), 6))
    high = max(low, round(1 - sum(_end(each.claim, high=False) for each in group), 6))
    said = read.claim.quantity
    quantity = Quantity(Interval(low, high), said.comparator, Unit.SHARE, said.kind)
    claim = replace(read.claim, quantity=quantity, operands=tuple(each.claim.id for each in group))
    return referring(replace(read, claim=claim), part_of=group[-1].claim.part_of, relation="remainder of")


def _group(shares: Sequence[Read]) -> list[Read]:
    """The shares of one division: those of the same whole up to the last `a third ... another third`."""
    if not shares:
        return []
    whole = shares[-1].claim.part_of
    group: list[Read] = []
    for each in reversed(shares):
        bound = each.claim.quantity.kind is ClaimKind.SHARE and each.claim.quantity.comparator.value == ">="
        if each.claim.part_of != whole or bound:
            break
        group.insert(0, each)
        if not each.suffered.phrase.quantity.another:
            break
    return group


def _end(claim: Claim, *, high: bool) -> float:
    end = claim.quantity.interval.high if high else claim.quantity.interval.low
    return float(end if end is not None else (1.0 if high else 0.0))
