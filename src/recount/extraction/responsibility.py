"""Whom a sentence holds responsible for what a claim counts. Parties named together stay together."""

from collections.abc import Sequence

from recount.extraction.actors import Named, joined_after, joined_before, together
from recount.extraction.outcomes import Suffered
from recount.extraction.triggers import Form
from recount.language.sentences import Parsed, Sentence, within
from recount.model.codes import ClaimKind
from recount.model.values import UNDETERMINED

_NEAR = 18
_NOT_AS_AGENT = frozenset(
    {"from", "against", "versus", "vs", "between", "fighting", "battling", "combating", "defeat", "retake", "recapture",
     "liberate", "drive", "driving", "oust", "ousting", "expel", "push", "target", "targeting", "stop", "seized",
     "hold", "held", "flee", "fled"}
)  # fmt: skip
_BLAME = frozenset({"responsible", "responsibility", "blamed", "blame", "attributed", "attributable", "accused"})
_LEAVING = frozenset({"left", "leaving", "leaves", "leave"})


def responsible(text: Parsed, suffered: Suffered, named: Sequence[Named]) -> tuple[str, ...] | None:
    """The parties a claim's sentence holds responsible for what it counts, in order; None where it names nobody."""
    phrase = suffered.phrase
    here = within(named, phrase.sentence)
    if phrase.quantity.kind is ClaimKind.RATIO:
        return None
    undetermined = bool(text.having("undetermined", phrase.sentence.first, phrase.sentence.last))
    for reader in (_elliptical, _doers, _causing, _blamed, _by, _weapons_of):
        if undetermined and reader not in (_elliptical, _doers):
            continue
        found = reader(text, suffered, here)
        if found:
            return found
    return (UNDETERMINED,) if undetermined else None


def _doers(text: Parsed, suffered: Suffered, here: Sequence[Named]) -> tuple[str, ...]:
    """The subject of an active verb: `coalition strikes killed 100`, `strikes left 100 dead`."""
    verb, by_event = _verb(text, suffered)
    if verb is None:
        return ()
    first = _clause_start(text, suffered.phrase.sentence, verb)
    subject = [each for each in here if first <= each.first < verb and not _opposed(text, each)]
    # Only those who act: in "militants attacked a police post, killing 3" the police are whom it was done to.
    return together(joined_after(text, [each for each in subject if not by_event or _armed(text, each)]))


def _verb(text: Parsed, suffered: Suffered) -> tuple[int | None, bool]:
    """Where the active verb stands, and whether its subject is an event rather than somebody."""
    trigger, phrase = suffered.trigger, suffered.phrase
    if trigger is None:
        leaves = phrase.first > phrase.sentence.first and text.tokens[phrase.first - 1].key in _LEAVING
        return (phrase.first - 1, True) if leaves else (None, False)
    if trigger.form is not Form.AFTER or trigger.first > phrase.first:
        return None, False
    return trigger.first, trigger.last - trigger.first > 1


def _clause_start(text: Parsed, sentence: Sentence, at: int) -> int:
    """Where the clause that holds a token begins."""
    while at > sentence.first:
        key, meaning = text.tokens[at - 1].key, text.means(at - 1, "functions")
        said = "reporting" in text.marks[at - 1] and "noun" not in text.marks[at - 1]["reporting"].means
        if key in (";", ":", '"') or (meaning == "clause" and key != "as") or said:
            return at
        at -= 1
    return at


def _opposed(text: Parsed, each: Named) -> bool:
    """Whether a party stands there as the one fought against: `in its fight against ISIS`."""
    return bool(_NOT_AS_AGENT.intersection(text.keys(each.first - 2, each.first)))


def _armed(text: Parsed, each: Named) -> bool:
    """Whether what a party acts with or does follows its name: `coalition air strikes`, `ISIS violence`."""
    for at in range(each.last, min(each.last + 5, len(text.tokens))):
        if "arms" in text.marks[at] or ("causes" in text.marks[at] and text.means(at, "causes") != "FIGHTING"):
            return True
        if text.means(at, "functions") is not None:
            return False
    before = range(max(0, each.first - 4), each.first) if text.language == "ar" else range(0)
    return any(
        "causes" in text.marks[at] or "arms" in text.marks[at] for at in (*before, *range(each.first, each.last))
    )


def _blamed(text: Parsed, suffered: Suffered, here: Sequence[Named]) -> tuple[str, ...]:
    """`X is responsible for`, `acknowledged responsibility for`, `can be attributed to X`."""
    phrase = suffered.phrase
    before = text.saying(_BLAME, max(phrase.sentence.first, phrase.first - 12), phrase.first)
    if before and text.tokens[before[-1]].key in ("responsible", "responsibility", "blame", "accused", "blamed"):
        passive = text.tokens[before[-1]].key in ("accused", "blamed")
        return together(joined_before(text, [each for each in here if each.last <= before[-1]])) if not passive else ()
    end = _next_number(text, phrase.end, phrase.sentence.last)
    after = text.saying(_BLAME, phrase.end, end)
    if not after:
        return ()
    return together(joined_after(text, [each for each in here if after[0] < each.first < end]))


def _next_number(text: Parsed, at: int, last: int) -> int:
    after = text.numerals(at, last)
    return after[0] if after else max(at, last)


def _by(text: Parsed, suffered: Suffered, here: Sequence[Named]) -> tuple[str, ...]:
    """`killed by X and Y`, `bombardments by X or Y`, `at the hands of X`, `the work of X`."""
    phrase, trigger = suffered.phrase, suffered.trigger
    passive = trigger is not None and trigger.form is Form.BEFORE
    start = trigger.last if trigger is not None and passive else max(phrase.end, trigger.last if trigger else 0)
    for at in range(start, _next_number(text, start, phrase.sentence.last)):
        if (
            text.tokens[at].key in (";", ":")
            or text.means(at, "functions") == "relative"
            or "reporting" in text.marks[at]
        ):
            return ()
        agent = text.means(at, "functions") == "by" and not _of_a_battle(text, at)
        hands = text.tokens[at].key == "of" and text.keys(at - 1, at) in (["hands"], ["work"])
        following = [each for each in here if at < each.first <= at + 6]
        if (agent or hands) and following:
            return together(joined_after(text, [each for each in here if each.first > at]))
    return ()


def _of_a_battle(text: Parsed, by: int) -> bool:
    """`the nine-month battle by X and Y to retake it` says who fought, not who killed."""
    return any("battles" in text.marks[at] for at in range(max(0, by - 3), by))


def _elliptical(text: Parsed, suffered: Suffered, here: Sequence[Named]) -> tuple[str, ...]:
    """`another third to ISIS`, `and ISIS another third`: the verb stands in the clause before."""
    phrase = suffered.phrase
    last = phrase.quantity.last
    if not phrase.quantity.another:
        return ()
    if text.keys(last, last + 1) == ["to"]:
        return together(joined_after(text, [each for each in here if last < each.first <= last + 3]))
    at = phrase.first
    while at > phrase.sentence.first and (
        text.tokens[at - 1].key in ("for", ",") or text.means(at - 1, "functions") == "be"
    ):
        at -= 1
    ending = [each for each in here if each.last == at]
    if not ending:
        return ()
    start = max(text.numerals(phrase.sentence.first, at), default=phrase.sentence.first)
    return together(joined_before(text, [each for each in here if start < each.first < at]))


def _causing(text: Parsed, suffered: Suffered, here: Sequence[Named]) -> tuple[str, ...]:
    """`X or Y forces caused a third`, `X accounted for 40 of them`: the subject of a verb of causing."""
    phrase = suffered.phrase
    at = phrase.first
    while at > phrase.sentence.first and text.means(at - 1, "functions") in ("prep", "det", "adverb"):
        at -= 1
    verb = at - 1
    if verb <= phrase.sentence.first or text.tokens[verb].key not in _CAUSES:
        return ()
    first = _clause_start(text, phrase.sentence, verb)
    subject = [each for each in here if first <= each.first < verb and not _opposed(text, each)]
    return together(joined_before(text, subject))


_CAUSES = frozenset({"caused", "causing", "inflicted", "accounted", "account", "accounts", "behind"})


def _weapons_of(text: Parsed, suffered: Suffered, here: Sequence[Named]) -> tuple[str, ...]:
    """`killed in coalition air strikes`, `died when an American plane hit`: a party with what it acts with, near by."""
    trigger, phrase = suffered.trigger, suffered.phrase
    start = max(phrase.end, trigger.last) if trigger is not None and trigger.form is Form.BEFORE else phrase.end
    last = min(start + _NEAR, phrase.sentence.last)
    for each in here:
        if start <= each.first < last and _armed(text, each) and not _opposed(text, each):
            between = range(start, each.first)
            if not any(text.tokens[at].key in (";", ":") or "reporting" in text.marks[at] for at in between):
                return together([each])
    return ()
