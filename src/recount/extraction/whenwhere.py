"""When and where: the dates and places of a text, and which of them a claim is about."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from operator import attrgetter

from recount.extraction.actors import Named
from recount.extraction.outcomes import Suffered
from recount.extraction.settings import Theatre
from recount.language.dated import Dated
from recount.language.sentences import Parsed, Sentence, within
from recount.model.codes import Basis, Outcome, PlacePrecision, Precision
from recount.model.values import Period, Place

_PUBLISHING = frozenset({"published", "released", "issued", "dated", "posted"})
_LEAD_TOKENS = 110


@dataclass(frozen=True, slots=True)
class Located:
    """One mention of a place: tokens [first, last)."""

    first: int
    last: int
    place: Place


@dataclass(frozen=True)
class Setting:
    """The dates and places of a text, and what it is about as a whole.

    `event` is the one dated and placed occurrence the report tells of, if there is just one; `event_from` the first
    paragraph whose figures may be of that event; `long` says that it
    tells of the whole battle, so that claims without a date are about the battle's period.
    """

    dates: Sequence[Dated]
    places: Sequence[Located]
    theatre: Theatre
    main_place: Place | None = None
    event: tuple[Period, Place | None] | None = None
    long: bool = False
    event_from: int = 0

    @cached_property
    def first_day(self) -> date | None:
        """The first day that the text gives."""
        return next((each.period.end for each in self.dates if each.period.precision is Precision.DAY), None)


def setting(
    text: Parsed, published: date | None, theatre: Theatre, named: Sequence[Named], found: Sequence[Dated]
) -> Setting:
    """What the dates and places of a text say of it as a whole."""
    stated = [each for each in found if not _of_publication(text, each, published)]
    places = _places(text, theatre, named)
    lead = [each for each in places if each.first < _LEAD_TOKENS]
    long = _tells_of_a_battle(text) or _names_the_battle(text, lead, stated, theatre)
    main = _main(lead or places, theatre)
    theatre = _with_own_period(theatre, stated) if long else theatre
    event, since = (None, 0) if long else _event(text, stated, places)
    return Setting(stated, places, theatre, main, event, long, since)


_SHORTEST_BATTLE = 28


def _with_own_period(theatre: Theatre, stated: Sequence[Dated]) -> Theatre:
    """Without a case, a report of a battle is about the longest time it states."""
    if theatre.scope.period is not None:
        return theatre
    spans = [each.period for each in stated if each.period.precision is Precision.SPAN and each.period.days is not None]
    longest = max(spans, key=lambda period: period.days or 0, default=None)
    if longest is None or (longest.days or 0) < _SHORTEST_BATTLE:
        return theatre
    return replace(theatre, scope=replace(theatre.scope, period=longest))


def _of_publication(text: Parsed, dated: Dated, published: date | None) -> bool:
    """Whether a date says when something was said rather than when it happened."""
    before = range(max(0, dated.first - 9), dated.first)
    near = range(max(0, dated.first - 4), dated.first)
    said = any("reporting" in text.marks[at] for at in near) and dated.period.precision is Precision.DAY
    recent = dated.period.end is not None and published is not None and (published - dated.period.end).days <= 7
    if recent and (said or any(text.tokens[at].key in _PUBLISHING for at in before)):
        return not any("triggers" in text.marks[at] and "reporting" not in text.marks[at] for at in near)
    sentence = text.sentences[text.number_of(dated.first)]
    alone = sentence.last - sentence.first <= dated.last - dated.first + 4
    dateline = sentence.first == 0 or sentence.paragraph <= 2
    return alone or (dateline and dated.first - sentence.first <= 9 and _closes_dateline(text, dated))


def _closes_dateline(text: Parsed, dated: Dated) -> bool:
    after = text.keys(dated.last, dated.last + 1)
    return after in (["("], ["--"], ["-"], ["–"], ["—"], ["\n"])


def _places(text: Parsed, theatre: Theatre, named: Sequence[Named]) -> list[Located]:
    taken = {at for each in named for at in range(each.first, each.last)}
    for at in text.having("agencies", 0, len(text.tokens)):
        taken.update(range(at, at + text.length(at, "agencies")))
    found = []
    for start, end, place in theatre.gazetteer.scan(text.text, text.whole):
        first = bisect_left(text.tokens, start, key=_start)
        if first in taken:
            continue
        last = first + 1
        while last < len(text.tokens) and text.tokens[last].end <= end:
            last += 1
        if not _no_place(text, first, last):
            found.append(Located(first, last, place))
    return found


_BLAMED = frozenset({"blamed", "blaming", "accused", "accusing", "blames", "accuses"})


def _no_place(text: Parsed, first: int, last: int) -> bool:
    """`blamed Russia`, `Russia denied it`, `a couple from Lebanon`: who acts or where somebody comes from."""
    if text.language != "en" or first == 0:
        return False
    before = text.tokens[first - 1].key
    speaks = last < len(text.tokens) and text.means(last, "reporting") is not None and before not in _PLACED
    people = first > 1 and (
        text.means(first - 2, "heads") in ("people", "families") or "numbers" in text.marks[first - 2]
    )
    return before in _BLAMED or speaks or (before == "from" and people)


_PLACED = frozenset({"in", "at", "near", "of", "from", "outside", "around", "across", "to"})


_start = attrgetter("start")
_MONTHS = frozenset({"month", "months", "اشهر", "شهور"})
_RETAKING = frozenset({"liberate", "recapture", "retake", "retaking"})


def _tells_of_a_battle(text: Parsed) -> bool:
    """Whether the opening speaks of a long battle: `the nine-month battle`, `the campaign that took nine months`."""
    for at in text.having("battles", 0, min(_LEAD_TOKENS, len(text.tokens))):
        near = text.keys(at - 8, at + 12)
        if _MONTHS.intersection(near) or _RETAKING.intersection(near):
            return True
    opening = text.keys(0, _LEAD_TOKENS)
    return bool({"retaking", "recapture", "recapturing", "liberate", "liberation", "wrested"}.intersection(opening))


def _names_the_battle(text: Parsed, lead: Sequence[Located], stated: Sequence[Dated], theatre: Theatre) -> bool:
    """`the battle for Mosul` in an opening that gives no day."""
    if any(each.first < _LEAD_TOKENS and each.period.precision is Precision.DAY for each in stated):
        return False
    own = theatre.scope.place
    return own is not None and any(
        each.place.path == own.path
        and any("battles" in text.marks[at] for at in range(max(0, each.first - 3), each.first))
        for each in lead
    )


def _main(places: Sequence[Located], theatre: Theatre) -> Place | None:
    """The place a report is about: the first one named inside the case's place, else the first that is no country."""
    own = theatre.scope.place
    if own is not None:
        inside = [each.place for each in places if each.place.inside(own)]
        if inside:
            return inside[0]
    narrow = [each.place for each in places if each.place.precision is not PlacePrecision.COUNTRY]
    return narrow[0] if narrow else places[0].place if places else None


_Event = tuple[Period, Place | None]


def _event(text: Parsed, stated: Sequence[Dated], places: Sequence[Located]) -> tuple[_Event | None, int]:
    """The one day on which something happened, and its narrowest place, if the report tells of just one.

    With it the first paragraph it holds for: a report of a whole war may turn to one day with its own dead.
    """
    found: dict[Period, list[Place]] = {}
    own: list[int] = []
    for sentence in text.sentences:
        days = [each.period for each in within(stated, sentence) if each.period.precision is Precision.DAY]
        if not days:
            continue
        begin, end = sentence.first, sentence.last
        harm = bool(text.having("causes", begin, end) or text.having("triggers", begin, end))
        if _a_caption(text, sentence, stated) or not (harm or (len(days) == 1 and _hit(text, sentence))):
            continue
        here = [each.place for each in within(places, sentence)]
        found.setdefault(days[0], []).extend(here)
        own.append(sentence.paragraph if _counts_its_dead(text, sentence) else 0)
    if len(found) != 1:
        return None, 0
    first = next(iter(found))
    narrowest = max(found[first], key=lambda place: len(place.path), default=None)
    return (first, narrowest), min(own)


def _counts_its_dead(text: Parsed, sentence: Sentence) -> bool:
    here = range(sentence.first, sentence.last)
    return any("triggers" in text.marks[at] for at in here) and any(
        (text.tokens[at].kind == "number" and text.tokens[at].value is not None) or "numbers" in text.marks[at]
        for at in here
    )


def _a_caption(text: Parsed, sentence: Sentence, stated: Sequence[Dated]) -> bool:
    """A line under a picture ends with its day: `..., Mosul, Iraq, March 24, 2017.`"""
    last = within(stated, sentence)[-1:]
    closing = bool(last) and sentence.last - last[0].last <= 1
    return closing and last[0].first > sentence.first and text.tokens[last[0].first - 1].key == ","


def _hit(text: Parsed, sentence: Sentence) -> bool:
    return bool(
        {"hit", "struck", "strike", "bombed", "collapsed"}.intersection(text.keys(sentence.first, sentence.last))
    )


def period_of(suffered: Suffered, around: Setting, carried: Period | None) -> Period | None:
    """When what a claim counts happened, with where that is known from."""
    sentence = suffered.phrase.sentence
    here = within(around.dates, sentence)
    if here:
        at = suffered.trigger.first if suffered.trigger is not None else suffered.phrase.first
        return min(here, key=lambda each: abs(each.first - at)).period
    if carried is not None:
        return replace(carried, basis=Basis.INHERITED)
    told = around.event is not None and sentence.paragraph >= around.event_from
    if told and around.event is not None and suffered.outcome is not Outcome.OTHER:
        return replace(around.event[0], basis=Basis.INHERITED)
    case = around.theatre.scope.period
    whole = around.long and case is not None and _of_the_whole(suffered)
    return replace(case, basis=Basis.INHERITED) if whole and case is not None else None


def _of_the_whole(suffered: Suffered) -> bool:
    """Whether an undated figure may be about a whole battle: a handful of people are some of its dead on some day."""
    quantity = suffered.phrase.quantity
    low, high = quantity.interval.low, quantity.interval.high
    return quantity.unit != "count" or max(low or 0, high or 0) >= 100


def place_of(
    text: Parsed, suffered: Suffered, around: Setting, carried: Place | None, period: Period | None
) -> Place | None:
    """Where what a claim counts happened: the narrowest place of its sentence, else of its paragraph or report."""
    sentence = suffered.phrase.sentence
    at = suffered.phrase.first
    here = sorted(
        (each for each in within(around.places, sentence) if text.quoted[each.first] == text.quoted[at]),
        key=lambda each: abs(each.first - at),
    )
    found: Place | None = None
    for each in here:
        if found is None or (each.place.inside(found) and each.place != found):
            found = each.place
    if found is None:
        wider = carried if carried is not None else around.main_place
        found = None if wider is None else replace(wider, basis=Basis.INHERITED)
    return _refined(found, around, period)


def _refined(place: Place | None, around: Setting, period: Period | None) -> Place | None:
    """A report of one event at one spot: a wider place named beside a figure of that day is that spot."""
    spot = around.event[1] if around.event is not None else None
    same_day = around.event is not None and period is not None and period.overlaps(around.event[0])
    if not same_day:
        return place
    if spot is not None and (place is None or (spot.inside(place) and spot.path != place.path)):
        return replace(spot, basis=Basis.INHERITED)
    return place
