"""Claims without a figure: `has not offered an overall figure` is neither zero nor a denial (rule 5)."""

from dataclasses import dataclass

from recount.extraction.actors import Named
from recount.extraction.drafts import Draft
from recount.extraction.subjects import named_before
from recount.extraction.voices import Voice
from recount.language.numbers import Quantity as Written
from recount.language.sentences import Sentence, within
from recount.model.assertions import Quantity
from recount.model.codes import ClaimKind, Comparator, Population, Unit
from recount.model.interval import UNKNOWN

_REACH = 7


@dataclass(frozen=True, slots=True)
class Silence:
    """A figure that somebody does not give: tokens [first, last), and who."""

    first: int
    last: int
    names: tuple[str, ...]
    party: str | None
    population: Population = Population.PEOPLE

    @property
    def quantity(self) -> Quantity:
        """No figure at all."""
        return Quantity(UNKNOWN, Comparator.EXACT, Unit.PEOPLE, ClaimKind.NO_FIGURE)

    @property
    def written(self) -> Written:
        """The same, as the grammar of quantities gives it."""
        return Written(self.first, self.last, UNKNOWN, Comparator.EXACT, ClaimKind.NO_FIGURE)


def silences(draft: Draft, sentence: Sentence, voice: Voice) -> list[Silence]:
    """The figures that a sentence says somebody does not give."""
    text, found = draft.text, []
    last = sentence.first
    for at in text.having("silence", sentence.first, sentence.last):
        mark = text.marks[at]["silence"]
        if at < last:
            continue
        last = at + mark.length
        if mark.first == "unacknowledged":
            found.append(Silence(at, last, (), None))
        elif text.having("figures", last, min(last + _REACH, sentence.last)):
            inside = within(draft.named, Sentence(last, last + _REACH, sentence.paragraph))
            names, party = _named(draft, inside[0]) if inside else _who(draft, sentence, at, voice)
            found.append(Silence(at, last, names, party))
    return found


def _named(draft: Draft, each: Named) -> tuple[tuple[str, ...], str | None]:
    return (draft.party_name(each.party),), each.party


def _who(draft: Draft, sentence: Sentence, at: int, voice: Voice) -> tuple[tuple[str, ...], str | None]:
    speaker = named_before(draft.text, sentence, at, draft.named)
    if speaker is None or speaker.pronoun:
        reach = Sentence(max(0, sentence.first - 80), at, sentence.paragraph)
        near = list(within(draft.named, reach))
        own = [each for each in near if each.first >= sentence.first] or _opening(draft, near)
        party = own[0].party if own else voice.otherwise.party
        return ((draft.party_name(party),) if party else voice.otherwise.names), party
    names = [draft.party_name(speaker.party)] if speaker.party else []
    return (*names, *([speaker.name] if speaker.name else [])), speaker.party


def _opening(draft: Draft, near: list[Named]) -> list[Named]:
    """For `it`: the party that opens the sentence before."""
    if not near:
        return []
    sentence = draft.text.sentences[draft.text.number_of(near[-1].first)]
    return [each for each in near if each.first >= sentence.first]
