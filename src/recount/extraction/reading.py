"""Claims out of a prepared report: each quantity with what happened, to whom, by whom, when, where and who says so."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from recount.extraction.arabic import also_counted, turned
from recount.extraction.bullets import lead_of, led, listed_under
from recount.extraction.causes import cause_of
from recount.extraction.drafts import Draft, without_repeats
from recount.extraction.findings import own_findings
from recount.extraction.gridded import claims_of
from recount.extraction.grids import Grid
from recount.extraction.namelists import Names, listed
from recount.extraction.namelists import headed as headed_lists
from recount.extraction.occasions import recalls
from recount.extraction.outcomes import Suffered, linked
from recount.extraction.phrases import Counted, counted, speaks_of_harm
from recount.extraction.reads import Read
from recount.extraction.references import resolved
from recount.extraction.responsibility import responsible
from recount.extraction.rolls import listed_by_name
from recount.extraction.silences import silences
from recount.extraction.singles import lone_victims
from recount.extraction.stances import confidence_of, hedges_of, owned, said_of, standing_of, unacknowledged
from recount.extraction.voices import Heard, Voice, Voices, kept_by
from recount.extraction.whenwhere import period_of, place_of
from recount.extraction.wholes import HARM
from recount.extraction.worth import outcome_of, worth_reading
from recount.language.sentences import Sentence, within
from recount.model.assertions import Attribution, Claim, Quantity, Standing
from recount.model.codes import ClaimKind, Outcome, Stance, Unit
from recount.model.evidence import Locator
from recount.model.ids import content_id
from recount.model.values import Period, Place


def claims_in(draft: Draft) -> list[Read]:
    """Every claim of a report in the order in which they stand."""
    voices = Voices(draft)
    reads: list[Read] = []
    paragraph, carried = -1, _Carried()
    before: Sentence | None = None
    lead, voice = None, Voice((), Heard(), draft)
    tables, lists = _Tables(draft), headed_lists(draft.text)
    for sentence in draft.text.sentences:
        grid, opens = tables.at(sentence)
        if grid is not None:
            spoken = Heard() if before is None else voice.at(before.first, before.last)
            reads.extend(claims_of(draft, grid, before, spoken) if opens else [])
            before = None
            continue
        if sentence.paragraph != paragraph:
            paragraph, carried = sentence.paragraph, _Carried()
        voice = voices.heard(sentence)
        for suffered in led(draft.text, sentence, _suffered(draft, sentence, lists.get(sentence.first)), lead):
            read = _read(draft, suffered, voice, carried, reads)
            if read is not None:
                reads.append(listed_under(read, sentence, lead))
        lead = lead_of(draft.text, sentence, lead)
        reads.extend(_silent(draft, sentence, voice, carried.place))
        before = sentence
        carried = _carried(draft, sentence, carried)
    return own_findings(draft, _recalled(draft, resolved(draft, reads)))


def _recalled(draft: Draft, reads: list[Read]) -> list[Read]:
    """The claims with what is only recalled marked so, where a report also tells of an event at hand."""
    past = {
        read.claim.id
        for read in reads
        if read.claim.standing is Standing.ASSERTED
        and read.claim.outcome in HARM
        and recalls(draft, read.suffered.phrase.sentence, read.suffered.phrase.first)
    }
    if all(read.claim.id in past for read in reads if read.claim.outcome in HARM):
        return reads
    return [
        replace(read, claim=replace(read.claim, standing=Standing.PAST_EVENT)) if read.claim.id in past else read
        for read in reads
    ]


class _Tables:
    """The tables of a report, met in order; their rows are no sentences."""

    def __init__(self, draft: Draft) -> None:
        self._left = list(draft.grids)
        self._starts = draft.starts
        self._here: Grid | None = None

    def at(self, sentence: Sentence) -> tuple[Grid | None, bool]:
        """The table that a sentence stands in, and whether it is the first sentence there."""
        start = self._starts[sentence.first]
        if self._here is not None and start < self._here.end:
            return self._here, False
        while self._left and self._left[0].end <= start:
            self._left.pop(0)
        inside = bool(self._left) and self._left[0].start <= start
        self._here = self._left.pop(0) if inside else None
        return self._here, inside


def _suffered(draft: Draft, sentence: Sentence, names: Names | None) -> list[Suffered]:
    here = within(draft.found, sentence)
    found = draft.triggers(sentence)
    quiet = draft.text.language == "en" and not here and not found and names is None
    if quiet and not speaks_of_harm(draft.text, sentence):
        return []
    phrases = counted(draft.text, sentence, here)
    if draft.text.language == "ar":
        phrases, found = also_counted(draft.text, sentence, phrases), turned(draft.text, sentence, found)
    links = linked(draft.text, phrases, found) if phrases else []
    lone = lone_victims(draft.text, sentence, found, links) if found else []
    lone += listed_by_name(draft.text, sentence, found, [*links, *lone]) if found else []
    lone += listed(sentence, names, [*(each for each in links if each.outcome), *lone]) if names is not None else []
    return sorted([*links, *lone], key=lambda each: each.phrase.first) if lone else links


@dataclass(frozen=True, slots=True)
class _Carried:
    """The date and place last stated in a paragraph, for the sentences that follow."""

    period: Period | None = None
    place: Place | None = None


def _carried(draft: Draft, sentence: Sentence, before: _Carried) -> _Carried:
    period, place = before.period, before.place
    stated, named = within(draft.around.dates, sentence), within(draft.around.places, sentence)
    if not stated and not named:
        return before
    for each in stated:
        period = each.period
    for one in named:
        if place is None or not place.inside(one.place):
            place = one.place
    return _Carried(period, place)


def _read(draft: Draft, suffered: Suffered, voices: Voice, carried: _Carried, before: Sequence[Read]) -> Read | None:
    outcome = outcome_of(draft, suffered, before)
    if outcome is None or not worth_reading(suffered, outcome):
        return None
    phrase = suffered.phrase
    first, last = phrase.quantity.first, phrase.quantity.last
    start, end = draft.text.span(first, last)
    heard = _heard(draft, phrase, voices)
    parties = responsible(draft.text, suffered, draft.named)
    stance = _stance(draft, suffered, heard, parties or ())
    when = period_of(suffered, draft.around, carried.period)
    quantity, standing = _quantity(draft, suffered), standing_of(draft.text, suffered)
    chain = without_repeats([*draft.base, *heard.names])
    claim = Claim(
        id=claim_id(draft, start, end),
        locator=Locator(draft.document.id, start, end),
        source=draft.source.id,
        phrase=draft.text.text[start:end],
        quantity=quantity,
        outcome=outcome,
        population=phrase.population,
        attribution=None if parties is None else Attribution(parties, heard.name),
        cause=cause_of(draft.text, suffered),
        period=when,
        place=place_of(draft.text, suffered, draft.around, carried.place, when),
        chain=chain,
        stance=stance,
        hedges=hedges_of(draft.text, suffered),
        standing=standing,
        sentence=draft.text.span(phrase.sentence.first, phrase.sentence.last),
        quoted=draft.text.quoted[first],
        published=draft.published,
        confidence=confidence_of(suffered, outcome, standing, quantity, len(chain)),
    )
    # "Most allegations that reach it are not credible, officers say": the finding is that of the party spoken of.
    found = voices.otherwise.party if stance is Stance.NOT_CREDIBLE else None
    return Read(claim, suffered, party=heard.party or found)


def _stance(draft: Draft, suffered: Suffered, heard: Heard, laid_to: Sequence[str]) -> Stance:
    """What the claimant does with the figure; a party owns deaths that it calls unmeant and lays to nobody else."""
    stance = said_of(draft.text, suffered, heard.stance)
    own = heard.party is not None and stance in (Stance.REPORTS, Stance.ESTIMATES)
    own = own and (not laid_to or heard.party in laid_to)
    return Stance.ACKNOWLEDGES if own and owned(draft.text, suffered.phrase.sentence) else stance


def _heard(draft: Draft, phrase: Counted, voices: Voice) -> Heard:
    """Who says the figure; what a party has not acknowledged is said by whoever reports it."""
    heard = voices.at(phrase.quantity.first, phrase.quantity.last)
    if not heard.names and draft.source.party is not None:
        heard = replace(heard, party=draft.source.party)  # a party's own statement
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
