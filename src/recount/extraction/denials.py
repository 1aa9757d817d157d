"""Positions without a figure: a party denies an event, or found the allegation not credible.

A denial is kept as the party's position and takes nothing from what others claim. That an allegation was found not
credible says that too little is known, and never that nobody died (rule 25).
"""

from collections.abc import Iterator, Sequence

from recount.extraction.drafts import Draft
from recount.extraction.occasions import another
from recount.extraction.reads import Read
from recount.extraction.speakers import Saying
from recount.extraction.voices import Voices
from recount.language.sentences import Parsed, Sentence, within
from recount.model.assertions import Acknowledgement, Claim, Standing
from recount.model.codes import Outcome, Population, Position, Precision
from recount.model.evidence import Locator
from recount.model.ids import content_id
from recount.model.interval import UNKNOWN

_NEAR = 6
"""How many sentences back the event that is denied may have been told."""
_OBJECT = 12
_OF_HARM = frozenset(
    {"targeting", "targeted", "responsibility", "involvement", "carrying", "striking", "bombing", "bombed", "shelling",
     "attack", "attacks", "attacking", "strike", "strikes", "airstrike", "airstrikes", "raid", "civilians",
     "casualties", "allegation", "allegations", "accusation", "accusations", "report", "reports", "using", "firing",
     "hitting"}
)  # fmt: skip
_BECAUSE = frozenset({"because", "since", "as"})


def denials(draft: Draft, reads: Sequence[Read]) -> list[Acknowledgement]:
    """The denials and findings of a report on events: of the day and the place told with them, or just before."""
    spoken = [sentence for sentence in draft.text.sentences if _speaks_of_one(draft.text, sentence)]
    if not spoken:
        return []
    voices, wanted = Voices(draft), {sentence.first for sentence in spoken}
    found: dict[tuple[object, ...], Acknowledgement] = {}
    for sentence in draft.text.sentences:
        voice = voices.heard(sentence)
        if sentence.first not in wanted:
            continue
        for at, position, party in (*_denied(draft, sentence, voice.said), *_not_credible(draft, sentence)):
            made = _made(draft, sentence, (position, party, _reason(draft, sentence, at)), reads)
            if made is not None:
                found.setdefault((party, position, made.place, made.period), made)
    return list(found.values())


def _speaks_of_one(text: Parsed, sentence: Sentence) -> bool:
    said = (text.means(at, "reporting") for at in text.having("reporting", sentence.first, sentence.last))
    return any(one in ("denies", "not_credible") for one in said)


_Found = tuple[int, Position, str]


def _denied(draft: Draft, sentence: Sentence, said: Sequence[Saying]) -> Iterator[_Found]:
    """`denied killing civilians`: by its subject, or that of the verb of saying before it (`said ... and denied`)."""
    text = draft.text
    for at in text.having("reporting", sentence.first, sentence.last):
        if text.means(at, "reporting") != "denies":
            continue
        own = [each.speaker.party for each in said if each.at == at]
        joined = [each.speaker.party for each in said if each.at < at]
        party = (own or joined[-1:] or [None])[0]
        after = range(at + 1, min(at + _OBJECT, sentence.last))
        harm = any(text.tokens[here].key in _OF_HARM or "triggers" in text.marks[here] for here in after)
        negated = {"not", "never", "neither"} & set(text.keys(max(sentence.first, at - 3), at))
        if party is not None and harm and not negated:
            yield at, Position.DENIES, party


def _not_credible(draft: Draft, sentence: Sentence) -> Iterator[_Found]:
    """`was assessed as non-credible`: by the party named before it, or in a statement of its own by whoever speaks."""
    for at in draft.text.having("reporting", sentence.first, sentence.last):
        if draft.text.means(at, "reporting") != "not_credible":
            continue
        named = [each.party for each in within(draft.named, sentence)]
        party = draft.source.party or (named[0] if len(set(named)) == 1 else None)
        if party is not None:
            yield at, Position.NON_CREDIBLE, party


def _made(
    draft: Draft, sentence: Sentence, said: tuple[Position, str, str], reads: Sequence[Read]
) -> Acknowledgement | None:
    """A position of a party, with its reason, on the event that its sentence or the one before it names."""
    position, party, reason = said
    told = _told_before(draft, sentence, reads)
    days = [each.period for each in within(draft.around.dates, sentence) if each.period.precision is Precision.DAY]
    places = [each.place for each in within(draft.around.places, sentence)]
    period = days[-1] if days else told.period if told is not None else None
    place = max(places, key=lambda one: len(one.path)) if places else told.place if told is not None else None
    if period is None or place is None:
        return None
    start, end = draft.text.span(sentence.first, sentence.last)
    return Acknowledgement(
        id=content_id("a", (draft.document.id, start, end, party, position)),
        locator=Locator(draft.document.id, start, end),
        source=draft.source.id,
        party=party,
        position=position,
        conceded=UNKNOWN,
        outcome=Outcome.KILLED,
        population=Population.CIVILIANS,
        reason=reason,
        place=place,
        period=period,
        stated=draft.published,
        chain=(*draft.base, draft.party_name(party)),
        words=(draft.document.text or "")[start:end],
        found_by="rules",
    )


def _told_before(draft: Draft, sentence: Sentence, reads: Sequence[Read]) -> Claim | None:
    """The last claim of harm before a sentence that says on which day and where, near enough to be what is meant."""
    here = draft.text.number_of(sentence.first)
    if another(draft.text, sentence):
        return None
    for read in reversed(reads):
        claim, first = read.claim, read.suffered.phrase.sentence.first
        near = first <= sentence.first and here - draft.text.number_of(first) <= _NEAR
        day = claim.period is not None and claim.period.days == 1 and claim.place is not None
        if near and day and claim.standing is Standing.ASSERTED:
            between = draft.text.sentences[draft.text.number_of(first) + 1 : here]
            return None if any(another(draft.text, each) for each in between) else claim
    return None


def _reason(draft: Draft, sentence: Sentence, at: int) -> str:
    """What follows `because`, as written."""
    text = draft.text
    for here in range(at + 1, sentence.last - 1):
        if text.tokens[here].key in _BECAUSE:
            return " ".join(text.written(here + 1, sentence.last).rstrip(".").split())
    return ""
