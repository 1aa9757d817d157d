"""Figures that refer to other figures: parts, shares, remainders, ratios; resolved or marked so, never guessed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from recount.extraction.arithmetic import made_up
from recount.extraction.described import described
from recount.extraction.drafts import Draft
from recount.extraction.ratios import ratio
from recount.extraction.reads import Read
from recount.extraction.shares import share
from recount.extraction.stances import unresolved
from recount.extraction.wholes import COUNTED, HARM, referring
from recount.language.sentences import within
from recount.model.assertions import Attribution, Claim, Standing
from recount.model.codes import ClaimKind, Outcome, Population, Stance, Unit

_REACH, _OPENING = 60, 10


def resolved(draft: Draft, reads: Sequence[Read]) -> list[Read]:
    """The claims of a report with what each is part of or computed from."""
    done: list[Read] = []
    for index, read in enumerate(reads):
        # A figure refers to one near it; the first figures of a report are its totals and stay in reach.
        before = done if len(done) <= _REACH else [*done[:_OPENING], *done[_OPENING - _REACH :]]
        done.append(_referred(draft, read, before, reads[index + 1 : index + 9]))
    return made_up(_laid_alike(done))


def _laid_alike(reads: Sequence[Read]) -> list[Read]:
    """`15 civilians, among them 9 women and 2 children, in the shelling by the army`: all of them are laid to it."""
    by_id = {read.claim.id: read for read in reads}
    found: dict[str, Attribution] = {}
    for read in reads:
        whole = by_id.get(read.claim.part_of or "")
        if whole is None or read.claim.relation != "subset" or read.claim.attribution is None:
            continue
        same = whole.suffered.phrase.sentence == read.suffered.phrase.sentence
        if same and whole.claim.attribution is None:
            found.setdefault(whole.claim.id, read.claim.attribution)
    return [_laid(read, found) for read in reads] if found else list(reads)


def _laid(read: Read, found: Mapping[str, Attribution]) -> Read:
    claim = read.claim
    whole = claim.part_of if claim.relation == "subset" else None
    shared = found.get(claim.id) or found.get(whole or "")
    return read if shared is None or claim.attribution else replace(read, claim=replace(claim, attribution=shared))


def _referred(draft: Draft, read: Read, before: Sequence[Read], after: Sequence[Read]) -> Read:
    if read.claim.quantity.kind is ClaimKind.RATIO:
        return ratio(draft, read, before, after)
    if read.claim.quantity.unit is Unit.SHARE:
        return share(draft, read, before, after)
    if read.suffered.phrase.quantity.unit == "equal":
        return _as_many(read, before)
    return _counted(draft, read, before)


def _counted(draft: Draft, read: Read, before: Sequence[Read]) -> Read:
    if read.suffered.whole is not None:
        return _subset(read, before)
    listed = _next_part(draft, read, before)
    if listed is not None:
        return listed
    if read.claim.standing is Standing.HYPOTHETICAL and unresolved(draft.text, read.suffered):
        return referring(read, relation="unresolved", sure=0.9)
    if read.claim.quantity.kind is not ClaimKind.NO_FIGURE and _points_back(draft, read):
        return _part(draft, read, before)
    return _own_concession(read)


def _as_many(read: Read, before: Sequence[Read]) -> Read:
    """`Islamic State killed about as many`: refers to the count just before, and gives no figure of its own."""
    outcome = read.claim.outcome
    near = [each.claim for each in before[-3:] if each.claim.quantity.unit in COUNTED and each.claim.outcome is outcome]
    whole = [claim for claim in near if claim.part_of is None and claim.quantity.interval.known]
    if not whole:
        return referring(read, relation="as many as, unresolved", sure=0.85)
    claim = replace(read.claim, operands=(whole[-1].id,))
    if claim.population is Population.PEOPLE:
        claim = replace(claim, population=whole[-1].population)
    return referring(replace(read, claim=claim), relation="as many as")


def _next_part(draft: Draft, read: Read, before: Sequence[Read]) -> Read | None:
    """`Of the dead, 101 were below. Another four died next door`: the next part of the same whole."""
    phrase = read.suffered.phrase
    before_it = draft.text.keys(phrase.first - 1, phrase.first)
    inside = draft.text.keys(phrase.first, phrase.quantity.last + 1)
    if not _AGAIN.intersection((*before_it, *inside)) or not before or read.claim.quantity.unit not in COUNTED:
        return None
    last = before[-1]
    near = abs(last.suffered.phrase.sentence.paragraph - read.suffered.phrase.sentence.paragraph) == 0
    if not near or last.claim.relation != "part" or last.claim.outcome is not read.claim.outcome:
        return None
    if not _room_for(read.claim, last.claim.part_of, before):
        return None
    return referring(read, part_of=last.claim.part_of, relation="part")


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
    wholes = [each for each in here if each.suffered.whole is None and each.claim.quantity.unit in COUNTED]
    if not wholes:
        return referring(read, relation="subset, unresolved", sure=0.8)
    whole = wholes[-1].claim
    inherited = read.claim if read.claim.attribution else replace(read.claim, attribution=whole.attribution)
    return referring(replace(read, claim=inherited), part_of=whole.id, relation="subset")


def _part(draft: Draft, read: Read, before: Sequence[Read]) -> Read:
    """The nearest figure before that is large enough to hold this one, and is not laid to somebody else."""
    read = _own_concession(read)
    low = read.claim.quantity.interval.floor
    parties = read.claim.attribution.parties if read.claim.attribution is not None else ()
    for each in reversed(before):
        claim = each.claim
        high = claim.quantity.interval.high
        large = high is None or (high >= low and high > 1)  # nobody is a part of one person
        known = claim.quantity.interval.known and claim.quantity.unit in COUNTED and claim.outcome in HARM
        laid = (
            claim.attribution is None
            or not parties
            or bool(set(parties) & set(claim.attribution.parties))
            or _partners(parties, claim)
        )
        other = claim.population is Population.FIGHTERS and read.claim.population is not Population.FIGHTERS
        if other and each is not before[0]:
            continue  # "shot the four attackers dead ... among the dead were two guests"
        same = claim.outcome in (read.claim.outcome, Outcome.CASUALTY) or read.suffered.phrase.head in ("them", "whom")
        if known and large and laid and same and claim.quantity.kind is not ClaimKind.RATE and claim.part_of is None:
            return referring(_populated(draft, read, claim), part_of=claim.id, relation="part")
    return referring(read, relation="part, unresolved", sure=0.85)


def _partners(parties: Sequence[str], claim: Claim) -> bool:
    held = claim.attribution.parties if claim.attribution is not None else ()
    return any(one.split("/")[0] == other.split("/")[0] for one in parties for other in held)


def _populated(draft: Draft, read: Read, whole: Claim) -> Read:
    """`326 of those deaths` counts the same people as its whole, `nine of the dead were women` counts women."""
    claim = read.claim
    group = described(draft.text, read.suffered.phrase)
    if group is not None:
        return replace(read, claim=replace(claim, population=group))
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
