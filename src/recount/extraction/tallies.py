"""What a report counts, sentence by sentence, in the order in which it tells it: the steps of a careful addition."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from recount.extraction.outcomes import Suffered
from recount.extraction.phrases import Counted as Phrase
from recount.extraction.phrases import ordinal
from recount.extraction.reads import Read
from recount.extraction.triggers import Form
from recount.extraction.uncertain import doubted, undivided
from recount.language.sentences import Parsed, Sentence
from recount.model.assertions import Standing
from recount.model.codes import ClaimKind, Outcome, Population, Stance, Unit
from recount.model.interval import Interval

_MORE = frozenset({"another", "also", "additional", "further", "more", "ايضا"})
_THAN = frozenset({"than"})
_OTHERS = frozenset({"other", "others", "اخر", "اخرين", "اخرون"})
_PEOPLE = (Unit.PEOPLE, Unit.BODIES)
_LEFT_OUT = (ClaimKind.RATIO, ClaimKind.SHARE, ClaimKind.REMAINDER, ClaimKind.RATE, ClaimKind.NO_FIGURE)


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of people of one sentence: how many, which, and how it was said.

    `more` says that they come in addition to those told before, `others` that only the word `other` says so; `detail`
    is the last colon, dash or bracket before them, `toll` that the figure is a running total, `side` which people they
    are, such as `state` or `civilians`, `single` that it is one person without a number, `names` the words of that
    one's name, `says` who gives the figure; `everyone` that the noun leaves nobody out, `located` that it counts those
    of one spot, `risen` that the sentence tells of a toll that rose, `early` that it is a first count, `contrast` that
    the sentence sets it against another, `vague` that only a word such as `dozens` gives it; `doubted` that it is
    feared or possible and not said to be so, `slain` that attackers did it, so that none of these is one of them,
    `partial` that somebody
    counts those he saw or received, `only` that it is said to be no more, `instead` that
    it may be the right figure rather than the one before.
    """

    amount: Interval
    outcome: Outcome
    sentence: Sentence
    side: str
    population: Population
    first: int
    more: bool = False
    toll: bool = False
    others: bool = False
    single: bool = False
    detail: int = -1
    names: frozenset[str] = frozenset()
    says: str = ""
    everyone: bool = False
    located: bool = False
    risen: bool = False
    early: bool = False
    contrast: bool = False
    vague: bool = False
    doubted: bool = False
    slain: bool = False
    partial: bool = False
    only: bool = False
    instead: bool = False


def tallied(text: Parsed, reads: Sequence[Read]) -> list[Counted]:
    """The counts of a report that are whole in themselves: no parts, shares, conditions or past events."""
    unclear = {read.claim.id: read for read in reads if read.claim.outcome is Outcome.CASUALTY}
    wounded = {read.claim.id for read in reads if read.claim.outcome is Outcome.INJURED}
    counts = [_counted(text, read) for read in reads if _counts(text, read, unclear) or _died_of_wounds(read, wounded)]
    by_sentence: dict[Sentence, list[Counted]] = {}
    for each in counts:
        by_sentence.setdefault(each.sentence, []).append(each)
    return counts + [each for read in unclear.values() for each in _divided(text, read, by_sentence)]


def _divided(text: Parsed, read: Read, counts: dict[Sentence, list[Counted]]) -> Iterable[Counted]:
    """Casualties as dead and wounded: by those told beside them, else all of them may be either."""
    others = list(_the_others(text, read, counts))
    yield from others
    whole = read.claim.quantity.interval
    phrase = read.suffered.phrase
    known = text.keys(phrase.first - 1, phrase.first) in (["all"], ["the"], ["both"], ["these"], ["those"])
    if others or counts.get(phrase.sentence) or whole == Interval(0, 0) or known or not _stands(read):
        return  # "all three victims had been stabbed" are those told before
    amount = undivided(text, read.suffered, stated(read))
    for outcome in (Outcome.KILLED, Outcome.INJURED):
        yield replace(_counted(text, read), amount=amount, outcome=outcome, vague=True)


def _the_others(text: Parsed, read: Read, counts: dict[Sentence, list[Counted]]) -> Iterable[Counted]:
    """`Nine casualties, of whom four died`, `three were shot, one fatally`: the others lived."""
    whole = read.claim.quantity.interval
    here = counts.get(read.suffered.phrase.sentence, [])
    following = next(iter(text.near(read.suffered.phrase.sentence, 0, 1)), None)
    if not here and following is not None and text.keys(following.first + 1, following.first + 3) == ["of", "them"]:
        here = counts.get(following, [])
    killed = [each for each in here if each.outcome is Outcome.KILLED]
    if not whole.exact or len(here) != 1 or not killed or not killed[0].amount.exact:
        return
    left = whole.floor - killed[0].amount.floor
    if left > 0:
        yield replace(_counted(text, read), amount=Interval(left, left), outcome=Outcome.INJURED)


def _died_of_wounds(read: Read, wounded: Container[str]) -> bool:
    """`Eleven were wounded, two of whom later died`: a part of the wounded, and all the dead there are."""
    claim = read.claim
    died = claim.outcome is Outcome.KILLED and claim.part_of in wounded
    return died and claim.quantity.unit in _PEOPLE and claim.standing is Standing.ASSERTED


def _counts(text: Parsed, read: Read, unclear: Container[str]) -> bool:
    claim = read.claim
    if claim.part_of in unclear and claim.outcome in (Outcome.KILLED, Outcome.INJURED):
        return claim.quantity.unit in _PEOPLE and claim.standing is Standing.ASSERTED
    if claim.outcome not in (Outcome.KILLED, Outcome.INJURED):
        return False
    return _stands(read) or (claim.standing is Standing.HYPOTHETICAL and _whole(read) and doubted(text, read.suffered))


def _stands(read: Read) -> bool:
    return read.claim.standing is Standing.ASSERTED and _whole(read)


def _whole(read: Read) -> bool:
    """Whether a claim counts people who are no part of others."""
    claim, suffered = read.claim, read.suffered
    return (
        claim.quantity.unit in _PEOPLE
        and claim.quantity.kind not in _LEFT_OUT
        and claim.stance is not Stance.DENIES
        and suffered.whole is None
        and claim.relation not in ("part", "subset", "unresolved")
    )


def _counted(text: Parsed, read: Read) -> Counted:
    suffered = read.suffered
    phrase = suffered.phrase
    keys = _clause(text, phrase.sentence, phrase.first)
    return Counted(
        amount=stated(read),
        outcome=read.claim.outcome,
        sentence=phrase.sentence,
        side=side_of(text, phrase.first, max(phrase.end, phrase.first + 1)),
        population=phrase.population,
        first=phrase.first,
        more=_more(text, suffered),
        others=bool(_OTHERS.intersection(text.keys(phrase.first, phrase.end + 1))),
        toll=suffered.trigger is not None and suffered.trigger.form is Form.TOLL,
        single=phrase.bare,
        detail=_details(text, suffered),
        names=_names(text, suffered),
        says=read.claim.claimant or "",
        everyone=phrase.head in EVERYONE or not phrase.known,
        located=text.tokens[min(phrase.end, len(text.tokens) - 1)].key in _SPOTS,
        risen=bool(_RISEN.intersection(keys)),
        early=_told_first(text, phrase) or _had_said(text, phrase),
        contrast=bool(_CONTRAST.intersection(keys)),
        vague=read.claim.quantity.kind is ClaimKind.VAGUE,
        doubted=doubted(text, suffered),
        slain=_by_attackers(text, suffered),
        partial=_seen(text, phrase),
        instead=not phrase.bare and text.keys(phrase.first - 1, phrase.first) == ["or"],
        only=bool(_ONLY.intersection(text.keys(max(phrase.sentence.first, phrase.first - 2), phrase.first + 1))),
    )


_ONLY = frozenset({"only", "just"})
_SEEN = frozenset({"saw", "seen", "counted", "received", "buried", "helped", "carried", "treated"})
_ARRIVED = frozenset({"arrived", "brought", "alone"})
_HIMSELF = frozenset({"i", "we", "he", "she", "they", "hospital", "clinic", "morgue"})


def _seen(text: Parsed, phrase: Phrase) -> bool:
    """`"I saw five bodies"`, `the clinic had received four bodies`: what came to one place or one pair of eyes."""
    if text.saying(_ARRIVED, phrase.end, min(phrase.sentence.last, phrase.end + _SUBJECT)):
        return True  # "41 bodies had arrived on Sunday alone"
    first = max(phrase.sentence.first, phrase.first - 3)
    seen = text.saying(_SEEN, first, phrase.first)
    return bool(seen) and not _HIMSELF.isdisjoint(text.keys(max(phrase.sentence.first, seen[0] - 3), seen[0]))


def _by_attackers(text: Parsed, suffered: Suffered) -> bool:
    """`Gunmen stormed a post, killing six`: those who killed are named before the verb."""
    trigger = suffered.trigger
    if trigger is None or not trigger.agent:
        return False
    before = text.having("sides", max(suffered.phrase.sentence.first, trigger.first - _SUBJECT), trigger.first)
    return any(text.means(at, "sides") == "attackers" for at in before)


_SUBJECT = 20


def _told_first(text: Parsed, phrase: Phrase) -> bool:
    """`revising an earlier toll of six`: what stands beside the figure calls it a first one."""
    first = max(phrase.sentence.first, phrase.first - _LONGEST_CLAUSE)
    if not text.saying(_FIRST, first, min(phrase.sentence.last, phrase.end + _BESIDE)):
        return False
    commas = [at for at in range(first, phrase.first) if text.tokens[at].key in (",", ";", "--", "—", "–")]
    first = commas[-1] + 1 if commas else first
    last = phrase.first
    while last < min(phrase.sentence.last, phrase.first + _LONGEST_CLAUSE) and text.tokens[last].key not in (",", ";"):
        last += 1
    near = text.keys(first, min(last, phrase.end + _BESIDE))
    return bool(_EARLY.intersection(near)) or ["at", "first"] in [near[at : at + 2] for at in range(len(near))]


_LONGEST_CLAUSE = 30
_BESIDE = 6


def _had_said(text: Parsed, phrase: Phrase) -> bool:
    """`officials had put the number at 27`: what had been said is older than what is said."""
    if text.tokens[phrase.sentence.first].key == "by":
        return False  # "by evening the clinic had counted nine"
    said = text.having("reporting", max(phrase.sentence.first + 1, phrase.first - _SUBJECT), phrase.first)
    return any(text.tokens[at - 1].key == "had" or text.keys(at - 2, at) == ["had", "earlier"] for at in said)


def _clause(text: Parsed, sentence: Sentence, at: int) -> list[str]:
    """The words of a sentence from its start, or the last semicolon, to its end or the next."""
    opening = max(sentence.first, at - 250)
    keys = text.keys(opening, min(sentence.last, at + 250))
    here = at - opening
    first = max((place for place in range(here) if keys[place] == ";"), default=0)
    last = next((place for place in range(here, len(keys)) if keys[place] == ";"), len(keys))
    return keys[first:last]


EVERYONE = frozenset(
    {"people", "persons", "person", "civilians", "civilian", "dead", "deaths", "death", "fatalities", "bodies",
     "victims", "members", "wounded", "injured", "lives", "killed", "individuals", "martyrs", "", "casualties"}
)  # fmt: skip
_SPOTS = frozenset({"in", "at", "near", "outside", "inside", "aboard"})
_RISEN = frozenset(
    {"rose", "risen", "rises", "rising", "climbed", "climbs", "jumped", "increased", "soared", "updated", "revised",
     "later", "now", "succumbed", "overnight", "afterwards", "subsequently", "latest"}
)  # fmt: skip
_EARLY = frozenset({"previous", "earlier", "initially", "initial", "previously", "preliminary", "early"})
_FIRST = _EARLY | {"first"}
_CONTRAST = frozenset(
    {"but", "though", "although", "while", "however", "whereas", "other", "others", "another", "meanwhile", "contrary",
     "instead", "disputed", "put", "putting", "only", "conflicting"}
)  # fmt: skip


def _details(text: Parsed, suffered: Suffered) -> int:
    phrase = suffered.phrase
    first = max(phrase.sentence.first, phrase.first - 250)
    marks = reversed(text.saying(_OPENERS, first, phrase.first))
    opened = next((at for at in marks if not _closed(text, at, phrase.first)), -1)
    lines = len(text.saying(_BREAK, first, phrase.first))
    return -1 if lines > 1 and text.tokens[opened].key == "-" else opened


def _closed(text: Parsed, at: int, before: int) -> bool:
    """`a man (45) and his son`: the bracket ends before the next count."""
    return text.tokens[at].key == "(" and ")" in text.keys(at, before)


_BREAK = frozenset({"\n"})
_OPENERS = frozenset({":", "--", "—", "–", "-", "("})


def _names(text: Parsed, suffered: Suffered) -> frozenset[str]:
    """The words of a victim's name, so that two persons named are told apart."""
    phrase = suffered.phrase
    if not phrase.bare or "heads" in text.marks[phrase.first] or text.means(phrase.first, "functions") == "det":
        return frozenset()
    return frozenset(text.keys(phrase.first, phrase.quantity.last))


def stated(read: Read) -> Interval:
    """The figure as stated: about 50 is 50 where figures are added up, with its bounds where it has any."""
    said = read.suffered.phrase.quantity.said
    return read.claim.quantity.interval if said is None else said


def side_of(text: Parsed, first: int, last: int) -> str:
    """Which people a phrase speaks of; `anyone` where it does not say."""
    sides = [text.means(at, "sides") for at in range(first, last)]
    found = [side for side in sides if side is not None]
    return found[-1] if found else "anyone"


def _more(text: Parsed, suffered: Suffered) -> bool:
    phrase = suffered.phrase
    near = text.keys(max(phrase.sentence.first, phrase.first - 1), phrase.end + 1)
    than = text.saying(_THAN, phrase.first, phrase.quantity.last)
    if _MORE.intersection(key for key in near if key != "more" or not than) or (
        phrase.bare and "the" not in near[:2] and any(ordinal(key) for key in near)
    ):
        return True
    trigger = suffered.trigger
    return trigger is not None and "also" in text.keys(max(phrase.sentence.first, trigger.first - 2), trigger.first)
