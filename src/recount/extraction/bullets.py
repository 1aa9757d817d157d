"""Lists with bullets: `The dead include:`, and below it `- 7 men`. What opens the list holds for its lines."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from recount.extraction.outcomes import Suffered
from recount.extraction.reads import Read
from recount.language.sentences import BULLETS, Parsed, Sentence
from recount.model.codes import Outcome

_HARM = {outcome.value: outcome for outcome in (Outcome.KILLED, Outcome.INJURED, Outcome.MISSING)}


@dataclass(frozen=True, slots=True)
class Lead:
    """The line that opens a list: its sentence, what happened to those listed, and whether they are part of others."""

    sentence: Sentence
    outcome: Outcome
    part: bool


def lead_of(text: Parsed, sentence: Sentence, before: Lead | None) -> Lead | None:
    """The lead of the lines after a sentence: its own where it ends in a colon, else that of the list it stands in."""
    if text.tokens[sentence.first].key in BULLETS:
        return before
    if text.tokens[sentence.last - 1].key != ":":
        return None
    said = [outcome for at in range(sentence.first, sentence.last) if (outcome := _said(text, at)) is not None]
    part = any(text.means(at, "functions") == "part" for at in range(sentence.first, sentence.last))
    return Lead(sentence, said[0], part or _of_the_dead(text, sentence)) if len(set(said)) == 1 else None


def _of_the_dead(text: Parsed, sentence: Sentence) -> bool:
    return bool({"include", "includes", "included", "among"}.intersection(text.keys(sentence.first, sentence.last)))


def _said(text: Parsed, at: int) -> Outcome | None:
    head, trigger = text.marks[at].get("heads"), text.marks[at].get("triggers")
    own = _HARM.get(head.means[2]) if head is not None else None
    return own or (_HARM.get(trigger.first) if trigger is not None else None)


def led(text: Parsed, sentence: Sentence, found: Sequence[Suffered], lead: Lead | None) -> list[Suffered]:
    """The counts of a bulleted line, with the outcome of its lead where they have none of their own."""
    if lead is None or text.tokens[sentence.first].key not in BULLETS:
        return list(found)
    return [_under(each, lead.outcome) if each.outcome is None and each.phrase.known else each for each in found]


def _under(suffered: Suffered, outcome: Outcome) -> Suffered:
    return Suffered(replace(suffered.phrase, outcome=outcome), outcome)


def listed_under(read: Read, sentence: Sentence, lead: Lead | None) -> Read:
    """A claim of a bulleted line as a member of its list: lines are added up as what one sentence lists is."""
    suffered = read.suffered
    if lead is None or suffered.trigger is not None or sentence.first == lead.sentence.first:
        return read
    whole = Sentence(lead.sentence.first, sentence.last, sentence.paragraph)
    claim = replace(read.claim, relation="part") if lead.part else read.claim
    return replace(read, claim=claim, suffered=replace(suffered, phrase=replace(suffered.phrase, sentence=whole)))
