"""Whether a report's own words bear out what a model says of a figure: what happened to people, and who says so.

A model may choose among what the text offers and add nothing of its own. So the outcome it gives must be said by a word
of the figure's own sentence that no other figure has a better right to, and the speaker it names must stand at a verb
of saying there.
"""

from collections.abc import Sequence

from recount.extraction.drafts import Draft
from recount.language.numbers import Quantity
from recount.language.sentences import Parsed, Sentence, within
from recount.model.assertions import Claim
from recount.model.codes import Outcome

_NEAR_VERB = 3
_SOURCES = frozenset({"according", "to", "بحسب", "حسب", "وفق", "وفقا"})


def borne_out(draft: Draft, quantity: Quantity, outcome: Outcome, claims: Sequence[Claim]) -> bool:
    """Whether a word of the figure's sentence says this outcome of it: no other figure stands between or has it."""
    text = draft.text
    sentence = text.sentences[text.number_of(quantity.first)]
    others = [each for each in within(draft.found, sentence) if each.first != quantity.first]
    if any(_counts_another(draft, sentence, claim, outcome) for claim in claims):
        return False
    for at in range(sentence.first, sentence.last):
        if quantity.first <= at < quantity.last or _said(text, at) is not outcome or _denied(text, sentence, at):
            continue
        between = range(min(at, quantity.first), max(at, quantity.last))
        if not any(each.first in between for each in others):
            return True
    return False


def _counts_another(draft: Draft, sentence: Sentence, claim: Claim, outcome: Outcome) -> bool:
    """Whether the rules already read another figure of that outcome in the sentence: its words speak of that one."""
    start, end = draft.text.span(sentence.first, sentence.last)
    return claim.outcome is outcome and start <= (claim.locator.start or 0) < end


def _said(text: Parsed, at: int) -> Outcome | None:
    head, trigger, oblique = (text.marks[at].get(name) for name in ("heads", "triggers", "oblique"))
    for mark, said in ((oblique, 0), (trigger, 0), (head, 2)):
        if mark is not None and mark.means[said] in ("killed", "injured", "missing"):
            return Outcome(mark.means[said])
    return None


def _denied(text: Parsed, sentence: Sentence, at: int) -> bool:
    """`not`, `could`, `if` before the word: nobody says that it happened. A phrase such as `did not survive` stands."""
    if "oblique" in text.marks[at]:
        return False
    before = range(max(sentence.first, at - 4), at)
    return any(text.means(here, "functions") in ("not", "modal", "if", "perhaps") for here in before)


def speaks(draft: Draft, quantity: Quantity, named: str) -> bool:
    """Whether somebody named in the figure's sentence stands at a verb of saying there, or after `according to`."""
    text = draft.text
    sentence = text.sentences[text.number_of(quantity.first)]
    start, end = text.span(sentence.first, sentence.last)
    found = text.text.find(named, start, end)
    while found >= 0:
        here = [
            at for at in range(sentence.first, sentence.last) if found <= text.tokens[at].start < found + len(named)
        ]
        if here and _at_a_verb(text, sentence, here[0], here[-1] + 1):
            return True
        found = text.text.find(named, found + 1, end)
    return False


def _at_a_verb(text: Parsed, sentence: Sentence, first: int, last: int) -> bool:
    after = range(last, min(last + _NEAR_VERB, sentence.last))
    before = range(max(sentence.first, first - _NEAR_VERB), first)
    said = any("reporting" in text.marks[at] for at in after)
    told = text.language == "ar" and any("reporting" in text.marks[at] for at in before)
    return said or told or bool(_SOURCES.intersection(text.keys(max(sentence.first, first - 2), first)) - {"to"})
