"""Of which event a count is: the one at hand, another one, or an earlier one that is only recalled."""

from collections.abc import Sequence

from recount.extraction.drafts import Draft
from recount.extraction.running import LONGEST, NEAR, opening_of
from recount.extraction.tallies import Counted
from recount.language.dated import Dated
from recount.language.sentences import Parsed, Sentence, within
from recount.model.codes import Precision

_OPENING = 14
_EARLIER_DAYS = 3


def another(text: Parsed, sentence: Sentence) -> bool:
    """Whether a sentence opens another event: `In a separate incident, ...`."""
    opening = text.having("openers", sentence.first, min(sentence.last, sentence.first + _OPENING))
    said = {text.means(at, "openers") for at in opening}
    return "another" in said or ("later" in said and _attacks(text, sentence))


def _attacks(text: Parsed, sentence: Sentence) -> bool:
    """`Hours later troops raided a village`: what is done anew, and not what became of the wounded meanwhile."""
    acts = (
        *text.having("causes", sentence.first, sentence.last),
        *text.saying(_ATTACKS, sentence.first, sentence.last),
    )
    return any(text.tokens[at - 1].key not in _THE_SAME for at in acts)


_THE_SAME = frozenset({"the", "that", "this", "their", "his", "her"})


_ATTACKS = frozenset(
    {"raided", "raid", "attacked", "attack", "attackers", "ambushed", "stormed", "stabbed", "killing", "gunmen",
     "bombings", "bombing", "blast", "blasts", "explosions", "shootings",
     "detonated", "exploded", "fired", "clashed", "assault", "assaulted", "torched", "bombers", "bomber"}
)  # fmt: skip


def elsewhere(text: Parsed, sentence: Sentence, told: Sequence[Sentence]) -> bool:
    """`In Mosul, gunmen killed two`: a sentence that opens with another place or day than those told of before.

    A report that opens with several attacks together goes on with each of them, which are parts of it.
    """
    before = [key for each in told for key in text.keys(each.first, each.last)]
    lines = {_dateline(text, each) for each in told} - {None}
    here = _dateline(text, sentence)
    if lines and here is not None:
        return here not in lines
    weekday = _weekday(text, sentence.first)
    if weekday is not None and (_attacks(text, sentence) or _had_killed(text, sentence)):
        told_on = {text.tokens[at].key for each in told for at in _weekdays(text, each)}
        if told_on and weekday not in told_on:
            return True
    if _SEVERAL.intersection(before):
        return False
    day, place = _day(text, sentence.first), _place(text, sentence)
    if day is not None:
        days = {_day(text, at) for each in told for at in _near_dates(text, each)} - {None}
        return bool(days) and day not in days
    if place is None or set(place).intersection(before):
        return False
    spoken = (_place_at(text, at, each.last) for each in told for at in text.saying(_WHERE, each.first, each.last))
    return any(each is not None for each in spoken)


def _had_killed(text: Parsed, sentence: Sentence) -> bool:
    """`On Saturday, raiders had killed 11`: done before what the report tells of."""
    had = text.saying(_HAD, sentence.first, sentence.last - 1)
    return any(text.means(at + 1, "triggers") == "killed" for at in had)


_HAD = frozenset({"had"})


def _weekday(text: Parsed, at: int) -> str | None:
    """The day of the week that a sentence opens with: `On Friday, bombs killed`."""
    at += text.tokens[at].key == "on"
    return text.tokens[at].key if text.means(at, "dates") == "weekday" and text.tokens[at - 1].key == "on" else None


def _near_dates(text: Parsed, sentence: Sentence) -> list[int]:
    """The tokens at which a day and its month may begin."""
    dates = text.having("dates", sentence.first, sentence.last)
    return [here for at in dates for here in (at - 1, at) if here >= sentence.first]


def _weekdays(text: Parsed, sentence: Sentence) -> list[int]:
    dates = text.having("dates", sentence.first, sentence.last)
    return [at for at in dates if text.means(at, "dates") == "weekday"]


def _dateline(text: Parsed, sentence: Sentence) -> str | None:
    """The town in capitals before a dash or colon that opens a brief: `MOSUL - Gunmen killed`."""
    end = sentence.first
    while end < min(sentence.first + 4, sentence.last) and text.tokens[end].kind == "word":
        end += 1
    parted = sentence.first < end < sentence.last and text.tokens[end].key in ("-", "--", "—", "–", ":")
    town = text.written(sentence.first, end) if parted else ""
    return town if town.isupper() and text.capitals and "heads" not in text.marks[sentence.first] else None


_SEVERAL = frozenset(
    {"attacks", "bombings", "raids", "blasts", "explosions", "strikes", "airstrikes", "clashes", "incidents", "bombs",
     "across", "throughout", "several", "series", "various", "twin", "twice", "simultaneous", "coordinated",
     "shootings",
     "governorate", "governorates", "province", "provinces", "nationwide", "violence", "altogether"}
)  # fmt: skip
_WHERE = frozenset({"in", "at", "near", "outside", "around"})
_LONGEST_PLACE = 6


def _day(text: Parsed, at: int) -> tuple[str, str] | None:
    """A day and its month as written, whichever stands first."""
    at += text.tokens[at].key == "on"
    if at + 1 >= len(text.tokens):
        return None
    here, after = text.tokens[at], text.tokens[at + 1]
    weekday = text.marks[at].get("dates")
    if weekday is not None and weekday.first == "weekday" and text.tokens[at - 1].key == "on" and after.key == ",":
        return "weekday", here.key
    if here.kind == "number" and _names_month(text, at + 1):
        return here.key, after.key
    return (after.key, here.key) if _names_month(text, at) and after.kind == "number" else None


def _place(text: Parsed, sentence: Sentence) -> tuple[str, ...] | None:
    """The place that a sentence opens with, up to its comma."""
    opening = sentence.first + (text.tokens[sentence.first].key in ("and", "meanwhile", "also"))
    return _place_at(text, opening, sentence.last, closed=True)


def _place_at(text: Parsed, at: int, last: int, *, closed: bool = False) -> tuple[str, ...] | None:
    if text.tokens[at].key not in _WHERE or not text.capitals:
        return None
    end = at + 1
    while end < min(at + _LONGEST_PLACE, last) and text.tokens[end].kind == "word" and _proper(text, end):
        end += 1
    if end == at + 1 or (closed and text.tokens[min(end, last - 1)].key != ","):
        return None
    return tuple(text.keys(at + 1, end))


def _proper(text: Parsed, at: int) -> bool:
    return text.tokens[at].capital and "dates" not in text.marks[at] and text.means(at, "functions") is None


def past(draft: Draft, counted: Counted) -> bool:
    """Whether a count is of an earlier event: `last month a similar attack killed 50`, `since 2014`."""
    text, sentence, at = draft.text, counted.sentence, counted.first
    for here in text.having("openers", opening_of(sentence, at), min(sentence.last, at + LONGEST)):
        means = text.means(here, "openers")
        before = here < at
        if means == "follows" and before:
            return True
        if means == "past" and (before or not _parted(text, at, here)):
            return True
    since = [
        dated
        for dated in within(draft.around.dates, sentence)
        if dated.period.end is None and (dated.first < at or _long_ago(dated))
    ]
    return (
        bool(since)
        or _of_a_month_before(draft, counted)
        or any(
            _earlier(draft, dated) and (dated.first < at or not _parted(text, at, dated.first))
            for dated in within(draft.around.dates, sentence)
        )
    )


def _long_ago(dated: Dated) -> bool:
    """`since 2004`: a span that begins with a month or a year rather than the day of an attack."""
    start = dated.period.start
    return start is not None and start.day == 1 and dated.last - dated.first <= 3


_MONTHS_AND_YEARS = 3


def _of_a_month_before(draft: Draft, counted: Counted) -> bool:
    """`killed 22 cadets in January`, in a report that tells its own event by the day of the week: an earlier one."""
    text, sentence, at = draft.text, counted.sentence, counted.first
    for when in text.saying(_WHEN, opening_of(sentence, at) + 1, at):
        named = when - 1 - (text.tokens[when - 1].key == ",")
        if named > sentence.first and (_names_month(text, named) or _names_year(text, named)):
            return True  # "last hit in August, when a mortar killed two"
    if sentence.first == text.sentences[0].first or not _by_weekday(text):
        return False
    for here in text.saying(_IN, at, min(sentence.last - 1, at + NEAR)):
        if _names_month(text, here + 1) and not _parted(text, at, here):
            return text.tokens[min(here + 2, sentence.last - 1)].kind != "number"
    return False


_IN = frozenset({"in"})
_WHEN = frozenset({"when"})


def _by_weekday(text: Parsed) -> bool:
    """Whether the opening of a report names a day of the week, or today or yesterday."""
    opening = text.sentences[min(1, len(text.sentences) - 1)]
    last = min(opening.last, LONGEST)
    return any(text.means(at, "dates") in ("weekday", "ago") for at in text.having("dates", 0, last))


def over(text: Parsed, counted: Counted) -> bool:
    """`sentenced for the murder of`, `the anniversary of the massacre of 800`: long over, and none of the event."""
    sentence = counted.sentence
    before = text.having("openers", opening_of(sentence, counted.first), counted.first)
    return any(text.means(at, "openers") == "over" for at in before)


def recalls(draft: Draft, sentence: Sentence, first: int) -> bool:
    """Whether a claim speaks of another, earlier event than its report: before a court, remembered, or told at its end.

    Only what the words themselves say counts here; a date that merely lies before the others does not.
    """
    text = draft.text
    before = text.having("openers", opening_of(sentence, first), first)
    if any(text.means(at, "openers") in ("over", "follows") for at in before):
        return True
    if draft.around.long:
        return False
    said = [
        at
        for at in text.having("openers", opening_of(sentence, first), min(sentence.last, first + LONGEST))
        if text.means(at, "openers") == "past" and (at < first or not _parted(text, first, at))
    ]
    earlier = any(
        text.tokens[at].key not in _SPANS
        and _EARLIER_EVENT.intersection(text.keys(at, at + text.length(at, "openers")))
        for at in said
    )
    return earlier or recalled(text, sentence)


_SPANS = frozenset({"in", "over", "so", "since", "to", "every", "each"})
_EARLIER_EVENT = frozenset({"previous", "similar", "earlier", "ago", "last", "day", "week", "month", "year"})


def follows_on(text: Parsed, counted: Counted) -> bool:
    """`Minutes later a second bomber killed four medics`: in addition to those told before."""
    sentence = counted.sentence
    before = text.having("openers", opening_of(sentence, counted.first), counted.first)
    return any(text.means(at, "openers") == "next" for at in before)


def recalled(text: Parsed, sentence: Sentence) -> bool:
    """`In March, 43 people died there`, `Since the truce, mines have killed 56`: a sentence that opens so goes back."""
    at = sentence.first
    if text.tokens[at].key == "since" and text.keys(at + 1, sentence.last) and _has_perfect(text, sentence):
        return True
    if text.tokens[at].key not in ("in", "during", "back") or at + 2 >= sentence.last:
        return False
    at += 1 + (text.tokens[at].key == "back")
    opened = range(at, min(at + _MONTHS_AND_YEARS, sentence.last))
    month = [here for here in opened if _names_month(text, here)]
    year = [here for here in opened if _names_year(text, here)]
    if month and month[0] == at and not year:
        return text.keys(at + 1, at + 2) == [","]
    return bool(year) and year[0] - at == len(month)


def _has_perfect(text: Parsed, sentence: Sentence) -> bool:
    """Whether something `has` or `have` happened by now: with `since`, a sum over more than this event."""
    return not {"has", "have", "had"}.isdisjoint(text.keys(sentence.first, sentence.last))


def _names_month(text: Parsed, at: int) -> bool:
    mark = text.marks[at].get("dates")
    return mark is not None and mark.first == "month" and (text.tokens[at].capital or not text.capitals)


def _names_year(text: Parsed, at: int) -> bool:
    value = text.tokens[at].value
    return (
        text.tokens[at].kind == "number"
        and isinstance(value, int)
        and 1900 <= value <= 2100
        and "," not in text.tokens[at].key
    )


def _parted(text: Parsed, first: int, last: int) -> bool:
    """Whether a comma or a new clause stands between two tokens."""
    return any(
        text.tokens[at].key in (",", ";", ":", "--", "—")
        or (text.means(at, "functions") in ("clause", "relative") and text.tokens[at].key not in ("than", "as"))
        or text.means(at, "triggers") in ("other", "missing")  # "the bodies of seven abducted last month"
        for at in range(first, last)
    )


def _earlier(draft: Draft, dated: Dated) -> bool:
    """Whether a date lies before the day the report is about."""
    main = draft.around.first_day or draft.published
    if main is None:
        return dated.period.precision is Precision.YEAR  # "where, in 2013, a bombing left 52 dead"
    end = dated.period.end if dated.period.end is not None else dated.period.start
    return end is not None and (main - end).days > _EARLIER_DAYS
