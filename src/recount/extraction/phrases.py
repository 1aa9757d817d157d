"""Counted phrases: a quantity with the noun it counts, such as `at least 3,200 civilian men, women and children`."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from recount.language.numbers import Quantity
from recount.language.sentences import Parsed, Sentence
from recount.model.codes import ClaimKind, Comparator, Outcome, Population, Unit
from recount.model.interval import Interval

_OUTCOMES = {outcome.value: outcome for outcome in Outcome}
_POPULATIONS = {population.value: population for population in Population}
_LIVES_LOST = frozenset(
    {"lost", "lose", "claimed", "claiming", "claim", "claims", "cost", "costing", "took", "taking", "taken"}
)
_OPENINGS = frozenset({"the", "these", "those", "its", "their", "his", "her", "all", "them", "whom"})
_STOPS = frozenset({"be", "have", "modal", "perhaps", "if", "prep", "by", "clause", "relative", "part", "not"})
_LONGEST_PHRASE = 8
_ADULT_MEN_AND_WOMEN = (Population.WOMEN, Population.MEN, Population.CHILDREN)


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity and what it counts: its phrase is tokens [first, last) of `quantity`, its noun ends before `end`.

    `outcome` is set where the noun itself says what happened (`deaths`, `wounded`); `known` says that the lexicon
    holds the noun, `bare` that there is no number but a single person (`an interpreter`), `pronoun` that it counts
    members of something named before (`326 of those deaths`), `nobody` that it is the word for no person at all.
    """

    quantity: Quantity
    sentence: Sentence
    end: int
    unit: Unit = Unit.PEOPLE
    population: Population = Population.PEOPLE
    outcome: Outcome | None = None
    known: bool = False
    bare: bool = False
    of: bool = False
    head: str = ""
    nobody: bool = False

    @property
    def first(self) -> int:
        """The first token of the phrase."""
        return self.quantity.first


def counted(text: Parsed, sentence: Sentence, found: Sequence[Quantity]) -> list[Counted]:
    """The counted phrases of a sentence in order, single persons without a number among them."""
    phrases = [_around(text, sentence, quantity, found) for quantity in found]
    covered = {at for phrase in phrases for at in range(phrase.first, phrase.end)}
    phrases.extend(_singles(text, sentence, covered))
    covered.update(at for phrase in phrases for at in range(phrase.first, phrase.end))
    phrases.extend(_listed_singles(text, sentence, covered, phrases))
    return sorted(phrases, key=lambda phrase: phrase.first)


def _around(text: Parsed, sentence: Sentence, quantity: Quantity, others: Sequence[Quantity]) -> Counted:
    at, of = quantity.last, False
    if at < sentence.last and text.tokens[at].key == "of":
        at, of = at + 1, True
    if at < sentence.last and text.tokens[at].key == "x":
        at += 1  # "2X CIV KIA": a log counts by "times"
    while at < sentence.last and text.tokens[at].key in _OPENINGS:
        at += 1
    starts = {other.first for other in others if other.first > quantity.first}
    end, heads, outcome = _noun(text, at, sentence.last, starts)
    if not heads and at > quantity.last + of and text.tokens[at - 1].key in ("them", "whom"):
        return Counted(quantity, sentence, at, of=True, known=True, head="them")
    if not heads:
        nobody = text.tokens[quantity.first].key in ("nobody", "none")
        return Counted(quantity, sentence, end if of else max(at, end), of=of, nobody=nobody)
    return _described(text, Counted(quantity, sentence, end, outcome=outcome, known=True, of=of), heads)


def _noun(
    text: Parsed, at: int, last: int, starts: Container[int]
) -> tuple[int, list[tuple[str, ...]], Outcome | None]:
    """Where the noun phrase from a token on ends, the lexicon nouns in it, and an outcome said by its adjectives."""
    begin = end = at
    heads: list[tuple[str, ...]] = []
    outcome: Outcome | None = None
    while at < min(last, begin + _LONGEST_PHRASE + 4 * bool(heads)) and at not in starts:
        if text.tokens[at].kind == "number" and text.keys(at + 1, at + 3) == ["year", "old"]:
            at += 3  # "a 45-year-old villager"
            continue
        mark = text.marks[at].get("heads")
        if mark is not None:
            if heads and heads[-1][1] == "people" and "triggers" in text.marks[at]:
                break  # "12 people injured": the participle is what happened to them, read as a trigger
            if heads and heads[-1][-1] == "single" and text.tokens[at].key in ("dead", "wounded", "injured", "missing"):
                break  # "shot a cleric dead"
            heads.append(mark.means)
            at = end = at + mark.length
            continue
        if (heads and not _goes_with(text, at, last)) or _stops(text, at):
            break
        trigger = text.marks[at].get("triggers")
        if trigger is not None:
            if trigger.means[1] != "participle" or not _adjective(text, at, last):
                break
            outcome = _OUTCOMES[trigger.first]
        at += 1
        end = end if heads else at
    return end, heads, outcome


def _goes_with(text: Parsed, at: int, last: int) -> bool:
    """Whether a noun already found goes on: `civilian casualty allegations`, with at most one word between."""
    return (
        at + 1 < last
        and "heads" in text.marks[at + 1]
        and text.tokens[at + 1].kind == "word"
        and (
            text.tokens[at].kind == "word" and text.means(at, "functions") is None and "triggers" not in text.marks[at]
        )
        and text.means(at, "speakers") is None
    )


def _adjective(text: Parsed, at: int, last: int) -> bool:
    """Whether a participle stands before a noun: `12 wounded soldiers`."""
    for after in range(at + 1, min(at + 3, last)):
        if "heads" in text.marks[after]:
            return True
        if text.means(after, "functions") is not None:
            return False  # "16 killed in attack"
    return False


def _stops(text: Parsed, at: int) -> bool:
    token = text.tokens[at]
    if token.kind != "word":
        return token.key not in ('"', "'", "(") if token.kind == "mark" else True
    meaning = text.means(at, "functions")
    if token.key == "us" and token.end - token.start > 2:
        return False  # "nine U.S. soldiers"
    if token.key in ("us", "in") and _LOGGED.intersection(text.keys(at + 1, at + 3)):
        return False
    if token.key in _DESCRIBED and at + 1 < len(text.tokens) and "heads" in text.marks[at + 1]:
        return False
    return meaning in _STOPS or meaning in ("and", "det", "pronoun", "of") or "reporting" in text.marks[at]


_LOGGED = frozenset({"kia", "wia", "ekia", "dow", "inj"})
"""How a military log ends a count: `3 x US KIA`."""

_DESCRIBED = frozenset({"reported", "confirmed", "alleged", "identified", "documented", "recorded", "claimed"})
"""`no reported casualties`: said of the noun after it."""


def _listed_singles(text: Parsed, sentence: Sentence, covered: set[int], before: Sequence[Counted]) -> list[Counted]:
    """`a father, mother and four children`, `ten soldiers and himself`: persons without an article, in a list."""
    found: list[Counted] = []
    ends = {each.end for each in before if each.known}
    for at in range(sentence.first + 1, sentence.last):
        if (
            at in covered
            or at - 1 not in ends
            or not (text.tokens[at - 1].key == "," or text.means(at - 1, "functions") == "and")
        ):
            continue
        single = _single(text, sentence, at - 1) if "heads" in text.marks[at] else _himself(text, sentence, at)
        if single is not None and text.language == "en":
            quantity = replace(single.quantity, first=at)
            found.append(replace(single, quantity=quantity))
            ends.add(single.end)
            covered.update(range(at, single.end))
    return found


def _himself(text: Parsed, sentence: Sentence, at: int) -> Counted | None:
    if text.tokens[at].key not in ("himself", "herself"):
        return None
    quantity = Quantity(at, at + 1, Interval(1, 1), Comparator.EXACT, ClaimKind.EXACT)
    return Counted(quantity, sentence, at + 1, known=True, bare=True, head=text.tokens[at].key)


def _described(text: Parsed, phrase: Counted, heads: Sequence[tuple[str, ...]]) -> Counted:
    """The phrase with what its nouns say: unit, population, outcome."""
    quantity, outcome = phrase.quantity, phrase.outcome
    unit = Unit[heads[-1][0].upper()] if heads[-1][0] != "families" else Unit.OTHER
    said = [_POPULATIONS[head[1]] for head in heads if head[1] in _POPULATIONS]
    if quantity.interval.high == 0 and text.tokens[phrase.end - 1].key == "victims":
        outcome = Outcome.CASUALTY  # "there were no victims"
    for noun in heads:
        outcome = _head_outcome(text, quantity, noun) or outcome
    if unit is Unit.PEOPLE and _bodies_before(text, quantity.first):
        unit, outcome = Unit.BODIES, Outcome.KILLED
    head = text.tokens[phrase.end - 1].key
    return replace(phrase, unit=unit, population=population(said), outcome=outcome, head=head)


def population(said: Sequence[Population]) -> Population:
    """Who is counted when several words say so: `civilian women` are women, `women and civilians` people."""
    special = [each for each in said if each is not Population.PEOPLE]
    if not special:
        return Population.PEOPLE
    if Population.CIVILIANS in special and special[-1] is Population.CIVILIANS:
        return Population.CIVILIANS
    return special[-1]


def _head_outcome(text: Parsed, quantity: Quantity, head: tuple[str, ...]) -> Outcome | None:
    if head[2] == "lives":
        near = (*text.keys(quantity.first - 4, quantity.first), *text.keys(quantity.last, quantity.last + 5))
        return Outcome.KILLED if _LIVES_LOST.intersection(near) else None
    return _OUTCOMES.get(head[2])


def _bodies_before(text: Parsed, first: int) -> bool:
    if first > 0 and text.tokens[first - 1].key in ("جثث", "جثامين", "رفات", "جثه"):
        return True
    return (
        first > 1
        and text.tokens[first - 1].key == "of"
        and text.tokens[first - 2].key in ("body", "bodies", "corpses", "remains")
    )


def _none_of(text: Parsed, sentence: Sentence, at: int) -> Counted | None:
    """`did not suffer any casualties`, `without casualties`: nobody."""
    key = text.tokens[at].key
    near = text.keys(max(sentence.first, at - 6), at)
    if not (key == "without" or (key == "any" and {"not", "without", "nor", "never"}.intersection(near))):
        return None
    end, heads, outcome = _noun(text, at + 1, min(sentence.last, at + 6), ())
    said = outcome or (_OUTCOMES.get(heads[-1][2]) if heads else None)
    if said is None or "loss" in text.keys(at, end):
        return None
    quantity = Quantity(at, end, Interval(0, 0), Comparator.EXACT, ClaimKind.EXACT)
    return Counted(quantity, sentence, end, outcome=said, known=True, head=text.tokens[end - 1].key)


_DETERMINERS = frozenset({"a", "an", "another", "his", "her", "their", "my"})


def _singles(text: Parsed, sentence: Sentence, covered: Container[int]) -> list[Counted]:
    """Single persons said without a number: `a woman`, `another soldier`, `his wife`."""
    singles = [*_bare_opening(text, sentence, covered), *_twins(text, sentence, covered)]
    for at in range(sentence.first, sentence.last):
        if text.language == "ar" and at not in covered and text.marks[at].get("heads") is not None:
            singles.extend(_dual(text, sentence, at))
        if text.tokens[at].key in ("himself", "herself") and _by_own_hand(text, at):
            singles.extend(filter(None, [_himself(text, sentence, at)]))
        if text.tokens[at].key in ("any", "without") and text.language == "en":
            singles.extend(filter(None, [_none_of(text, sentence, at)]))
        if text.tokens[at].key in ("only", "sole") and text.tokens[at - 1].key == "the" and at + 1 < sentence.last:
            singles.extend(filter(None, [_single(text, sentence, at)]))
        if text.tokens[at].key not in _DETERMINERS or at in covered or at + 1 in covered or at + 1 >= sentence.last:
            continue
        if text.tokens[at - 1].key == "of" and at - 2 in covered:
            continue  # "two members of his escort" are two
        single = _couple(text, sentence, at) or _single(text, sentence, at) or _another(text, sentence, at)
        if single is not None:
            singles.append(single)
    return singles


def _bare_opening(text: Parsed, sentence: Sentence, covered: Container[int]) -> list[Counted]:
    """`Body found in river`, `Tribal sheikh and his son shot dead`: headlines leave the article out."""
    at = sentence.first
    if text.language != "en" or at in covered or text.tokens[at].key in _DETERMINERS:
        return []
    if text.tokens[at].kind != "word" or text.means(at, "functions") is not None or "triggers" in text.marks[at]:
        return []
    single = _single(text, sentence, at - 1)
    ends = single is not None and single.end < sentence.last and single.end - at <= 3
    if single is None or not ends or any(here in covered for here in range(at, single.end)):
        return []
    follows = single.end
    told = "triggers" in text.marks[follows] or text.tokens[follows].key in ("found", "reported", "by", "and", ",")
    return [replace(single, quantity=replace(single.quantity, first=at))] if told else []


def _dual(text: Parsed, sentence: Sentence, at: int) -> list[Counted]:
    """The Arabic dual counts two without a number: قتيلان."""
    means = text.marks[at]["heads"].means
    if means[-1] != "dual" or text.keys(at + 1, at + 2) in (["اثنان"], ["اثنين"], ["اثنتان"], ["اثنتين"]):
        return []
    quantity = Quantity(at, at + 1, Interval(2, 2), Comparator.EXACT, ClaimKind.EXACT)
    said = [_POPULATIONS[means[1]]] if means[1] in _POPULATIONS else []
    outcome = _OUTCOMES.get(means[2])
    return [Counted(quantity, sentence, at + 1, Unit[means[0].upper()], population(said), outcome, known=True)]


def _by_own_hand(text: Parsed, at: int) -> bool:
    """`killing himself`, `shot himself dead`."""
    before, after = text.tokens[at - 1].key, text.keys(at + 1, at + 2)
    return before in ("killing", "killed") or (before in ("shot", "shooting") and after == ["dead"])


def _twins(text: Parsed, sentence: Sentence, covered: Container[int]) -> list[Counted]:
    """`twin brothers`, `his twin daughters`, `her parents`: two without a number."""
    found = []
    for at in range(sentence.first, sentence.last):
        key, before = text.tokens[at].key, text.tokens[at - 1].key if at else ""
        pair = (key in ("parents", "grandparents") and before in _THEIRS) or key == "twins"
        twin = key == "twin" and at + 1 < sentence.last and text.means(at + 1, "heads") == "people"
        if at in covered or not (pair or twin) or (at and at - 1 in covered):
            continue
        quantity = Quantity(at, at + 1, Interval(2, 2), Comparator.EXACT, ClaimKind.EXACT)
        found.append(Counted(quantity, sentence, at + 1 + twin, known=True, head="couple"))
    return found


_THEIRS = frozenset({"his", "her", "their", "both", "the"})


def _couple(text: Parsed, sentence: Sentence, at: int) -> Counted | None:
    """`an elderly couple were found dead`: a couple is two people."""
    if text.tokens[at].key not in ("a", "an") or "numbers" in text.marks[at]:
        return None
    for end in range(at + 1, min(at + 4, sentence.last)):
        if text.tokens[end].key == "couple" and text.keys(end + 1, end + 2) != ["of"]:
            quantity = Quantity(at, end + 1, Interval(2, 2), Comparator.EXACT, ClaimKind.EXACT)
            return Counted(quantity, sentence, end + 1, known=True, bare=True, head="couple")
        if text.tokens[end].kind != "word" or text.means(end, "functions") is not None:
            return None
    return None


ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
_AFTER_ANOTHER = ("be", "have", "prep", "clause", "and", "relative", "adverb", "modal")


def _another(text: Parsed, sentence: Sentence, at: int) -> Counted | None:
    """`wounding another`, `another was hurt`: one more of those told before."""
    after = at + 1
    if text.tokens[at].key in ("a", "another") and text.tokens[after].key in ORDINALS and after + 1 < sentence.last:
        after += 1
    elif text.tokens[at].key != "another":
        return None
    if "numbers" in text.marks[after]:
        return None
    ends = text.tokens[after].kind != "word" or text.means(after, "functions") in _AFTER_ANOTHER
    if not ends and "triggers" not in text.marks[after]:
        return None
    quantity = Quantity(at, after, Interval(1, 1), Comparator.EXACT, ClaimKind.EXACT)
    return Counted(quantity, sentence, after, known=True, bare=True, head="another")


def _single(text: Parsed, sentence: Sentence, at: int) -> Counted | None:
    end, heads, outcome = _noun(text, at + 1, min(sentence.last, at + 7), ())
    if not heads or heads[-1][-1] != "single" or heads[-1][0] not in ("people", "bodies"):
        return None
    quantity = Quantity(at, end, Interval(1, 1), Comparator.EXACT, ClaimKind.EXACT)
    said = [_POPULATIONS[head[1]] for head in heads if head[1] in _POPULATIONS]
    body = _bodies_before(text, at)
    return Counted(
        quantity,
        sentence,
        end,
        Unit.BODIES if body else Unit[heads[-1][0].upper()],
        population(said),
        Outcome.KILLED if body else outcome or _OUTCOMES.get(heads[-1][2]),
        True,
        True,
        False,
        text.tokens[end - 1].key,
    )
