"""What a trigger is: one word or idiom of harm, and on which side of it the people stand."""

from dataclasses import dataclass
from enum import Enum, auto

from recount.language.sentences import Parsed, Sentence
from recount.model.codes import Outcome


class Form(Enum):
    """On which side of a trigger the people stand to whom it happened."""

    BEFORE = auto()  # were killed, died
    ADJACENT = auto()  # 12 people killed in
    AFTER = auto()  # killed 12, killing 12, the death of 12
    TOLL = auto()  # the death toll rose to 12
    AMONG = auto()  # of the dead, 12


@dataclass(frozen=True, slots=True)
class Trigger:
    """One trigger: tokens [first, last), the outcome it says, and its form.

    `denied` says that it did not happen (`were not hurt`), `agent` that somebody does it to somebody, so that its
    subject did it and its object suffered it.
    """

    first: int
    last: int
    outcome: Outcome
    form: Form
    agent: bool = False
    word: str = ""
    denied: bool = False


def verb_before(text: Parsed, sentence: Sentence, at: int) -> str | None:
    """The auxiliary of a participle: `be` in `were later killed`, `have` in `have reportedly killed`."""
    for back in range(at - 1, max(at - 5, sentence.first - 1), -1):
        meaning = text.means(back, "functions")
        if meaning in ("be", "have"):
            return meaning
        key = text.tokens[back].key
        if text.tokens[back].key in _PASSIVES:
            continue
        joined = meaning == "and" or key == "," or "triggers" in text.marks[back] or "hedges" in text.marks[back]
        if meaning not in ("adverb", "not") and not joined and not key.endswith("ly"):
            return None
    return None


_PASSIVES = frozenset(
    {"reported", "believed", "feared", "confirmed", "presumed", "thought", "declared", "found", "said", "known", "to"}
)
