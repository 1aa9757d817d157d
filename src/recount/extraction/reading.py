"""Claims out of a prepared report: each quantity with what happened, to whom, by whom, when, where and who says so."""

from collections.abc import Sequence
from dataclasses import replace

from recount.extraction.causes import cause_of
from recount.extraction.drafts import Draft, without_repeats
from recount.extraction.findings import own_findings
from recount.extraction.outcomes import Suffered, linked
from recount.extraction.phrases import Counted, counted
from recount.extraction.reads import Read
from recount.extraction.references import resolved
from recount.extraction.responsibility import responsible
from recount.extraction.silences import silences
from recount.extraction.singles import lone_victims
from recount.extraction.stances import confidence_of, hedges_of, said_of, standing_of, unacknowledged
from recount.extraction.triggers import triggers
from recount.extraction.voices import Heard, Voice, Voices, kept_by
from recount.extraction.whenwhere import period_of, place_of
from recount.language.sentences import Sentence
from recount.model.assertions import Attribution, Claim, Quantity
from recount.model.codes import ClaimKind, Outcome, Stance, Unit
from recount.model.evidence import Locator
from recount.model.ids import content_id
from recount.model.values import Period, Place


def claims_in(draft: Draft) -> list[Read]:
    """Every claim of a report in the order in which they stand."""
    voices = Voices(draft)
    reads: list[Read] = []
    paragraph, period, place = -1, None, None
    for sentence in draft.text.sentences:
        if sentence.paragraph != paragraph:
            paragraph, period, place = sentence.paragraph, None, None
        voice = voices.heard(sentence)
        for suffered in _suffered(draft, sentence):
            read = _read(draft, suffered, voice, period, place, reads)
            if read is not None:
                reads.append(read)
        reads.extend(_silent(draft, sentence, voice, place))
        period, place = _carried(draft, sentence, period, place)
    return own_findings(draft, resolved(draft, reads))


def _suffered(draft: Draft, sentence: Sentence) -> list[Suffered]:
    here = [each for each in draft.found if sentence.first <= each.first < sentence.last]
    phrases = counted(draft.text, sentence, here)
    found = triggers(draft.text, sentence)
    links = linked(draft.text, phrases, found) if phrases else []
    lone = lone_victims(draft.text, sentence, found, links) if found else []
    return sorted([*links, *lone], key=lambda each: each.phrase.first) if lone else links


def _carried(
    draft: Draft, sentence: Sentence, period: Period | None, place: Place | None
) -> tuple[Period | None, Place | None]:
    """The date and place last stated in a paragraph, for the sentences that follow."""
    for each in draft.around.dates:
        if sentence.first <= each.first < sentence.last:
            period = each.period
    for one in draft.around.places:
        if sentence.first <= one.first < sentence.last and (place is None or not place.inside(one.place)):
            place = one.place
    return period, place


def _read(
    draft: Draft,
    suffered: Suffered,
    voices: Voice,
    period: Period | None,
    place: Place | None,
    before: Sequence[Read],
) -> Read | None:
    outcome = _outcome(draft, suffered, before)
    if outcome is None or not _worth(draft, suffered, outcome):
        return None
    phrase = suffered.phrase
    first, last = phrase.quantity.first, phrase.quantity.last
    start, end = draft.text.span(first, last)
    heard = _heard(draft, phrase, voices)
    parties = responsible(draft.text, suffered, draft.named)
    when = period_of(draft.text, suffered, draft.around, period)
    claim = Claim(
        id=claim_id(draft, start, end),
        locator=Locator(draft.document.id, start, end),
        source=draft.source.id,
        phrase=draft.text.written(first, last),
        quantity=_quantity(draft, suffered),
        outcome=outcome,
        population=phrase.population,
        attribution=None if parties is None else Attribution(parties, heard.name),
        cause=cause_of(draft.text, suffered),
        period=when,
        place=place_of(draft.text, suffered, draft.around, place, when),
        chain=without_repeats([*draft.base, *heard.names]),
        stance=said_of(draft.text, suffered, heard.stance),
        hedges=hedges_of(draft.text, suffered),
        standing=standing_of(draft.text, suffered),
        sentence=draft.text.span(phrase.sentence.first, phrase.sentence.last),
        quoted=draft.text.quoted[first],
        published=draft.published,
    )
    return Read(replace(claim, confidence=confidence_of(draft.text, suffered, claim)), suffered, party=heard.party)


def _heard(draft: Draft, phrase: Counted, voices: Voice) -> Heard:
    """Who says the figure; what a party has not acknowledged is said by whoever reports it."""
    heard = voices.at(phrase.quantity.first, phrase.quantity.last)
    if phrase.unit is Unit.NAMES and not voices.said:
        keeper = kept_by(draft, phrase.sentence)
        return keeper if keeper.names else heard
    conceding = heard.stance is Stance.ACKNOWLEDGES
    if conceding and (phrase.quantity.kind is ClaimKind.RATIO or unacknowledged(draft.text, phrase.sentence)):
        return replace(
            voices.otherwise, stance=Stance.NO_FIGURE if phrase.quantity.kind is not ClaimKind.RATIO else Stance.REPORTS
        )
    return heard


def claim_id(draft: Draft, start: int, end: int) -> str:
    """A claim is the characters it stands on: the same text read twice gives the same id."""
    return content_id("c", (draft.document.id, start, end))


def _outcome(draft: Draft, suffered: Suffered, before: Sequence[Read]) -> Outcome | None:
    """What happened, from the phrase or its trigger; a ratio or share without either takes it from what it refers to."""
    phrase = suffered.phrase
    if phrase.unit in (Unit.STRIKES, Unit.VIDEO_FEEDS, Unit.GRAVES, Unit.ALLEGATIONS):
        return Outcome.OTHER
    if suffered.outcome is not None and not (phrase.quantity.unit == "ratio" and suffered.outcome is Outcome.OTHER):
        return suffered.outcome
    if phrase.unit is Unit.NAMES:
        return Outcome.KILLED if _spoken_of(draft, phrase.sentence) or before else None
    if phrase.quantity.unit in ("ratio", "share", "remainder"):
        return _referred(draft, suffered, before)
    return _referred_count(draft, suffered, before)


def _spoken_of(draft: Draft, sentence: Sentence) -> Outcome | None:
    """The outcome a sentence speaks of anywhere: `those deaths make up about a third of the nearly 10,000`."""
    for at in range(sentence.first, sentence.last):
        head, trigger = draft.text.marks[at].get("heads"), draft.text.marks[at].get("triggers")
        if head is not None and head.means[2] in ("killed", "injured", "casualty"):
            return Outcome(head.means[2]) if head.means[2] != "casualty" else Outcome.KILLED
        if trigger is not None and trigger.first in ("killed", "injured"):
            return Outcome(trigger.first)
    return None


def _referred(draft: Draft, suffered: Suffered, before: Sequence[Read]) -> Outcome | None:
    phrase = suffered.phrase
    spoken = _spoken_of(draft, phrase.sentence)
    figure = any("figures" in draft.text.marks[at] for at in range(phrase.sentence.first, phrase.sentence.last))
    refers = phrase.quantity.another or phrase.head in ("victims", "them", "whom", "casualties")
    if phrase.quantity.unit == "ratio":
        refers = figure or any(
            key in ("higher", "greater") for key in draft.text.keys(phrase.first, phrase.quantity.last)
        )
    if phrase.known and not refers and phrase.quantity.unit != "ratio":
        return spoken if phrase.unit is Unit.PEOPLE and suffered.outcome is not None else None
    recent = [read for read in before[-6:] if read.claim.outcome in (Outcome.KILLED, Outcome.INJURED)]
    if refers and recent:
        return recent[-1].claim.outcome
    return spoken if phrase.quantity.unit == "ratio" or not phrase.of or _of_number(draft, phrase) else None


def _of_number(draft: Draft, phrase: Counted) -> bool:
    """`about a third of the nearly 10,000`: a share of a figure rather than of a noun."""
    after = draft.text.keys(phrase.quantity.last, phrase.quantity.last + 1)
    return after == ["of"] and any(
        phrase.quantity.last < each.first <= phrase.quantity.last + 3 for each in draft.found
    )


def _referred_count(draft: Draft, suffered: Suffered, before: Sequence[Read]) -> Outcome | None:
    """A bare figure that a share is taken of, or `326 of them`."""
    phrase = suffered.phrase
    if phrase.head in ("them", "whom") and before:
        return before[-1].claim.outcome
    share = [each for each in draft.found if each.unit == "share" and 0 < phrase.first - each.last <= 3]
    return _spoken_of(draft, phrase.sentence) if share and not phrase.known else None


def _worth(draft: Draft, suffered: Suffered, outcome: Outcome) -> bool:
    """Whether a figure is a claim of harm, or of something counted beside it, rather than a passing number."""
    phrase = suffered.phrase
    low = phrase.quantity.interval.low or 0
    if phrase.quantity.kind is ClaimKind.VAGUE and phrase.quantity.interval.high is None:
        return False  # "many" is no figure
    if phrase.quantity.interval.high == 0 and not (phrase.known or phrase.quantity.last - phrase.first > 1):
        return False
    if phrase.unit is Unit.OTHER and phrase.quantity.unit == "count":
        return False
    if phrase.unit is Unit.STRIKES:
        return low >= 10
    if phrase.unit in (Unit.ALLEGATIONS, Unit.GRAVES, Unit.VIDEO_FEEDS):
        return phrase.quantity.unit == "share" or low >= 10
    if outcome is Outcome.OTHER:
        return low >= 10 and not phrase.bare and phrase.known
    if phrase.bare:
        return suffered.cost <= 3 and (
            suffered.trigger is not None or phrase.outcome in (Outcome.KILLED, Outcome.INJURED)
        )
    if not phrase.known and phrase.quantity.unit == "count":
        return suffered.cost <= 3.5
    return True


def _quantity(draft: Draft, suffered: Suffered) -> Quantity:
    phrase, text = suffered.phrase, draft.text
    said = phrase.quantity
    unit = {"share": Unit.SHARE, "ratio": Unit.RATIO, "remainder": Unit.SHARE}.get(said.unit, phrase.unit)
    kind = said.kind
    rate = text.means(phrase.end, "rates") if phrase.end < len(text.tokens) else None
    if rate is not None and unit is Unit.PEOPLE:
        kind, unit = ClaimKind.RATE, Unit.PER_DAY if rate == "day" else Unit.OTHER
    return Quantity(said.interval, said.comparator, unit, kind)


def _silent(draft: Draft, sentence: Sentence, voice: Voice, place: Place | None) -> list[Read]:
    """Claims without a figure: a party that gives none, and deaths that nobody named acknowledges."""
    reads = []
    for silence in silences(draft, sentence, voice):
        start, end = draft.text.span(silence.first, silence.last)
        case = draft.theatre.scope.period
        period = case if draft.around.long else draft.around.event[0] if draft.around.event else None
        claim = Claim(
            id=claim_id(draft, start, end),
            locator=Locator(draft.document.id, start, end),
            source=draft.source.id,
            phrase=draft.text.written(silence.first, silence.last),
            quantity=silence.quantity,
            outcome=Outcome.KILLED,
            population=silence.population,
            period=period,
            place=place or draft.around.main_place,
            chain=without_repeats([*draft.base, *silence.names]),
            stance=Stance.NO_FIGURE,
            sentence=draft.text.span(sentence.first, sentence.last),
            quoted=draft.text.quoted[silence.first],
            published=draft.published,
            confidence=0.8,
        )
        phrase = Counted(silence.written, sentence, silence.last)
        reads.append(Read(claim, Suffered(phrase, Outcome.KILLED), party=silence.party))
    return reads
