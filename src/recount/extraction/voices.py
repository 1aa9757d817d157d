"""Whose voice a figure is in: sentence by sentence, with speakers carried over and pronouns followed back."""

from dataclasses import dataclass, replace

from recount.extraction.drafts import Draft
from recount.extraction.speakers import UNATTRIBUTED, Reach, Saying, sayings, unattributed
from recount.extraction.subjects import Speaker
from recount.language.sentences import Sentence, within
from recount.model.codes import Precision, Stance

_LEAD_PARAGRAPHS = 4
_OPENING = 6
_BACK = frozenset(
    {"those", "these", "rest", "remaining", "remainder", "list", "lists", "tally", "count", "database", "figures",
     "total", "investigation", "analysis", "review", "records", "findings", "data", "study", "it"}
)  # fmt: skip
"""Words by which a sentence goes on with what somebody has counted."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Who says a figure: names for the chain, outermost first, the party spoken for, and the stance."""

    names: tuple[str, ...] = ()
    party: str | None = None
    stance: Stance = Stance.REPORTS

    @property
    def name(self) -> str:
        """The nearest speaker, or the empty string."""
        return self.names[-1] if self.names else ""


@dataclass(frozen=True, slots=True)
class Voice:
    """The attributions of one sentence, and who speaks where it has none."""

    said: tuple[Saying, ...]
    otherwise: Heard
    draft: Draft

    def at(self, first: int, last: int) -> Heard:
        """Who says what stands on tokens [first, last)."""
        saying = self._nearest(first, last)
        heard = self.otherwise if saying is None else _heard(self.draft, saying.speaker, saying.stance)
        looking = [each for each in self.said if each.stance is Stance.INVESTIGATES and each.at < first]
        if looking and heard.stance is Stance.REPORTS:
            return Heard(heard.names, looking[-1].speaker.party or heard.party, Stance.INVESTIGATES)
        return heard

    def _nearest(self, first: int, last: int) -> Saying | None:
        said = [each for each in self.said if each.stance is not Stance.INVESTIGATES]
        before = [each for each in said if each.reach is Reach.AFTER and each.at < first]
        if before:
            return before[-1]
        after = [each for each in said if each.reach is not Reach.AFTER and each.at >= last]
        if after:
            return after[0]
        whole = [each for each in said if each.reach is not Reach.AFTER]
        if whole:
            return whole[-1]
        conceding = (Stance.ACKNOWLEDGES, Stance.DENIES)
        return next((each for each in said if each.stance in conceding and each.at >= last), None)


class Voices:
    """Who speaks through a report: keeps the last speaker, the paragraph's, and the one the opening credits."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._last: Speaker | None = None
        self._party: Speaker | None = None
        self._paragraph = -1
        self._in_paragraph: Speaker | None = None
        self._lead: Speaker | None = None
        self._organisation: Speaker | None = None
        self._said = {each.first: sayings(draft.text, each, within(draft.named, each)) for each in draft.text.sentences}

    def heard(self, sentence: Sentence) -> Voice:
        """The voice of the next sentence; sentences are heard in order."""
        if sentence.paragraph != self._paragraph:
            self._paragraph, self._in_paragraph = sentence.paragraph, None
        known = [self._known(each, sentence) for each in self._said[sentence.first]]
        said = tuple([each for each in known if not each.speaker.pronoun])
        voice = Voice(said, self._without_a_saying(sentence), self._draft)
        for each in said:
            if each.stance is not Stance.INVESTIGATES:
                self._note(each.speaker, sentence)
        return voice

    def party_before(self) -> Speaker | None:
        """The party that spoke or was spoken of last, for a pronoun."""
        return self._party

    def _known(self, saying: Saying, sentence: Sentence) -> Saying:
        speaker = saying.speaker
        if speaker.pronoun and speaker.kind in ("publication", "group"):
            speaker = self._organisation or self._credited() or _nobody_else(speaker)
        elif speaker.pronoun:
            speaker = self._last or speaker
        elif "spokes" in speaker.name.lower() and speaker.party is None:
            speaker = self._named_later(sentence) or self._spoken_for(sentence, speaker)
            if speaker.party is None and speaker.kind not in ("person", "agency"):
                speaker = self._body_of(sentence) or speaker
        return Saying(saying.at, speaker, saying.stance, saying.reach)

    def _credited(self) -> Speaker | None:
        """`a report has found`: the organisation that the opening names, before or after."""
        opening = [each for each in self._draft.text.sentences[:12] if each.paragraph < _LEAD_PARAGRAPHS]
        for each in opening:
            for saying in self._said[each.first]:
                if saying.speaker.kind == "agency":
                    return saying.speaker
        return None

    def _spoken_for(self, sentence: Sentence, speaker: Speaker) -> Speaker:
        """`a spokesman told reporters`: he speaks for the party that the sentence opens with."""
        here = [each for each in within(self._draft.named, sentence) if each.first < speaker.last]
        return replace(speaker, party=here[0].party) if here else speaker

    def _body_of(self, sentence: Sentence) -> Speaker | None:
        """`a spokesman said`: the body that a sentence near by says he speaks for."""
        text = self._draft.text
        for each in self._draft.text.near(sentence, 3, 3):
            for at in range(each.first, each.last):
                speaks = text.keys(at, at + 2) in (["speaks", "for"], ["speaking", "for"], ["behalf", "of"])
                if not speaks and not text.tokens[at].key.startswith("spokes"):
                    continue
                near = Sentence(max(each.first, at - 4 * (not speaks)), min(each.last, at + 7), each.paragraph)
                body = self._body_within(near)
                if body is not None:
                    return body
        return None

    def _body_within(self, near: Sentence) -> Speaker | None:
        text = self._draft.text
        named = within(self._draft.named, near)
        party = named[0].party if named else None
        for at in range(near.first, near.last):
            mark = text.marks[at].get("agencies")
            if mark is not None and text.tokens[at].capital:
                return Speaker(mark.first.replace("_", " "), "agency", party, last=at)
        return None if party is None else Speaker("", "party", party, last=near.last)

    def _named_later(self, sentence: Sentence) -> Speaker | None:
        """`a spokesman said`: agencies name him in the sentence after."""
        for each in self._draft.text.near(sentence, 0, 2):
            spoken = self._draft.text.keys(each.first, each.last)
            for saying in self._said[each.first]:
                if saying.speaker.kind == "person" and any(key.startswith("spokes") for key in spoken):
                    return saying.speaker
        return None

    def _note(self, speaker: Speaker, sentence: Sentence) -> None:
        self._last = self._in_paragraph = speaker
        if speaker.kind == "agency" and speaker.party is None:
            self._organisation = speaker
        if speaker.party is not None:
            self._party = speaker
        if self._lead is None and sentence.paragraph < _LEAD_PARAGRAPHS and speaker.kind == "agency":
            self._lead = speaker

    def _without_a_saying(self, sentence: Sentence) -> Heard:
        if unattributed(self._draft.text, sentence):
            return Heard((UNATTRIBUTED,))
        if self._draft.text.quoted[sentence.first] and self._in_paragraph is None:
            following = self._quoted_by(sentence)
            if following is not None:
                return _heard(self._draft, following, Stance.REPORTS)
        elsewhere = self._in_paragraph is None and not self._goes_on(sentence)
        speaker = self._in_paragraph if self._in_paragraph is not None else None if elsewhere else self._lead
        return Heard() if speaker is None else _heard(self._draft, speaker, Stance.REPORTS)

    def _tells_of_a_day(self, sentence: Sentence) -> bool:
        """Whether a sentence after the opening tells of one day's event: nobody who spoke of the whole says it."""
        days = [each for each in within(self._draft.around.dates, sentence) if each.period.precision is Precision.DAY]
        return bool(days) and sentence.paragraph > 0 and not self._draft.text.quoted[sentence.first]

    def _goes_on(self, sentence: Sentence) -> bool:
        """Whether a paragraph that names nobody shows that whoever the opening credits still speaks.

        It does where it refers back to what was counted: `of those deaths`, `the rest`, `the list also holds`.
        """
        if self._tells_of_a_day(sentence) or self._lead is None or self._last != self._lead:
            return False
        return bool(_BACK.intersection(self._draft.text.keys(sentence.first, sentence.first + _OPENING)))

    def _quoted_by(self, sentence: Sentence) -> Speaker | None:
        """The speaker named after a quotation that runs over several sentences."""
        for each in self._draft.text.near(sentence, 0, 6):
            if each.paragraph == sentence.paragraph and self._said[each.first]:
                return self._said[each.first][0].speaker
        return None


def _nobody_else(speaker: Speaker) -> Speaker:
    """`State television said`: where the report names nobody it could stand for, it speaks for itself."""
    own = speaker.name.split()[-1:] not in (["report"], ["reports"], ["statement"], ["study"], ["review"])
    return replace(speaker, pronoun=False) if own and speaker.name else speaker


def _heard(draft: Draft, speaker: Speaker, stance: Stance) -> Heard:
    names = [draft.party_name(speaker.party)] if speaker.party is not None else []
    if speaker.name and not (names and speaker.kind == "agency"):
        names.append(speaker.name)
    return Heard(tuple(names), speaker.party, stance)


def kept_by(draft: Draft, sentence: Sentence) -> Heard:
    """`their list holds 9,606 names`: the morgue or hospital that this sentence or the one before speaks of."""
    before = [each for each in draft.text.near(sentence, 1, 0) if each.paragraph == sentence.paragraph]
    for each in (sentence, *before[-1:]):
        for at in range(each.first, each.last):
            if draft.text.means(at, "speakers") == "medical":
                return Heard((draft.text.tokens[at].key,))
    return Heard()
