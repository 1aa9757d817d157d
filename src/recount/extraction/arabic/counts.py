"""Arabic counts: bounds apart from their number, numbers after their noun, bodies, one of several."""

from collections.abc import Sequence
from dataclasses import replace

from recount.extraction.arabic.denials import nobody
from recount.extraction.arabic.people import HE, people_at, risen_by, who
from recount.extraction.arabic.runs import run_of_persons
from recount.extraction.nouns import OUTCOMES
from recount.extraction.phrases import Counted, population
from recount.language.lexicon import Mark
from recount.language.numbers import Quantity, qualified
from recount.language.sentences import Parsed, Sentence
from recount.model.codes import ClaimKind, Comparator, Outcome, Unit
from recount.model.interval import Interval

_FARTHEST_BOUND = 7
_OF_THEM = frozenset({"احد", "احدي"})
_SOMEBODY = Mark("heads", 1, ("people", "people", "-", "single"))


def also_counted(text: Parsed, sentence: Sentence, phrases: Sequence[Counted]) -> list[Counted]:
    """The counted phrases of a sentence with those that only Arabic makes."""
    bounded = [_risen_too(text, _after_its_noun(text, _bounded(text, each))) for each in phrases]
    bodies = _bodies(text, sentence, bounded)
    held = {at for each in bodies for at in range(each.first, each.end)}
    kept = [each for each in bounded if each.first not in held]
    kept += [
        *bodies,
        *_one_of(text, sentence),
        *nobody(text, sentence, kept),
        *_before_their_verb(text, sentence, kept),
    ]
    return sorted([*kept, *run_of_persons(text, sentence, kept)], key=lambda each: each.first)


def _bounded(text: Parsed, phrase: Counted) -> Counted:
    """`15 شخصا على الأقل`, `تجاوز عدد القتلى 50`: the bound stands apart from the number."""
    if phrase.quantity.comparator is Comparator.EXACT and phrase.quantity.unit == "count":
        for at in range(max(phrase.sentence.first, phrase.first - _FARTHEST_BOUND), phrase.first - 2):
            mark = text.marks[at].get("comparators")
            toll = text.marks[at + mark.length].get("triggers") if mark is not None else None
            if mark is not None and toll is not None and toll.means[1] == "toll":
                return replace(phrase, quantity=qualified(phrase.quantity, mark.first))
    mark = text.marks[phrase.end].get("after_numbers") if phrase.end < phrase.sentence.last else None
    if mark is None or phrase.quantity.comparator is not Comparator.EXACT or phrase.quantity.unit != "count":
        return phrase
    return replace(phrase, quantity=qualified(phrase.quantity, mark.first))


def _after_its_noun(text: Parsed, phrase: Counted) -> Counted:
    """`بناتها الثلاث`: a definite number follows the people it counts."""
    at = phrase.first - 1
    head = text.marks[at].get("heads") if at > phrase.sentence.first else None
    definite = text.text.startswith("ال", text.tokens[phrase.first].start)
    if phrase.known or not definite or head is None or head.first != "people" or head.means[-1] != "plural":
        return phrase
    said = who(head.means[1])
    quantity = replace(phrase.quantity, first=at)
    return replace(phrase, quantity=quantity, population=population(said), known=True)


def _risen_too(text: Parsed, phrase: Counted) -> Counted:
    """`ارتفع عدد القتلى إلى 17 والجرحى إلى 33`: the second figure is of the noun before it."""
    at = phrase.first - 2
    head = text.marks[at].get("heads") if at > phrase.sentence.first else None
    outcome = OUTCOMES.get(head.means[2]) if head is not None else None
    end = phrase.quantity.last
    counts = end < phrase.sentence.last and "heads" in text.marks[end]
    if counts or outcome is None or text.keys(at - 1, at) != ["و"] or text.keys(at + 1, at + 2) != ["الي"]:
        return phrase
    return replace(phrase, end=end, outcome=outcome, known=True)


def _bodies(text: Parsed, sentence: Sentence, phrases: Sequence[Counted]) -> list[Counted]:
    """`جثة امرأة`: one body, and the noun after it says whose."""
    held = {at for each in phrases for at in range(each.first, each.end) if each.end > each.first + 1}
    found = []
    for at in range(sentence.first, sentence.last):
        head = text.marks[at].get("heads")
        if at in held or head is None or head.first != "bodies" or risen_by(text, sentence, at):
            continue
        if head.means[-1] == "plural":
            continue
        end = at + 1
        while end < sentence.last and "heads" in text.marks[end]:
            end += 1
        many = 2 if head.means[-1] == "dual" else 1
        quantity = Quantity(at, at + 1, Interval(many, many), Comparator.EXACT, ClaimKind.EXACT)
        body = Counted(quantity, sentence, end, Unit.BODIES, outcome=Outcome.KILLED, known=True, bare=True)
        found.append(body)
    return found


def _before_their_verb(text: Parsed, sentence: Sentence, phrases: Sequence[Counted]) -> list[Counted]:
    """`طفلة قتلت`: one person, and a verb after it that has nobody else to take."""
    held = {at for each in phrases for at in range(each.first, each.end)}
    found = []
    for at in range(sentence.first, sentence.last - 1):
        head, trigger = text.marks[at].get("heads"), text.marks[at + 1].get("triggers")
        he = text.tokens[at].key in HE
        if at in held or (head is None and not he) or trigger is None or trigger.means[1] != "gerund":
            continue
        if head is None:
            head = _SOMEBODY
        one = head.first == "people" and head.means[-1] == "single"
        if one and not people_at(text, sentence, at + 1 + trigger.length):
            quantity = Quantity(at, at + 1, Interval(1, 1), Comparator.EXACT, ClaimKind.EXACT)
            said = who(head.means[1])
            found.append(Counted(quantity, sentence, at + 1, population=population(said), known=True, bare=True))
    return found


def _one_of(text: Parsed, sentence: Sentence) -> list[Counted]:
    """`مقتل أحد جنوده`: one of several."""
    found = []
    for at in range(sentence.first + 1, sentence.last - 1):
        head, after = text.marks[at + 1].get("heads"), "triggers" in text.marks[at - 1]
        if text.tokens[at].key in _OF_THEM and after and head is not None and head.first == "people":
            quantity = Quantity(at, at + 2, Interval(1, 1), Comparator.EXACT, ClaimKind.EXACT)
            said = who(head.means[1])
            found.append(Counted(quantity, sentence, at + 2, population=population(said), known=True, bare=True))
    return found
