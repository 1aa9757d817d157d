"""Of which event a count is: the one at hand, another one, or an earlier one that is only recalled."""

from recount.extraction.drafts import Draft
from recount.extraction.tallies import Counted
from recount.language.dates import Dated
from recount.language.sentences import Parsed, Sentence, within
from recount.model.codes import Precision

_OPENING = 14
_EARLIER_DAYS = 3


def another(text: Parsed, sentence: Sentence) -> bool:
    """Whether a sentence opens another event: `In a separate incident, ...`."""
    opening = range(sentence.first, min(sentence.last, sentence.first + _OPENING))
    return any(text.means(at, "openers") == "another" for at in opening)


def past(draft: Draft, counted: Counted) -> bool:
    """Whether a count is of an earlier event: `last month a similar attack killed 50`, `since 2014`."""
    text, sentence, at = draft.text, counted.sentence, counted.first
    for here in range(sentence.first, sentence.last):
        means = text.means(here, "openers")
        before = here < at
        if means == "follows" and before:
            return True
        if means == "past" and (before or not _parted(text, at, here)):
            return True
    since = [dated for dated in within(draft.around.dates, sentence) if dated.period.end is None and dated.first < at]
    return bool(since) or any(
        _earlier(draft, dated) and (dated.first < at or not _parted(text, at, dated.first))
        for dated in within(draft.around.dates, sentence)
    )


def recalled(text: Parsed, sentence: Sentence) -> bool:
    """`In March, 43 people died there`: a sentence that opens with a bare month goes back to it."""
    at = sentence.first
    month = text.marks[at + 1].get("dates") if at + 1 < sentence.last else None
    return (
        text.tokens[at].key == "in"
        and month is not None
        and month.first == "month"
        and text.tokens[at + 1].capital
        and text.keys(at + 2, at + 3) == [","]
    )


def _parted(text: Parsed, first: int, last: int) -> bool:
    """Whether a comma or a new clause stands between two tokens."""
    return any(
        text.tokens[at].key in (",", ";", ":", "--", "—")
        or (text.means(at, "functions") in ("clause", "relative") and text.tokens[at].key not in ("than", "as"))
        for at in range(first, last)
    )


def _earlier(draft: Draft, dated: Dated) -> bool:
    """Whether a date lies before the day the report is about."""
    days = [each.period for each in draft.around.dates if each.period.precision is Precision.DAY]
    main = days[0].end if days else draft.published
    if main is None:
        return False
    end = dated.period.end if dated.period.end is not None else dated.period.start
    return end is not None and (main - end).days > _EARLIER_DAYS
