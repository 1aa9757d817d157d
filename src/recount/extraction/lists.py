"""How counted phrases of a sentence stand to each other: members of one list, parts of a whole."""

from dataclasses import dataclass

from recount.extraction.phrases import Counted
from recount.extraction.triggers import Trigger
from recount.language.sentences import Parsed
from recount.model.codes import Outcome, Unit

BREAKS = frozenset({";", ":", "\n", "--", "—", "–", "-"})
DASHES = frozenset({"--", "—", "–", "-"})


@dataclass(frozen=True, slots=True)
class Suffered:
    """A counted phrase with what happened to it.

    `trigger` is the word that says so, None where the noun itself does; `cost` grows with what lies between;
    `whole` is the index of the phrase it is part of, `listed` of the phrase it is coordinated with.
    """

    phrase: Counted
    outcome: Outcome | None
    trigger: Trigger | None = None
    cost: float = 0.0
    whole: int | None = None
    listed: int | None = None

    @property
    def denied(self) -> bool:
        """Whether the sentence says that it did not happen to them."""
        return self.trigger is not None and self.trigger.denied


def is_part(text: Parsed, whole: Counted, part: Counted) -> bool:
    """Whether a phrase is said to be part of the one before: `, including 14 children`, `, 14 of them children`."""
    if whole.bare:
        return False
    if whole.quantity.interval.low == 1 and part.bare and text.keys(whole.end, part.first) == [","]:
        return text.tokens[part.first].key in ("a", "an")  # "at least one civilian, a shepherd, died"
    between = range(whole.end, part.first)
    if text.keys(whole.end, part.first) == ["("]:
        return True
    parts = [at for at in between if text.means(at, "functions") == "part"] if len(between) <= 16 else []
    told = part.outcome is not None or (part.end < part.sentence.last and "triggers" in text.marks[part.end])
    named = bool(parts) and not told and _names_only(text, parts[-1] + 1, part.first)
    reach = 6 if text.keys(part.first - 2, part.first) in (["family", "of"], ["household", "of"]) else 4
    near = bool(parts) and parts[-1] >= part.first - reach and not (told and text.tokens[part.first - 2].key == ",")
    if near or named:
        return all(text.tokens[at].key not in BREAKS for at in between)
    one = (
        text.keys(whole.end, part.first) == [","]
        and not part.known
        and part.quantity.interval.floor < whole.quantity.interval.floor
    )
    if one and text.keys(part.quantity.last, part.quantity.last + 1) in (["a"], ["an"]):
        return True  # "three people, one a police cadet, died"
    members = text.keys(part.quantity.last, part.quantity.last + 2) in (["of", "them"], ["of", "whom"])
    return members and len(between) <= 16


def _names_only(text: Parsed, first: int, last: int) -> bool:
    """`including the rector Ignacio Ellacuria and`: names and joints of a list."""
    return all(
        text.means(at, "functions") in (None, "and", "det")
        and not {"triggers", "reporting"} & text.marks[at].keys()
        and (text.tokens[at].kind == "word" or text.tokens[at].key == ",")
        for at in range(first, last)
    )


def aside_of(text: Parsed, phrase: Counted) -> tuple[int, int] | None:
    """The dashes or brackets that a phrase stands between: `eight were killed - five children and two women -`."""
    sentence = phrase.sentence
    dashes = [at for at in range(sentence.first, phrase.first) if text.tokens[at].key in DASHES]
    if len(dashes) % 2 and dashes[-1] > sentence.first:
        rest = (at for at in range(phrase.end, sentence.last) if text.tokens[at].key in DASHES)
        return dashes[-1], next(rest, sentence.last)
    for at in range(phrase.first - 1, sentence.first, -1):
        if text.tokens[at].key in (")", "]"):
            return None
        if text.tokens[at].key in ("(", "["):
            rest = (here for here in range(phrase.end, sentence.last) if text.tokens[here].key in (")", "]"))
            return at, next(rest, sentence.last)
    return None


def in_list(text: Parsed, other: Counted) -> bool:
    """Whether a phrase is joined to what stands before it."""
    at = other.first - 1
    if at > other.sentence.first and text.means(at, "functions") == "det":
        at -= 1
    for length in (2, 3):
        joint = at - length + 1
        if (
            joint > other.sentence.first
            and text.means(joint, "functions") == "and"
            and text.length(joint, "functions") == length
        ):
            return True
    return at > other.sentence.first and (text.means(at, "functions") == "and" or text.tokens[at].key in (",", "("))


def is_listed(text: Parsed, one: Counted, other: Counted) -> bool:
    """Whether two phrases are members of one list: only commas, `and`, and words like `another` between them."""
    between = range(past_name_and_age(text, one), other.first)
    if len(between) > 4 or other.first < one.end:
        return False
    joined = False
    for at in between:
        key, meaning = text.tokens[at].key, text.means(at, "functions")
        joined = joined or key == "," or meaning == "and"
        if key != "," and meaning not in ("and", "adverb", "det"):
            return False
    return joined


_LONGEST_NAME = 4
_NO_NAME = frozenset({"heads", "triggers", "functions", "reporting", "dates", "numbers", "agencies"})


def past_name_and_age(text: Parsed, one: Counted) -> int:
    """`his wife Huda Omar, 39, and their children`: the name and the age of the one just counted."""
    at = one.end
    if not one.bare or not text.capitals:
        return at
    last = min(at + _LONGEST_NAME, one.sentence.last)
    while at < last and text.tokens[at].capital and _NO_NAME.isdisjoint(text.marks[at]):
        at += 1
    aged = text.keys(at, at + 1) == [","] and at + 2 < one.sentence.last and text.tokens[at + 1].kind == "number"
    return at + 2 if aged and text.tokens[at + 2].key in (",", "and") else at


def has_its_own_verb(text: Parsed, phrase: Counted) -> bool:
    """`killed two boys, two officials said`, `and their mother was among the wounded`: another clause has begun."""
    if phrase.end >= phrase.sentence.last:
        return False
    return "reporting" in text.marks[phrase.end] or text.means(phrase.end, "functions") in ("be", "have")


def of_people(suffered: Suffered) -> bool:
    """Whether the phrase counts people or their bodies, or an unknown noun to which something happened."""
    return suffered.phrase.unit in (Unit.PEOPLE, Unit.BODIES, Unit.NAMES)
