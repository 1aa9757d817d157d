"""Figures that refer to other figures: parts, shares, remainders, ratios; resolved or marked so, never guessed."""

from collections.abc import Sequence
from dataclasses import replace

from recount.extraction.drafts import Draft
from recount.extraction.reads import Read
from recount.extraction.stances import unresolved
from recount.language.sentences import within
from recount.model.assertions import Attribution, Claim, Quantity, Standing
from recount.model.codes import ClaimKind, Outcome, Population, Stance, Unit
from recount.model.interval import Interval

_HARM = (Outcome.KILLED, Outcome.INJURED, Outcome.MISSING, Outcome.CASUALTY)
_COUNTED = (Unit.PEOPLE, Unit.BODIES, Unit.NAMES)
_REACH, _OPENING = 60, 10
_POINTING = frozenset({"those", "these", "them", "whom", "his", "its"})


def resolved(draft: Draft, reads: Sequence[Read]) -> list[Read]:
    """The claims of a report with what each is part of or computed from."""
    done: list[Read] = []
    for index, read in enumerate(reads):
        # A figure refers to one near it; the first figures of a report are its totals and stay in reach.
        before = done if len(done) <= _REACH else [*done[:_OPENING], *done[_OPENING - _REACH :]]
        done.append(_referred(draft, read, before, reads[index + 1 : index + 9]))
    return done


def _referred(draft: Draft, read: Read, before: Sequence[Read], after: Sequence[Read]) -> Read:
    kind = read.claim.quantity.kind
    if kind is ClaimKind.RATIO:
        return _ratio(draft, read, before, after)
    if read.claim.quantity.unit is Unit.SHARE:
        return _share(draft, read, before, after)
    if read.suffered.phrase.quantity.unit == "equal":
        return _as_many(read, before)
    if read.suffered.whole is not None:
        return _subset(read, before)
    listed = _next_part(draft, read, before)
    if listed is not None:
        return listed
    if read.claim.standing is Standing.HYPOTHETICAL and unresolved(draft.text, read.suffered):
        return _with(read, relation="unresolved", sure=0.9)
    if kind is not ClaimKind.NO_FIGURE and _points_back(draft, read):
        return _part(draft, read, before)
    return _own_concession(read)


def _as_many(read: Read, before: Sequence[Read]) -> Read:
    """`Islamic State killed about as many`: refers to the count just before, and gives no figure of its own."""
    outcome = read.claim.outcome
    near = [
        each.claim for each in before[-3:] if each.claim.quantity.unit in _COUNTED and each.claim.outcome is outcome
    ]
    whole = [claim for claim in near if claim.part_of is None and claim.quantity.interval.known]
    if not whole:
        return _with(read, relation="as many as, unresolved", sure=0.85)
    claim = replace(read.claim, operands=(whole[-1].id,))
    if claim.population is Population.PEOPLE:
        claim = replace(claim, population=whole[-1].population)
    return _with(replace(read, claim=claim), relation="as many as")


def _next_part(draft: Draft, read: Read, before: Sequence[Read]) -> Read | None:
    """`Of the dead, 101 were below. Another four died next door`: the next part of the same whole."""
    phrase = read.suffered.phrase
    before_it = draft.text.keys(phrase.first - 1, phrase.first)
    inside = draft.text.keys(phrase.first, phrase.quantity.last + 1)
    if not _AGAIN.intersection((*before_it, *inside)) or not before or read.claim.quantity.unit not in _COUNTED:
        return None
    last = before[-1]
    near = abs(last.suffered.phrase.sentence.paragraph - read.suffered.phrase.sentence.paragraph) == 0
    if not near or last.claim.relation != "part" or last.claim.outcome is not read.claim.outcome:
        return None
    if not _room_for(read.claim, last.claim.part_of, before):
        return None
    return _with(read, part_of=last.claim.part_of, relation="part")


_AGAIN = frozenset({"another", "further", "additional", "more", "other", "others"})


def _room_for(claim: Claim, whole: str | None, before: Sequence[Read]) -> bool:
    """Whether a whole is large enough for one part more."""
    held = next((each.claim.quantity.interval.high for each in before if each.claim.id == whole), None)
    parts = [each.claim for each in before if each.claim.part_of == whole and each.claim.relation == "part"]
    return held is None or sum(part.quantity.interval.floor for part in (*parts, claim)) <= held


def _points_back(draft: Draft, read: Read) -> bool:
    """`326 of those deaths`, `of the dead, 101 civilians`: counts members of what was named before."""
    phrase = read.suffered.phrase
    trigger = read.suffered.trigger
    if trigger is not None and trigger.form.name == "AMONG":
        return True
    if not phrase.of:
        return False
    keys = draft.text.keys(phrase.quantity.last, phrase.end)
    return phrase.head in ("them", "whom") or (
        len(keys) > 1 and keys[1] in ("the", "those", "these") and phrase.outcome is not None
    )


def _subset(read: Read, before: Sequence[Read]) -> Read:
    """`including 14 children`: part of the phrase before it in the same sentence."""
    here = [each for each in before if each.suffered.phrase.sentence == read.suffered.phrase.sentence]
    wholes = [each for each in here if each.suffered.whole is None and each.claim.quantity.unit in _COUNTED]
    if not wholes:
        return _with(read, relation="subset, unresolved", sure=0.8)
    whole = wholes[-1].claim
    inherited = read.claim if read.claim.attribution else replace(read.claim, attribution=whole.attribution)
    return _with(replace(read, claim=inherited), part_of=whole.id, relation="subset")


def _part(draft: Draft, read: Read, before: Sequence[Read]) -> Read:
    """The nearest figure before that is large enough to hold this one, and is not laid to somebody else."""
    read = _own_concession(read)
    low = read.claim.quantity.interval.floor
    parties = read.claim.attribution.parties if read.claim.attribution is not None else ()
    for each in reversed(before):
        claim = each.claim
        high = claim.quantity.interval.high
        large = high is None or high >= low
        known = claim.quantity.interval.known and claim.quantity.unit in _COUNTED and claim.outcome in _HARM
        laid = (
            claim.attribution is None
            or not parties
            or bool(set(parties) & set(claim.attribution.parties))
            or _partners(parties, claim)
        )
        if known and large and laid and claim.quantity.kind is not ClaimKind.RATE and claim.part_of is None:
            return _with(_populated(draft, read, claim), part_of=claim.id, relation="part")
    return _with(read, relation="part, unresolved", sure=0.85)


def _partners(parties: Sequence[str], claim: Claim) -> bool:
    held = claim.attribution.parties if claim.attribution is not None else ()
    return any(one.split("/")[0] == other.split("/")[0] for one in parties for other in held)


def _populated(draft: Draft, read: Read, whole: Claim) -> Read:
    """`326 of those deaths` counts the same people as the whole it is taken from."""
    claim = read.claim
    if claim.population is Population.PEOPLE and read.suffered.phrase.head in (
        "deaths",
        "death",
        "dead",
        "them",
        "whom",
        "fatalities",
    ):
        claim = replace(claim, population=whole.population)
    if (
        claim.place != whole.place
        and whole.place is not None
        and (claim.place is None or whole.place.inside(claim.place))
    ):
        claim = replace(claim, place=whole.place)
    stated = within(draft.around.dates, read.suffered.phrase.sentence)
    if not stated and whole.period is not None:
        claim = replace(claim, period=whole.period, cause=whole.cause)
    return replace(read, claim=claim)


def _own_concession(read: Read) -> Read:
    """A party that acknowledges deaths acknowledges its own."""
    claim = read.claim
    own = claim.attribution is not None and read.party in claim.attribution.parties
    if claim.stance is Stance.ACKNOWLEDGES and not own and read.party is not None:
        return replace(
            read, claim=replace(claim, attribution=Attribution((read.party,), claim.claimant or "", "own position"))
        )
    return read


def _share(draft: Draft, read: Read, before: Sequence[Read], after: Sequence[Read]) -> Read:
    if read.claim.outcome is Outcome.OTHER:
        return read
    phrase = read.suffered.phrase
    earlier = [each for each in before if each.claim.quantity.unit is Unit.SHARE and each.claim.relation]
    if read.claim.quantity.kind is ClaimKind.REMAINDER:
        return _remainder(read, earlier, before)
    if phrase.quantity.another and earlier:
        last = earlier[-1].claim
        return _with(read, part_of=last.part_of, relation=last.relation)
    pointed = _pointed_at(draft, read, before)
    whole = _whole_in_sentence(read, before, after) or pointed or _total(before)
    if pointed is not None and whole is pointed:
        claim = read.claim
        # Who killed them is not said again: "most were crushed" lays nothing to anybody (rule 15).
        people = pointed.population if claim.population is Population.PEOPLE else claim.population
        read = replace(read, claim=replace(claim, population=people))
    elif read.claim.attribution is None:
        read = _shares_parties(draft, read, before)
    if whole is None:
        return _with(read, relation="share of, unresolved", sure=0.9)
    return _with(read, part_of=whole.id, relation="share of")


_AMOUNTS = frozenset({"make", "makes", "made", "account", "accounts", "represent", "represents", "amount", "amounts", "come",
                      "comes", "are", "is", "form", "constitute", "constitutes"})  # fmt: skip


def _shares_parties(draft: Draft, read: Read, before: Sequence[Read]) -> Read:
    """`Those deaths make up about a third of the 10,000`: a share of the whole, by those who caused those deaths."""
    phrase = read.suffered.phrase
    opening = draft.text.keys(phrase.sentence.first, phrase.first)
    if not {"those", "these", "that", "this"}.intersection(opening[:2]) or not _AMOUNTS.intersection(opening[1:6]):
        return read
    counts = [each.claim for each in before if each.claim.quantity.unit in _COUNTED and each.claim.outcome in _HARM]
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
    wholes = [each.claim for each in (*follows, *opens) if each.claim.quantity.unit in _COUNTED]
    return wholes[0] if wholes else None


def _pointed_at(draft: Draft, read: Read, before: Sequence[Read]) -> Claim | None:
    """`most of those victims`: the count just before."""
    keys = draft.text.keys(read.suffered.phrase.quantity.last, read.suffered.phrase.end)
    if not _POINTING.intersection(keys[:3]):
        return None
    counts = [each.claim for each in before if each.claim.quantity.unit in _COUNTED and each.claim.outcome in _HARM]
    return counts[-1] if counts else None


def _total(before: Sequence[Read]) -> Claim | None:
    """The figure for everyone: the last count before that is laid to nobody and part of nothing."""
    counts = [
        each.claim
        for each in before
        if each.claim.quantity.unit in _COUNTED
        and each.claim.outcome in _HARM
        and each.claim.part_of is None
        and each.claim.quantity.interval.known
        and each.claim.quantity.kind not in (ClaimKind.VAGUE, ClaimKind.RATE)
    ]
    whole = [claim for claim in counts if claim.attribution is None]
    return (whole or counts or [None])[-1]  # type: ignore[list-item]


def _remainder(read: Read, shares: Sequence[Read], before: Sequence[Read]) -> Read:
    """`the rest`: what the shares just before leave of the same whole."""
    group = _group(shares)
    if not group:
        whole = _total(before)
        return _with(read, part_of=whole.id if whole else None, relation="remainder, unresolved", sure=0.85)
    low = max(0.0, round(1 - sum(_end(each.claim, high=True) for each in group), 6))
    high = max(low, round(1 - sum(_end(each.claim, high=False) for each in group), 6))
    said = read.claim.quantity
    quantity = Quantity(Interval(low, high), said.comparator, Unit.SHARE, said.kind)
    claim = replace(read.claim, quantity=quantity, operands=tuple(each.claim.id for each in group))
    return _with(replace(read, claim=claim), part_of=group[-1].claim.part_of, relation="remainder of")


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


def _ratio(draft: Draft, read: Read, before: Sequence[Read], after: Sequence[Read]) -> Read:
    """Numerator and base of `27 times higher than the figure acknowledged, 326`; a base nobody states stays missing."""
    pointing = _times_that(draft, read, before)
    if pointing is not None:
        return pointing
    top = _total(before)
    sentence = read.suffered.phrase.sentence
    end = read.suffered.phrase.quantity.last
    following = [
        each.claim
        for each in after
        if each.suffered.phrase.sentence == sentence
        and each.claim.quantity.unit in _COUNTED
        and each.claim.quantity.interval.known
        and not _another_ratio(after, end, each.suffered.phrase.first)
    ]
    base = following[0] if following else None
    operands = tuple(claim.id for claim in (top, base) if claim is not None)
    relation = (
        "ratio" if top is not None and base is not None else "base not stated" if base is None else "ratio, unresolved"
    )
    if top is None:
        operands = ()
    claim = replace(read.claim, operands=operands)
    if claim.population is Population.PEOPLE:
        claim = replace(
            claim, population=_rated(draft, read) or (top.population if top is not None else claim.population)
        )
    return _with(replace(read, claim=claim), relation=relation)


def _times_that(draft: Draft, read: Read, before: Sequence[Read]) -> Read | None:
    """`The dead, 9,000, come to many times that number`: what stands before is the base, not the numerator."""
    phrase = read.suffered.phrase
    last = phrase.quantity.last
    if not {"that", "those"}.intersection(draft.text.keys(last - 1, last + 1)):
        return None
    counts = [
        each
        for each in before
        if each.claim.quantity.unit in _COUNTED and each.claim.outcome in _HARM and each.claim.quantity.interval.known
    ]
    top = [each.claim for each in counts if each.suffered.phrase.sentence == phrase.sentence]
    base = [each.claim for each in counts if each.suffered.phrase.sentence != phrase.sentence]
    if not (top and base):
        return _with(read, relation="ratio, unresolved")
    claim = replace(read.claim, operands=(top[-1].id, base[-1].id))
    return _with(replace(read, claim=claim), relation="ratio")


def _rated(draft: Draft, read: Read) -> Population | None:
    """`a civilian casualty rate nearly 10 times higher` speaks of civilians."""
    first = read.suffered.phrase.first
    near = draft.text.keys(max(read.suffered.phrase.sentence.first, first - 8), first)
    return Population.CIVILIANS if {"civilian", "civilians"}.intersection(near) else None


def _another_ratio(after: Sequence[Read], start: int, end: int) -> bool:
    return any(
        each.claim.quantity.kind is ClaimKind.RATIO and start <= each.suffered.phrase.first < end for each in after
    )


def _with(read: Read, *, part_of: str | None = None, relation: str | None = None, sure: float = 1.0) -> Read:
    claim = read.claim
    confidence = round(claim.confidence * sure, 2)
    return replace(read, claim=replace(claim, part_of=part_of, relation=relation, confidence=confidence))
