"""Names instead of numbers: `Juan Lopez and his driver were killed`, `killed Ana Ruiz and Luis Vega`. Each is one."""

from collections.abc import Iterable, Sequence

from recount.extraction.lists import past_name_and_age
from recount.extraction.namelists import aged
from recount.extraction.outcomes import Suffered
from recount.extraction.phrases import Counted
from recount.extraction.singles import a_person, nominal
from recount.extraction.triggers import Form, Trigger
from recount.extraction.unnumbered import one_and_the_same
from recount.language.numbers import Quantity
from recount.language.sentences import Parsed, Sentence
from recount.model.codes import ClaimKind, Comparator, Outcome
from recount.model.interval import Interval

_HARM = (Outcome.KILLED, Outcome.INJURED)
_COST = 2.5


def listed_by_name(
    text: Parsed, sentence: Sentence, found: Sequence[Trigger], taken: Sequence[Suffered]
) -> list[Suffered]:
    """The persons named in a list beside others, to whom the same happened."""
    held = {at for each in taken for at in range(each.phrase.first, each.phrase.end)}
    used = {each.trigger for each in taken}
    victims: list[Suffered] = _besides(text, sentence, taken, held)
    for each in taken:
        if each.outcome in _HARM and each.trigger is not None and each.whole is None:
            among = each.trigger.last if each.trigger.form is Form.AMONG else -1
            spans = _beside(text, sentence, each.phrase, held, among)
            victims += [_one(sentence, each.trigger, span) for span in spans]
    for trigger in found:
        if trigger not in used and trigger.outcome in _HARM:
            spans = list(_alone(text, sentence, trigger, held))
            victims += [_one(sentence, trigger, span) for span in spans] if len(spans) > 1 else []
    here = {at for each in (*taken, *victims) for at in range(each.phrase.first, each.phrase.end)}
    victims += aged(text, sentence, found, here)
    firsts = [each.phrase.first for each in victims]
    return [
        each
        for at, each in enumerate(victims)
        if each.phrase.first not in firsts[:at]
        and not _apposed(text, sentence, each.phrase.first, each.phrase.end)
        and not _described(text, sentence, each.phrase.end, taken)
    ]


def _described(text: Parsed, sentence: Sentence, last: int, taken: Sequence[Suffered]) -> bool:
    """`Rafiq Ali, a cleric, was killed`: the words after the name count him already."""
    for each in taken:
        phrase = each.phrase
        apposed = phrase.bare and phrase.first == last + 1 and text.tokens[last].key == ","
        if apposed and text.tokens[phrase.first].key in ("a", "an", "the", "another") and phrase.end < sentence.last:
            return text.means(phrase.end, "functions") != "and"
    return False


def _apposed(text: Parsed, sentence: Sentence, first: int, last: int) -> bool:
    """`a politician, Karim Dastani, and his brother`; `Mullah Gul, a cleric, in Kunar`: one person told twice."""
    if first - 1 <= sentence.first or text.tokens[first - 1].key != "," or last >= sentence.last:
        return False
    before = text.marks[first - 2].get("heads")
    described = text.tokens[first].key in ("a", "an", "the")
    a_name = not described and text.tokens[first].capital and "heads" not in text.marks[first]
    if a_name and before is not None and before.means[-1] == "single":
        return text.tokens[last].key in (",", ")", "(")
    name_before = text.tokens[first - 2].capital and before is None and text.tokens[first - 2].kind == "word"
    name_before = name_before and text.means(first - 3, "functions") != "of"  # "the mayor of Ordu, the judge and"
    return (
        described and name_before and text.tokens[last].key in (",", ".", "in", "at", "who", "of", "from", "on", "by")
    )


def _besides(text: Parsed, sentence: Sentence, taken: Sequence[Suffered], held: set[int]) -> list[Suffered]:
    """`In addition to the bomber, six people were killed`: the bomber too."""
    commas = text.saying(_COMMA, sentence.first, sentence.last)
    opening = [at + 1 for at in commas if text.keys(at + 1, at + 4) == ["in", "addition", "to"]]
    at = opening[0] if opening else sentence.first
    length = (
        3
        if text.keys(at, at + 3) == ["in", "addition", "to"]
        else 2
        if text.keys(at, at + 2) in (["apart", "from"], ["aside", "from"])
        else int(text.keys(at, at + 1) == ["besides"])
    )
    killed = [each for each in taken if each.outcome in _HARM and each.trigger is not None]
    if not length or not killed:
        return []
    first = last = at + length
    while last < sentence.last and nominal(text, last) and last not in held and last - first < 7:
        last += 1
    span = a_person(text, first, last) if first < last else None
    return [] if span is None else [_one(sentence, killed[0].trigger, span)]


_COMMA = frozenset({","})


def _one(sentence: Sentence, trigger: Trigger | None, span: tuple[int, int]) -> Suffered:
    quantity = Quantity(*span, Interval(1, 1), Comparator.EXACT, ClaimKind.EXACT)
    outcome = Outcome.KILLED if trigger is None else trigger.outcome
    return Suffered(Counted(quantity, sentence, span[1], bare=True, known=True), outcome, trigger, _COST)


def _beside(
    text: Parsed, sentence: Sentence, phrase: Counted, held: set[int], opening: int
) -> Iterable[tuple[int, int]]:
    """Names joined to a phrase on either side; at `opening` a list begins, whatever stands before."""
    last = past_name_and_age(text, phrase)
    verb = last + 1 < sentence.last and (
        "triggers" in text.marks[last + 1] or text.means(last + 1, "functions") in ("be", "have")
    )
    more = last < sentence.last and _joint(text, last) and not verb
    yield from _backwards(text, sentence, phrase.first, held, opening, joined=True, listed=more)
    yield from _forwards(text, sentence, last, held, joined=True)


def _alone(text: Parsed, sentence: Sentence, trigger: Trigger, held: set[int]) -> Iterable[tuple[int, int]]:
    """A list of names alone before `were killed`, or after `killed`."""
    if trigger.form is Form.AFTER:
        return _forwards(text, sentence, trigger.last, held, joined=False)
    at = trigger.first
    while at > sentence.first and text.means(at - 1, "functions") in ("be", "have", "adverb"):
        at -= 1
    return _backwards(text, sentence, at, held, -1, joined=False) if trigger.form is Form.BEFORE else ()


def _joint(text: Parsed, at: int) -> bool:
    return text.tokens[at].key == "," or text.means(at, "functions") == "and"


def _backwards(
    text: Parsed, sentence: Sentence, at: int, held: set[int], opening: int, *, joined: bool, listed: bool = False
) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    while at > sentence.first:
        end = at
        while end > sentence.first and _joint(text, end - 1):
            end -= 1
            listed = listed or text.tokens[end].key != ","
        if joined and end == at:
            break
        first = end
        while first > sentence.first and nominal(text, first - 1) and first - 1 not in held and end - first < 7:
            first -= 1
        span = a_person(text, first, end) if first < end else None
        if first > sentence.first and (text.means(first - 1, "functions") == "part" or _part_before(text, first)):
            break  # "six were killed, among them the attacker, and 14 injured"
        if first == opening and span is not None:
            spans.append(span)
            break
        if first > sentence.first and text.means(first - 1, "functions") in ("prep", "be", "have", "modal", "by"):
            break  # "a nuisance in Latin America, and both were murdered"
        if span is None and first - 1 > sentence.first and text.means(first - 1, "functions") == "of":
            span, first = _office(text, sentence, first - 1, held)
        if span is None and first < end:
            span = _given_name(text, first, end, at)
            listed = listed or span is not None
        if span is None:
            break
        spans.append(span)
        at, joined = first, True
    return spans if listed else []  # "a civil servant, Ali Hassan, was killed" is one person


def _office(text: Parsed, sentence: Sentence, of: int, held: set[int]) -> tuple[tuple[int, int] | None, int]:
    """`the mayor of Ordu`, read backwards from its town: the one who holds the office, and where the phrase begins."""
    first = of
    opens = max(sentence.first, of - _LONGEST_OFFICE)
    while first > opens and nominal(text, first - 1) and first - 1 not in held:
        first -= 1
    heads = [at for at in range(first, of) if "heads" in text.marks[at]]
    return (a_person(text, first, of) if heads else None), first


def _part_before(text: Parsed, first: int) -> bool:
    mark = text.marks[first - 2].get("functions") if first > 1 else None
    return mark is not None and mark.first == "part" and mark.length == 2


def _given_name(text: Parsed, first: int, end: int, member: int) -> tuple[int, int] | None:
    """`Ahmad, his wife and their children`: one name alone, told by the words `his` or `her` after it."""
    name = text.capitals and end - first == 1 and text.tokens[first].capital and not text.marks[first]
    kin = any(text.tokens[at].key in ("his", "her") for at in range(end, min(member + 1, len(text.tokens))))
    return (first, end) if name and kin else None


def _forwards(text: Parsed, sentence: Sentence, at: int, held: set[int], *, joined: bool) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    listed = False
    while at < sentence.last:
        first = at
        while first < sentence.last and _joint(text, first):
            listed = listed or text.tokens[first].key != ","
            first += 1
        if joined and first == at:
            break
        last = first
        while last < sentence.last and nominal(text, last) and last not in held and last - first < 7:
            last += 1
        span = a_person(text, first, last) if first < last else None
        plain = text.means(first, "functions") != "det" and not text.tokens[first].capital
        if span is None or (plain and one_and_the_same(text, sentence, last)):
            break
        spans.append(span)
        at, joined = _past_office(text, sentence, last), True
    return spans if listed else []


def _past_office(text: Parsed, sentence: Sentence, at: int) -> int:
    """`the mayor of Ordu, a judge and`: after the office comes its town, and then the list goes on."""
    if at >= sentence.last or text.means(at, "functions") != "of":
        return at
    end = at + 1
    while end < min(sentence.last, at + _LONGEST_OFFICE) and nominal(text, end) and "heads" not in text.marks[end]:
        end += 1
    return end if end < sentence.last and _joint(text, end) else at


_LONGEST_OFFICE = 5
