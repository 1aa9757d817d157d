"""When and where claims are of whose own words say neither: what the rest of the telling of their event says."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from recount.extraction.drafts import Draft
from recount.extraction.scenes import harmed
from recount.language.sentences import Sentence, within
from recount.model.assertions import Claim
from recount.model.codes import Basis, PlacePrecision, Precision
from recount.model.values import Period, Place

_WIDE = (PlacePrecision.COUNTRY, PlacePrecision.REGION)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The one day and the one narrowest place that the telling of an event names; None where it names several."""

    day: Period | None
    place: Place | None

    def given_to(self, claim: Claim) -> Claim:
        """A claim with the day and place of its event, where its own words give none."""
        period, place = claim.period, claim.place
        if period is None and self.day is not None:
            period = replace(self.day, basis=Basis.INHERITED)
        own = place is not None and place.basis is not Basis.INHERITED
        if self.place is not None and not own and not (place is not None and place.inside(self.place)):
            place = replace(self.place, basis=Basis.INHERITED)
        return claim if (period, place) == (claim.period, claim.place) else replace(claim, period=period, place=place)


def unsettled(claim: Claim) -> bool:
    """Whether a claim says itself neither when nor where."""
    return claim.period is None or claim.place is None or claim.place.basis is Basis.INHERITED


def whereabouts(draft: Draft, telling: Sequence[Sentence]) -> Whereabouts:
    """The day and place of an event by the sentences that tell of it, those of what was done to people alone."""
    told = [sentence for sentence in telling if harmed(draft.text, sentence)]
    days = {
        each.period
        for sentence in told
        for each in within(draft.around.dates, sentence)
        if each.period.precision is Precision.DAY
    }
    places = [each.place for sentence in told for each in within(draft.around.places, sentence)]
    return Whereabouts(days.pop() if len(days) == 1 else None, _narrowest(places))


def _narrowest(places: Sequence[Place]) -> Place | None:
    """The one place inside all the others; None where two lie apart, or where it is too wide to say where."""
    fine = {place.path: place for place in places if place.path and place.precision not in _WIDE}
    ends = [place for place in fine.values() if not any(_inside(other, place) for other in fine.values())]
    return ends[0] if len(ends) == 1 else None


def _inside(one: Place, other: Place) -> bool:
    return one.path != other.path and one.inside(other)
