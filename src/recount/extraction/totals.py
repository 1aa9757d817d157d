"""The killed and the injured of each event of a report, added up as a careful reader would."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from recount.extraction.crowds import crowds
from recount.extraction.drafts import Draft
from recount.extraction.occasions import another, past, recalled
from recount.extraction.reads import Read
from recount.extraction.standins import pronouns, stood_for
from recount.extraction.tallies import Counted, side_of, tallied
from recount.extraction.triggers import triggers
from recount.language.sentences import Parsed, Sentence
from recount.model.codes import Outcome, Population
from recount.model.interval import Interval, Number


@dataclass(frozen=True, slots=True)
class Totals:
    """One event of a report: who was killed and injured; None where nothing is told of it, which is not zero."""

    killed: Interval | None
    injured: Interval | None


def totals(draft: Draft, reads: Sequence[Read]) -> list[Totals]:
    """The events of a report in the order in which it tells them, the main one first."""
    counts = _by_sentence(draft, reads)
    now = {first: [each for each in here if not past(draft, each)] for first, here in counts.items()}
    told = _events(draft, now) or _events(draft, counts) or [_Event()]
    return [Totals(event.sums[Outcome.KILLED].total, event.sums[Outcome.INJURED].total) for event in told]


def _events(draft: Draft, counts: dict[int, list[Counted]]) -> list["_Event"]:
    events = [_Event()]
    for sentence in draft.text.sentences:
        here = counts.get(sentence.first, [])
        if not here:
            continue
        if events[-1].told and another(draft.text, sentence):
            events.append(_Event())
        if events[-1].told and recalled(draft.text, sentence):
            continue
        # "5 dead and 13 others hurt": others than the dead, and nobody in addition to those told before.
        alone = len({each.outcome for each in here}) == 1
        here = [replace(each, more=each.more or (each.others and alone)) for each in here]
        for outcome in (Outcome.KILLED, Outcome.INJURED):
            events[-1].hear([each for each in here if each.outcome is outcome], outcome)
    return [event for event in events if event.told]


def _by_sentence(draft: Draft, reads: Sequence[Read]) -> dict[int, list[Counted]]:
    found: dict[int, list[Counted]] = {}
    for each in (*tallied(draft.text, reads), *_nobody(draft.text, reads)):
        found.setdefault(each.sentence.first, []).append(each)
    for sentence in draft.text.sentences:
        known = found.get(sentence.first, [])
        for each in _crowds(draft, sentence, reads):
            if each.outcome not in {one.outcome for one in known}:
                found.setdefault(sentence.first, []).append(each)
    return found


def _nobody(text: Parsed, reads: Sequence[Read]) -> Iterable[Counted]:
    """`There were no casualties`, `no deaths or injuries`: nobody was killed and nobody injured."""
    for read in reads:
        claim, phrase = read.claim, read.suffered.phrase
        if claim.quantity.interval != Interval(0, 0):
            continue
        both = claim.outcome is Outcome.CASUALTY or _either(text, phrase.end)
        for outcome in (Outcome.KILLED, Outcome.INJURED):
            if both and outcome is not claim.outcome:
                yield Counted(Interval(0, 0), outcome, phrase.sentence, "anyone", Population.PEOPLE, phrase.first)


def _either(text: Parsed, at: int) -> bool:
    """Whether `or injuries`, `or wounded` follows."""
    if at + 1 >= len(text.tokens) or text.means(at, "functions") != "and":
        return False
    head, trigger = text.marks[at + 1].get("heads"), text.marks[at + 1].get("triggers")
    said = trigger.first if trigger is not None else head.means[2] if head is not None else "-"
    return said in ("killed", "injured")


def _crowds(draft: Draft, sentence: Sentence, reads: Sequence[Read]) -> list[Counted]:
    found = triggers(draft.text, sentence)
    if not found and draft.text.language != "ar":
        return []
    taken = [read.suffered for read in reads if read.suffered.phrase.sentence == sentence]
    crowd = crowds(draft.text, sentence, found, taken)
    people = [(each, stood_for(draft.text, draft.found, each)) for each in crowd]
    held = [*taken, *crowd]
    people += [(each, each.phrase.quantity.interval) for each in pronouns(draft.text, draft.found, sentence, found, held)]
    return [
        Counted(
            amount,
            each.outcome or Outcome.KILLED,
            sentence,
            side_of(draft.text, each.phrase.first, each.phrase.end),
            each.phrase.population,
            each.phrase.first,
        )
        for each, amount in people
    ]


@dataclass
class _Sum:
    """A running total: the figure, which people it counts, and how much of it later sentences have told in parts."""

    total: Interval | None = None
    side: str = ""
    parts: Number = 0
    kinds: set[tuple[str, Population]] = field(default_factory=set)
    named: bool = False
    heard: frozenset[str] = frozenset()

    def hear(self, counts: Sequence[Counted]) -> None:
        """Take in what one more sentence counts."""
        toll = [each for each in counts if each.toll]
        if toll:
            self._revise(toll[-1].amount)
            return
        if not counts:
            return
        # "Three died, the hospital said, though the army said only one": whoever speaks first is heard.
        counts = [each for each in counts if each.says == counts[0].says]
        amount = _added(counts)
        sides = {each.side for each in counts}
        side = next(iter(sides)) if len(sides) == 1 else "anyone"
        kinds = {(each.side, each.population) for each in counts}
        more = all(each.more for each in counts) or self._new_names(counts)
        self._take(amount, side, kinds, more=more)

    def _new_names(self, counts: Sequence[Counted]) -> bool:
        """Whether all are persons by name, and none of a name told before."""
        names = [each.names for each in counts]
        new = all(names) and self.named and not any(each & self.heard for each in names)
        self.named = all(names) and (self.named or self.total is None)
        self.heard = self.heard.union(*names)
        return new

    def _take(self, amount: Interval, side: str, kinds: set[tuple[str, Population]], *, more: bool) -> None:
        if self.total is None:
            self.total, self.side, self.kinds = amount, side, kinds
            return
        room = self.total.high is None or self.parts + amount.floor <= self.total.high
        if more and not (self.parts and room):
            self._add(amount, side, kinds)
        elif _exceeds(amount, self.total) and (side in (self.side, "anyone") or self.side == "anyone"):
            self._replace(amount, side)
        elif self.side in ("anyone", side) or side == "anyone" or (self.parts and room):
            self._part(amount, kinds)
        else:
            self._add(amount, side, kinds)

    def _part(self, amount: Interval, kinds: set[tuple[str, Population]]) -> None:
        self.parts += amount.floor
        self.kinds |= kinds

    def _add(self, amount: Interval, side: str, kinds: set[tuple[str, Population]]) -> None:
        held = self.total if self.total is not None else Interval(0, 0)
        self.total = held + amount
        self.side = side if side == self.side else "several"
        self.kinds |= kinds

    def _revise(self, amount: Interval) -> None:
        """A running total told later replaces what came before, unless it only says it more loosely."""
        held = self.total
        if held is not None and amount.floor < held.floor:
            return  # "earlier the toll was put at 24"
        inside = held is not None and held.floor <= amount.floor and held.high is not None
        if held is None or not (inside and amount.floor <= (held.high or 0)) or amount.floor > held.floor == held.high:
            self._replace(amount, "anyone")

    def _replace(self, amount: Interval, side: str) -> None:
        self.total, self.side, self.parts = amount, side, 0


def _added(counts: Sequence[Counted]) -> Interval:
    """The counts of one sentence together; where one of them is all the others together, it alone."""
    if len(counts) == 1:
        return counts[0].amount
    if len(counts) > 1:
        rest = sum((each.amount for each in counts[1:]), Interval(0, 0))
        if counts[0].amount == rest and all(each.detail > counts[0].first for each in counts[1:]):
            return counts[0].amount
    return sum((each.amount for each in counts), Interval(0, 0))


def _exceeds(one: Interval, other: Interval) -> bool:
    return one.floor > other.floor and (other.high is None or one.floor > other.high or one.high is None)


class _Event:
    """One event with its running totals."""

    def __init__(self) -> None:
        self.sums = {Outcome.KILLED: _Sum(), Outcome.INJURED: _Sum()}

    @property
    def told(self) -> bool:
        """Whether anything was counted of it."""
        return any(each.total is not None for each in self.sums.values())

    def hear(self, counts: Sequence[Counted], outcome: Outcome) -> None:
        """Take in the counts of one sentence."""
        self.sums[outcome].hear(counts)
