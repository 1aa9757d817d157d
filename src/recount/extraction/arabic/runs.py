"""Arabic lists of persons without a number: `مقتل أب وأم وثلاثة من أطفالهم`, each of them one."""

from collections.abc import Container, Sequence
from dataclasses import replace

from recount.extraction.arabic.people import who
from recount.extraction.phrases import Counted, population
from recount.language.numbers import Quantity
from recount.language.sentences import BULLETS, Parsed, Sentence
from recount.model.codes import ClaimKind, Comparator, Outcome, Unit
from recount.model.interval import Interval

_LONGEST_MEMBER = 6
_OUTCOMES = {outcome.value: outcome for outcome in Outcome}
_STOPS = frozenset({"functions", "triggers", "heads", "numbers", "reporting"})


def run_of_persons(text: Parsed, sentence: Sentence, phrases: Sequence[Counted]) -> list[Counted]:
    """The single persons of lists that begin at a verb, or after a counted phrase, and go on with و."""
    ends = {each.end: each for each in phrases}
    starts = {each.first: each for each in phrases}
    held = {at for each in phrases for at in range(each.first, each.end)}
    found: list[Counted] = []
    for at in range(sentence.first, sentence.last):
        opens = _opens(text, at) or _of_harm(text, sentence, at)
        run, end = _members(text, sentence, at, starts, held) if opens else ([], at)
        after = ends.get(end) if not run else None
        joined = _joined(text, sentence, end) if run or (after is not None and after.unit is Unit.PEOPLE) else None
        more = _members(text, sentence, joined, starts, held)[0] if joined is not None else []
        counted = len(run) == 1 and run[0].outcome is not None and end > run[0].end + 1
        alone = counted or (len(run) == 1 and text.tokens[at - 1].key in BULLETS)
        if more or len(run) > 1 or alone:
            found += [each for each in (*run, *more) if each.first not in held]
            held.update(place for each in found for place in range(each.first, each.end))
    return found


def _opens(text: Parsed, at: int) -> bool:
    """Whether a trigger that takes what follows, or the sign that opens a line of a list, ends here."""
    if at and text.tokens[at - 1].key in BULLETS and (at == 1 or text.tokens[at - 2].kind == "break"):
        return True
    for length in (1, 2, 3):
        mark = text.marks[at - length].get("triggers") if at >= length else None
        if mark is not None and mark.length == length:
            return mark.means[1] in ("gerund", "noun")
    return False


def _of_harm(text: Parsed, sentence: Sentence, at: int) -> bool:
    """`شهيد وثلاثة جرحى`: a headline opens with one person, whose noun says what happened."""
    head, before = text.marks[at].get("heads"), text.tokens[at - 1].key if at > sentence.first else ":"
    return head is not None and head.means[2] in ("killed", "injured") and before in _OPENS_HEADLINE


_OPENS_HEADLINE = frozenset({":", "-", "سقط", "سقوط", "ارتقاء", "وقوع", '"'})


def _members(
    text: Parsed, sentence: Sentence, at: int, starts: dict[int, Counted], held: Container[int]
) -> tuple[list[Counted], int]:
    """The single persons from a token on as far as the list goes, and where it ends."""
    run: list[Counted] = []
    while at < sentence.last:
        if at in starts:
            at = starts[at].end
        else:
            one = None if at in held else _person(text, sentence, at)
            if one is None:
                break
            run.append(one)
            at = one.end
        joined = _joined(text, sentence, at)
        if joined is None or not (joined in starts or _person(text, sentence, joined) is not None):
            break
        if run and run[-1].end == at:
            run[-1] = replace(run[-1], end=joined - 1)  # what describes a member parts it from no other
        at = joined
    return run, at


def _person(text: Parsed, sentence: Sentence, at: int) -> Counted | None:
    """One person without a number, where the noun for one stands."""
    head = text.marks[at].get("heads") if at < sentence.last else None
    if head is None or head.first != "people" or head.means[-1] != "single":
        return None
    quantity = Quantity(at, at + head.length, Interval(1, 1), Comparator.EXACT, ClaimKind.EXACT)
    end, outcome = at + head.length, _OUTCOMES.get(head.means[2])
    said = population(who(head.means[1]))
    return Counted(quantity, sentence, end, population=said, outcome=outcome, known=True, bare=True)


def _joined(text: Parsed, sentence: Sentence, at: int) -> int | None:
    """Where the next member of a list begins, past adjectives, a rank, or an age in brackets."""
    last = min(sentence.last - 1, at + _LONGEST_MEMBER)
    while at < last:
        if text.tokens[at].key == "و":
            return at + 1
        if text.keys(at, at + 2) == ["ب", "رتبه"]:
            at += 2
        elif text.tokens[at].key == "(":
            at = next((end for end in range(at, last) if text.tokens[end].key == ")"), last)
        elif text.tokens[at].kind != "word" or _STOPS & text.marks[at].keys():
            return None
        at += 1
    return None
