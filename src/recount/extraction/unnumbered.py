"""People counted without a number: `a woman`, `another soldier`, `twin brothers`, `himself`, `without casualties`."""

from collections.abc import Container, Sequence
from dataclasses import replace

from recount.extraction.nouns import OUTCOMES, POPULATIONS, Counted, bodies_before, noun, population
from recount.language.numbers import Quantity
from recount.language.sentences import Parsed, Sentence
from recount.model.codes import ClaimKind, Comparator, Outcome, Unit
from recount.model.interval import Interval

_DETERMINERS = frozenset({"a", "an", "another", "his", "her", "their", "my"})
_ONE_OF_THEM = frozenset({"second", "third", "fourth", "fifth", "other"})


def singles(text: Parsed, sentence: Sentence, covered: Container[int]) -> list[Counted]:
    """Single persons said without a number: `a woman`, `another soldier`, `his wife`."""
    found = [*_bare_opening(text, sentence, covered), *_twins(text, sentence, covered)]
    if text.language == "ar":
        heads = text.having("heads", sentence.first, sentence.last)
        found.extend(dual for at in heads if at not in covered for dual in _dual(text, sentence, at))
    for at in text.saying(_OPENERS, sentence.first, sentence.last):
        if text.tokens[at].key in ("himself", "herself") and _by_own_hand(text, at):
            found.extend(filter(None, [_himself(text, sentence, at)]))
        if text.tokens[at].key in ("any", "without", "neither") and text.language == "en":
            found.extend(filter(None, [_none_of(text, sentence, at)]))
        if text.tokens[at].key == "of" and text.keys(at - 1, at) in (["bodies"], ["corpses"]):
            single = _single(text, sentence, at) if at + 1 not in covered else None
            if single is not None:
                of = replace(single.quantity, first=at + 1)
                found.append(replace(single, quantity=of, unit=Unit.BODIES, outcome=Outcome.KILLED))
            continue
        if text.tokens[at].key in ("only", "sole") and text.tokens[at - 1].key == "the" and at + 1 < sentence.last:
            found.extend(filter(None, [_single(text, sentence, at)]))
        if text.tokens[at].key == "the" and at + 1 < sentence.last and text.tokens[at + 1].key in _ONE_OF_THEM:
            found.extend(filter(None, [_another(text, sentence, at)]))
        if text.tokens[at].key not in _DETERMINERS or at in covered or at + 1 in covered or at + 1 >= sentence.last:
            continue
        if text.tokens[at - 1].key == "of" and at - 2 in covered:
            continue  # "two members of his escort" are two
        single = _couple(text, sentence, at) or _single(text, sentence, at) or _another(text, sentence, at)
        if single is not None:
            found.append(single)
    return found


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
    before = text.marks[at - 1].get("heads") if at > sentence.first else None
    if before is not None and before.means[-1] == "dual":
        return []  # "two children, brothers": the second noun says more of the same two
    quantity = Quantity(at, at + 1, Interval(2, 2), Comparator.EXACT, ClaimKind.EXACT)
    said = [POPULATIONS[means[1]]] if means[1] in POPULATIONS else []
    outcome = OUTCOMES.get(means[2])
    return [Counted(quantity, sentence, at + 1, Unit[means[0].upper()], population(said), outcome, known=True)]


def _by_own_hand(text: Parsed, at: int) -> bool:
    """`killing himself`, `shot himself dead`, `turned the gun on himself`."""
    before, after = text.tokens[at - 1].key, text.keys(at + 1, at + 2)
    if before == "on" and {"turned", "turning", "turn", "turns"}.intersection(text.keys(at - 5, at)):
        return True
    return before in ("killing", "killed") or (before in ("shot", "shooting") and after == ["dead"])


def _none_of(text: Parsed, sentence: Sentence, at: int) -> Counted | None:
    """`did not suffer any casualties`, `without casualties`: nobody."""
    key = text.tokens[at].key
    near = text.keys(max(sentence.first, at - 6), at)
    if not (key in ("without", "neither") or (key == "any" and {"not", "without", "nor", "never"}.intersection(near))):
        return None
    end, heads, outcome = noun(text, at + 1, min(sentence.last, at + 6), ())
    said = outcome or (OUTCOMES.get(heads[-1][2]) if heads else None)
    if said is None or "loss" in text.keys(at, end):
        return None
    quantity = Quantity(at, end, Interval(0, 0), Comparator.EXACT, ClaimKind.EXACT)
    return Counted(quantity, sentence, end, outcome=said, known=True, head=text.tokens[end - 1].key)


_OPENERS = _DETERMINERS | {"of", "the", "himself", "herself", "any", "without", "neither", "only", "sole"}
_PAIRS = frozenset({"parents", "grandparents", "twins", "twin"})


def _twins(text: Parsed, sentence: Sentence, covered: Container[int]) -> list[Counted]:
    """`twin brothers`, `his twin daughters`, `her parents`: two without a number."""
    found = []
    for at in text.saying(_PAIRS, sentence.first, sentence.last):
        key = text.tokens[at].key
        before = text.tokens[at - 1].key if at else ""
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


_ORDINALS = frozenset(
    {"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
     "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"}
)  # fmt: skip


def ordinal(key: str) -> bool:
    """`a fourth`, `a 21st victim`: one more than those before."""
    return key in _ORDINALS or (key[:1].isdecimal() and key.endswith(("st", "nd", "rd", "th")))


_AFTER_ANOTHER = ("be", "have", "prep", "clause", "and", "relative", "adverb", "modal")


def _another(text: Parsed, sentence: Sentence, at: int) -> Counted | None:
    """`wounding another`, `another was hurt`: one more of those told before."""
    after = at + 1
    which = after + 1 < sentence.last and (ordinal(text.tokens[after].key) or text.tokens[after].key == "other")
    if text.tokens[at].key in ("a", "another", "the") and which:
        after += 1
        if text.tokens[at].key == "the" and text.means(after, "functions") not in ("be", "have"):
            return None  # "the other was shot", not "the second of April"
    elif text.tokens[at].key != "another":
        return None
    if "numbers" in text.marks[after]:
        return None
    ends = text.tokens[after].kind != "word" or text.means(after, "functions") in _AFTER_ANOTHER
    if not ends and "triggers" not in text.marks[after]:
        return None
    quantity = Quantity(at, after, Interval(1, 1), Comparator.EXACT, ClaimKind.EXACT)
    return Counted(quantity, sentence, after, known=True, bare=True, head="another")


def _a_noun_follows(text: Parsed, sentence: Sentence, at: int) -> bool:
    if at >= sentence.last or text.tokens[at].kind != "word" or text.means(at, "functions") is not None:
        return False
    return not {"triggers", "reporting", "speech"} & text.marks[at].keys()


def _single(text: Parsed, sentence: Sentence, at: int) -> Counted | None:
    end, heads, outcome = noun(text, at + 1, min(sentence.last, at + 7), ())
    if not heads or heads[-1][-1] != "single" or heads[-1][0] not in ("people", "bodies"):
        return None
    if "nation" in heads[-1] and _a_noun_follows(text, sentence, end):
        return None  # "a Honduran helicopter"
    quantity = Quantity(at, end, Interval(1, 1), Comparator.EXACT, ClaimKind.EXACT)
    said = [POPULATIONS[head[1]] for head in heads if head[1] in POPULATIONS]
    body = bodies_before(text, at)
    return Counted(
        quantity,
        sentence,
        end,
        Unit.BODIES if body else Unit[heads[-1][0].upper()],
        population(said),
        Outcome.KILLED if body else outcome or OUTCOMES.get(heads[-1][2]),
        True,
        True,
        False,
        text.tokens[end - 1].key,
    )


def listed_singles(text: Parsed, sentence: Sentence, covered: set[int], before: Sequence[Counted]) -> list[Counted]:
    """`a father, mother and four children`, `ten soldiers and himself`: persons without an article, in a list."""
    found: list[Counted] = []
    ends = {each.end for each in before if each.known}
    if not ends:
        return found
    for at in range(sentence.first + 1, sentence.last):
        if (
            at in covered
            or at - 1 not in ends
            or not (text.tokens[at - 1].key == "," or text.means(at - 1, "functions") == "and")
        ):
            continue
        single = _single(text, sentence, at - 1) if "heads" in text.marks[at] else _himself(text, sentence, at)
        if single is not None and text.language == "en" and not one_and_the_same(text, sentence, single.end):
            quantity = replace(single.quantity, first=at)
            found.append(replace(single, quantity=quantity))
            ends.add(single.end)
            covered.update(range(at, single.end))
    return found


_LONGEST_WAY = 6


def one_and_the_same(text: Parsed, sentence: Sentence, at: int) -> bool:
    """`a prison officer and father of three was killed`: one person, as the verb in the singular says."""
    for here in range(at, min(at + _LONGEST_WAY, sentence.last)):
        if text.means(here, "functions") in ("be", "have"):
            return text.tokens[here].key in ("was", "is", "has")
        if text.means(here, "functions") in ("and", "by", "prep") or "triggers" in text.marks[here]:
            return False
    return False


def _himself(text: Parsed, sentence: Sentence, at: int) -> Counted | None:
    if text.tokens[at].key not in ("himself", "herself"):
        return None
    quantity = Quantity(at, at + 1, Interval(1, 1), Comparator.EXACT, ClaimKind.EXACT)
    return Counted(quantity, sentence, at + 1, known=True, bare=True, head=text.tokens[at].key)
