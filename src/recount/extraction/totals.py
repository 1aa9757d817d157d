"""The killed and the injured of each event of a report, added up as a careful reader would."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from recount.extraction.crowds import crowds, unstated
from recount.extraction.drafts import Draft
from recount.extraction.gridded import sums
from recount.extraction.occasions import another, elsewhere, follows_on, over, past, recalled
from recount.extraction.reads import Read
from recount.extraction.running import aside
from recount.extraction.scenes import another_scene
from recount.extraction.standins import pronouns, stood_for
from recount.extraction.sums import Event
from recount.extraction.tallies import Counted, side_of, tallied
from recount.language.sentences import Parsed, Sentence
from recount.model.codes import Outcome, Population
from recount.model.interval import Interval

_REMEMBERED = 30
"""How many sentences back a place or day counts as told of, so that reading takes time in proportion to the text."""


@dataclass(frozen=True, slots=True)
class Totals:
    """One event of a report: who was killed and injured; None where nothing is told of it, which is not zero.

    `sentences` are those that tell of it.
    """

    killed: Interval | None
    injured: Interval | None
    sentences: tuple[Sentence, ...] = ()

    def of(self, outcome: Outcome) -> Interval | None:
        """The killed or the injured."""
        return self.killed if outcome is Outcome.KILLED else self.injured


def totals(draft: Draft, reads: Sequence[Read]) -> list[Totals]:
    """The events of a report in the order in which it tells them, the main one first."""
    told_of = _by_sentence(draft, [each for each in reads if not each.tabled])
    counts = {
        first: [_ordered(draft, each) for each in here if not over(draft.text, each)] for first, here in told_of.items()
    }
    now = _at_hand(draft, counts)
    told = _events(draft, now) or _events(draft, counts)
    if not told:  # what a report only gives in a table
        return [Totals(sums(reads, Outcome.KILLED), sums(reads, Outcome.INJURED))]
    return [Totals(event.total(Outcome.KILLED), event.total(Outcome.INJURED), tuple(event.sentences)) for event in told]


def _at_hand(draft: Draft, counts: dict[int, list[Counted]]) -> dict[int, list[Counted]]:
    """The counts of the event at hand: none of an earlier one, and sums of a war only where there is no other."""
    now = {first: [each for each in here if not past(draft, each)] for first, here in counts.items()}
    beside = {id(each) for here in now.values() for each in here if aside(draft, each)}
    told = {each.outcome for here in now.values() for each in here if id(each) not in beside}
    return {
        first: [each for each in here if id(each) not in beside or each.outcome not in told]
        for first, here in now.items()
    }


def _ordered(draft: Draft, counted: Counted) -> Counted:
    """A count with whether it comes after the others by what its sentence says."""
    later = not counted.more and follows_on(draft.text, counted)
    return replace(counted, more=True) if later else counted


def _events(draft: Draft, counts: dict[int, list[Counted]]) -> list[Event]:
    events, scene = [Event()], list[Sentence]()
    for sentence in draft.text.sentences:
        scene.append(sentence)
        here = counts.get(sentence.first, [])
        if not here:
            continue
        if events[-1].told and recalled(draft.text, sentence):
            continue
        heard = events[-1].sentences[-_REMEMBERED:]
        opens = another(draft.text, sentence) or elsewhere(draft.text, sentence, heard)
        if events[-1].told and (opens or another_scene(draft, sentence, scene[-_REMEMBERED:-1])):
            events.append(Event())
            scene = [sentence]
        events[-1].sentences.append(sentence)
        # "5 dead and 13 others hurt": others than the dead, and nobody in addition to those told before.
        alone = len({each.outcome for each in here}) == 1
        here = [replace(each, more=True) if alone and each.others and not each.more else each for each in here]
        for outcome in (Outcome.KILLED, Outcome.INJURED):
            events[-1].hear([each for each in here if each.outcome is outcome], outcome)
    return [event for event in events if event.told]


def _by_sentence(draft: Draft, reads: Sequence[Read]) -> dict[int, list[Counted]]:
    found: dict[int, list[Counted]] = {}
    for each in (*tallied(draft.text, reads), *_nobody(draft.text, reads)):
        found.setdefault(each.sentence.first, []).append(each)
    here: dict[Sentence, list[Read]] = {}
    for read in reads:
        here.setdefault(read.suffered.phrase.sentence, []).append(read)
    for sentence in draft.text.sentences:
        if draft.in_table(sentence):
            continue
        known = found.get(sentence.first, [])
        for each in _crowds(draft, sentence, here.get(sentence, [])):
            if each.outcome not in {one.outcome for one in known} or each.vague:
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


def _stands_in(text: Parsed, sentence: Sentence) -> bool:
    """Whether a sentence without a verb of harm may still speak of people counted before: `their bodies`."""
    return bool({"their", "none", "survivors"}.intersection(text.keys(sentence.first, sentence.last)))


def _crowds(draft: Draft, sentence: Sentence, reads: Sequence[Read]) -> list[Counted]:
    found = draft.triggers(sentence)
    if not found and draft.text.language != "ar" and not _stands_in(draft.text, sentence):
        return []
    taken = [read.suffered for read in reads]
    crowd = crowds(draft.text, sentence, found, taken)
    people = [(each, stood_for(draft.text, draft.found, each)) for each in crowd]
    held = [*taken, *crowd]
    people += [
        (each, each.phrase.quantity.interval) for each in pronouns(draft.text, draft.found, sentence, found, held)
    ]
    return [
        Counted(
            amount,
            each.outcome or Outcome.KILLED,
            sentence,
            side_of(draft.text, each.phrase.first, each.phrase.end),
            each.phrase.population,
            each.phrase.first,
            more=unstated(draft.text, each.phrase.first, each.phrase.end),
            vague=unstated(draft.text, each.phrase.first, each.phrase.end),
        )
        for each, amount in people
    ]
