"""One person without a number: `the mayor was killed`, `the murder of Archbishop Romero`. Each counts as one."""

from collections.abc import Sequence

from recount.extraction.outcomes import Suffered
from recount.extraction.phrases import Counted
from recount.extraction.triggers import Form, Trigger
from recount.language.numbers import Quantity
from recount.language.sentences import Parsed, Sentence
from recount.model.codes import ClaimKind, Comparator, Outcome, Population
from recount.model.interval import Interval

_SINGULAR = frozenset({"was", "is", "has"})
_COST = 2.5


def lone_victims(
    text: Parsed, sentence: Sentence, found: Sequence[Trigger], taken: Sequence[Suffered]
) -> list[Suffered]:
    """The single persons that triggers without a counted phrase happened to."""
    used = {each.trigger for each in taken if each.trigger is not None}
    victims = []
    for trigger in found:
        if trigger in used or trigger.outcome not in (Outcome.KILLED, Outcome.INJURED) or trigger.word == "hurts":
            continue  # "it hurts him" wounds nobody
        span = _before(text, sentence, trigger) if trigger.form is Form.BEFORE else _after(text, sentence, trigger)
        if span is not None and not any(_overlaps(span, each.phrase) for each in taken):
            victims.append(_one(text, sentence, trigger, span))
    return victims


def _one(text: Parsed, sentence: Sentence, trigger: Trigger, span: tuple[int, int]) -> Suffered:
    first, last = span
    quantity = Quantity(first, last, Interval(1, 1), Comparator.EXACT, ClaimKind.EXACT)
    heads = [text.marks[at]["heads"].means for at in range(first, last) if "heads" in text.marks[at]]
    people = [Population(head[1]) for head in heads if head[1] not in ("-", "people")]
    phrase = Counted(
        quantity, sentence, last, population=people[-1] if people else Population.PEOPLE, known=bool(heads), bare=True
    )
    return Suffered(phrase, trigger.outcome, trigger, _COST)


def _overlaps(span: tuple[int, int], phrase: Counted) -> bool:
    return span[0] < phrase.end and phrase.first < span[1]


ACTIVE = frozenset(
    {
        "died",
        "perished",
        "drowned",
        "succumbed",
        "sustained",
        "suffered",
        "received",
        "paid",
        "laid",
        "gave",
        "made",
        "fell",
    }
)
"""What somebody does who dies or is hurt; other words need an auxiliary: `was killed`."""


def _before(text: Parsed, sentence: Sentence, trigger: Trigger) -> tuple[int, int] | None:
    """The subject of `was killed`: a name, or a singular noun for a person."""
    at = trigger.first
    singular = False
    while at > sentence.first and (
        text.means(at - 1, "functions") in ("be", "have", "adverb")
        or text.tokens[at - 1].key.endswith("ly")
        or text.tokens[at - 1].key == "found"
    ):
        singular = singular or text.tokens[at - 1].key in _SINGULAR
        at -= 1
    if not singular and text.tokens[trigger.first].key not in ACTIVE:
        return None
    end = _past_apposition(text, sentence, _past_age(text, sentence, at))
    if end == at and text.tokens[at - 1].key == ",":
        return _between_commas(text, sentence, at - 1)
    first = end
    while first > sentence.first and nominal(text, first - 1) and end - first < 7:
        first -= 1
    if end != at and first > sentence.first and text.means(first - 1, "functions") in ("prep", "of", "by"):
        return None  # "the consul in Costa Rica, who came to help, was injured": not the country
    if singular and first > sentence.first and text.means(first - 1, "functions") in ("of", "prep"):
        known = any("heads" in text.marks[at] for at in range(first, end)) or text.tokens[first].key not in ("a", "an")
        return _head_of(text, sentence, first - 1) or (a_person(text, first, end) if known else None)
    return a_person(text, first, end)


def _between_commas(text: Parsed, sentence: Sentence, last: int) -> tuple[int, int] | None:
    """`The mayor of Ordu, Idris Sol, died`: a name told after the office."""
    for comma in range(last - 1, max(sentence.first, last - _LONGEST_NAME), -1):
        if text.tokens[comma].key == ",":
            named = text.capitals and text.tokens[last - 1].capital
            return a_name(text, comma + 1, last) if named else None
        if not nominal(text, comma):
            return None
    return None


_LONGEST_NAME = 6


def _head_of(text: Parsed, sentence: Sentence, at: int) -> tuple[int, int] | None:
    """`the mayor of the town was killed`, `a member of the council from Duma`: the one before `of`."""
    for _ in range(2):
        first = at
        while first > sentence.first and nominal(text, first - 1) and at - first < 7:
            first -= 1
        heads = [here for here in range(first, at) if "heads" in text.marks[here]]
        if heads and text.marks[heads[-1]]["heads"].means[-1] == "single":
            of = first > sentence.first and text.means(first - 1, "functions") == "of"
            return (_whose(text, sentence, first - 1) if of else None) or a_person(text, first, at)
        if first <= sentence.first or text.means(first - 1, "functions") not in ("of", "prep"):
            return None
        at = first - 1
    return None


def _whose(text: Parsed, sentence: Sentence, of: int) -> tuple[int, int] | None:
    """`the daughter of the consul to Ordu was hurt`: the daughter, and not the consul."""
    first = of
    while first > sentence.first and nominal(text, first - 1) and of - first < _LONGEST_NAME:
        first -= 1
    heads = [here for here in range(first, of) if "heads" in text.marks[here]]
    single = bool(heads) and text.marks[heads[-1]]["heads"].means[-1] == "single"
    return a_person(text, first, of) if single else None


def _past_age(text: Parsed, sentence: Sentence, at: int) -> int:
    """`Rodriguez, 65, was killed`: the name stands before his age."""
    keys = text.keys(at - 3, at)
    if at - 3 > sentence.first and keys[0] == "," and keys[2] == "," and text.tokens[at - 2].kind == "number":
        return at - 3
    return at


_LONGEST_APPOSITION = 24


def _past_apposition(text: Parsed, sentence: Sentence, at: int) -> int:
    """`Gomez, a street vendor walking by, was killed`: the name stands before the apposition."""
    if at - 1 <= sentence.first or text.tokens[at - 1].key != ",":
        return at
    for comma in range(at - 2, max(sentence.first, at - _LONGEST_APPOSITION), -1):
        if text.tokens[comma].key in (";", ":", "."):
            return at
        opens = text.means(comma + 1, "functions") in ("det", "relative") or "heads" in text.marks[comma + 1]
        if text.tokens[comma].key == "," and opens and nominal(text, comma - 1):
            return comma
    return at


def _after(text: Parsed, sentence: Sentence, trigger: Trigger) -> tuple[int, int] | None:
    """The object of `killed` or `the murder of`: a name, or a singular noun for a person."""
    if trigger.form is not Form.AFTER:
        return None
    last = trigger.last
    if last < sentence.last and text.tokens[last].key == "him":
        return last, last + 1
    if text.keys(last + 1, last + 3) == ["year", "old"]:
        last += 3  # "the death of 29-year-old Idris Sol"
    opening = last
    while last < sentence.last and nominal(text, last) and last - opening < 7 and text.tokens[last].key != "dead":
        last += 1
    if trigger.word == "massacre" and not any("heads" in text.marks[at] for at in range(trigger.last, last)):
        return None  # "the massacre of San Francisco" is a place
    return a_person(text, opening, last)


def nominal(text: Parsed, at: int) -> bool:
    token, meaning = text.tokens[at], text.means(at, "functions")
    if token.kind != "word":
        return False
    if meaning == "det":
        return True
    return (
        meaning is None
        and "triggers" not in text.marks[at]
        and "reporting" not in text.marks[at]
        and "dates" not in text.marks[at]
    )


def a_person(text: Parsed, first: int, last: int) -> tuple[int, int] | None:
    """The span if it names one person: a singular head, or a name in a text whose capitals tell names."""
    if first >= last:
        return None
    if text.tokens[first].key == "him" and last - first == 1:
        return first, last
    heads = [text.marks[at]["heads"].means for at in range(first, last) if "heads" in text.marks[at]]
    if any(head[0] not in ("people",) or head[2] != "-" for head in heads):
        return None
    if heads and not _adjectives_only(text, first, last):
        return (first, last) if heads[-1][-1] == "single" else None
    if (
        text.tokens[first].key in ("a", "an")
        and last - first <= 5
        and not any(_thing(text, at) or text.tokens[at].possessive for at in range(first, last))
    ):
        return first, last
    return a_name(text, first, last)


def surname(text: Parsed, at: int) -> bool:
    """`Baptiste died later`: a name alone of somebody named in full before."""
    before = text.keyed.get(text.tokens[at].key, ())
    return any(
        here < at and here > 0 and text.tokens[here - 1].capital and not _no_name(text, here - 1) for here in before[:3]
    )


_ALSO_ADJECTIVES = frozenset({"national", "local", "private", "principal", "individual", "other", "minor", "foreign"})


def _adjectives_only(text: Parsed, first: int, last: int) -> bool:
    """Whether the nouns in a span are adjectives there: `the National Liberation Front`."""
    heads = [at for at in range(first, last) if "heads" in text.marks[at]]
    return all(text.tokens[at].key in _ALSO_ADJECTIVES and at != last - 1 for at in heads)


def a_name(text: Parsed, first: int, last: int) -> tuple[int, int] | None:
    """The span of a person's name: two words or more with capitals, at the end of a noun phrase."""
    if not text.capitals:
        return _in_capitals(text, first, last)
    at = last
    while at > first and text.tokens[at - 1].capital and not _no_name(text, at - 1):
        at -= 1
    if at == last - 1 == first and surname(text, at):
        return at, last
    titled = at > first and text.tokens[at - 1].capital and bool(_TITLED & text.marks[at - 1].keys())
    titled = titled and text.means(at - 1, "speakers") not in ("publication", "group")  # "Radio Delta" is nobody
    return (at, last) if last - at >= 2 - titled and at < last else None


_TITLED = {"speakers", "heads", "abbreviations"}
_NO_NAMES = {"agencies", "speakers", "dates", "causes", "masks", "arms", "battles", "heads", "numbers", "sides"}


def _no_name(text: Parsed, at: int) -> bool:
    return text.means(at, "functions") is not None or bool(_NO_NAMES & text.marks[at].keys())


_THINGS = ("agencies", "dates", "causes", "masks", "arms", "battles", "numbers", "figures")


def _in_capitals(text: Parsed, first: int, last: int) -> tuple[int, int] | None:
    """In a text all in capitals a name is told by what it is not: two to six words that no lexicon holds."""
    if text.language != "en" or not 2 <= last - first <= 6:
        return None
    known = any(text.means(at, "functions") is not None or _thing(text, at) for at in range(first, last))
    verbs = _VERBS.intersection(text.keys(first, last)) or _a_past_tense(text.tokens[first].key)
    return None if known or verbs else (first, last)


def _a_past_tense(key: str) -> bool:
    """`caused extensive damage`: a verb and no name, though all is in capitals; Ahmed, Waleed and Alfred are names."""
    return len(key) > 4 and key.endswith("ed") and not key.endswith(_NAMES_IN_ED)


_NAMES_IN_ED = ("med", "eed", "aed", "fred", "jared", "sayed", "hamid")


_VERBS = frozenset({"took", "place", "occurred", "taken", "leadership", "away", "began", "happened", "remains"})


def _thing(text: Parsed, at: int) -> bool:
    return any(name in text.marks[at] for name in _THINGS)
