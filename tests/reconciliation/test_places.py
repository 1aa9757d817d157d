"""Where accounts of one event put it."""

from recount.model.codes import PlacePrecision
from recount.model.discrepancies import DiscrepancyKind
from recount.model.incidents import Incident
from recount.model.values import Place
from recount.reconciliation import reconcile
from tests.making import HARBOUR, OLD_TOWN, STRIKE, a_claim, some_findings

UNLISTED = Place((), PlacePrecision.COUNTRY, "Somewhere")


def conflicts(*places):
    claims = tuple(a_claim(str(n), 4, place=place, period=STRIKE) for n, place in enumerate(places))
    incident = Incident("i-1", places[0], STRIKE, claims=tuple(claim.id for claim in claims))
    found = reconcile(some_findings(claims=claims, incidents=(incident,)))
    return [one for one in found if one.kind is DiscrepancyKind.PLACE]


def test_two_places_beside_each_other_are_a_conflict():
    assert len(conflicts(OLD_TOWN, HARBOUR)) == 1


def test_a_place_no_gazetteer_knows_is_in_conflict_with_nothing():
    assert conflicts(UNLISTED, UNLISTED) == conflicts(UNLISTED, HARBOUR) == []
