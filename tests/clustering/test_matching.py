"""Which incident a position answers, and why: candidates ranked by day, place, count and party."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from recount.clustering import ClusteringSettings, cluster, match_positions
from recount.model.assertions import Assertions
from recount.model.codes import PlacePrecision, Position
from recount.model.decisions import Judgement, Question, Verdict
from recount.model.interval import exactly
from recount.model.register import Answer
from recount.model.values import Place, day
from tests.making import CITY, HARBOUR, OLD_TOWN, STRIKE, a_claim, a_position

SETTINGS = ClusteringSettings()


def match(position, *claims, verdicts=()):
    told = Assertions(claims, acknowledgements=(position,))
    incidents = cluster(told, (), verdicts, SETTINGS)
    (found,) = match_positions(told, incidents, verdicts, SETTINGS)
    codes = {incident.id: incident.codes for incident in incidents}
    return found, [(codes[one.incident], one.linked) for one in found.candidates]


def a_strike(code: str, on: date = date(2021, 3, 17), killed: int = 5, **said: object):
    given = {"place": OLD_TOWN, "period": day(on), "incident": code, "source": "ngo", **said}
    return a_claim(code, killed, **given)


def an_answer(conceded: int = 5, **said: object):
    given = {"place": OLD_TOWN, "period": STRIKE, **said}
    return a_position("1", "alliance", Position.ACCEPTS, exactly(conceded), **given)


def test_the_best_candidate_is_linked_and_the_second_best_is_kept_with_its_reasons():
    found, candidates = match(an_answer(), a_strike("A"), a_strike("B", date(2021, 3, 19)))
    assert found.answer is Answer.MATCHED
    assert candidates == [(("A",), True), (("B",), False)]
    assert found.candidates[1].why[0] == ("2 days apart", 1.5)
    assert "the same day" in found.says
    assert "the next is" in found.says


def test_the_number_decides_between_two_events_of_one_day_and_place():
    found, candidates = match(an_answer(30), a_strike("A", killed=4), a_strike("B", killed=30))
    assert (found.answer, candidates[0]) == (Answer.MATCHED, (("B",), True))


def test_an_answer_to_a_wide_place_answers_what_was_alleged_of_that_place_rather_than_of_a_part_of_it():
    told = (a_strike("A", place=CITY), a_strike("B", place=OLD_TOWN))
    found, candidates = match(an_answer(place=CITY), *told)
    assert (found.answer, candidates[0]) == (Answer.MATCHED, (("A",), True))


def test_where_nothing_decides_it_answers_one_of_several_and_is_linked_to_none():
    found, candidates = match(an_answer(), a_strike("A"), a_strike("B"))
    assert found.answer is Answer.ONE_OF_SEVERAL
    assert {linked for _, linked in candidates} == {False}


def test_a_reviewer_says_which_of_several_and_which_not():
    claims = (a_strike("A"), a_strike("B"))
    incidents = cluster(Assertions(claims), (), (), SETTINGS)
    chosen = next(incident.id for incident in incidents if incident.codes == ("B",))
    yes = Verdict(Question.ANSWERS, ("a-1", chosen), Judgement.YES, None, ("ana#1",))
    found, candidates = match(an_answer(), *claims, verdicts=[yes])
    assert (found.answer, found.decisions) == (Answer.BY_DECISION, ("ana#1",))
    assert (("B",), True) in candidates
    no = Verdict(Question.ANSWERS, ("a-1", chosen), Judgement.NO, None, ("ana#1",))
    assert match(an_answer(), *claims, verdicts=[no])[0].answer is Answer.MATCHED


def test_a_cited_code_goes_before_points_and_may_name_several():
    found, candidates = match(an_answer(answers="A; B"), a_strike("A"), a_strike("B", date(2021, 3, 19)))
    assert found.answer is Answer.BY_CODE
    assert {linked for _, linked in candidates} == {True}


def test_a_code_that_no_incident_has_links_nothing_by_itself():
    assert match(an_answer(answers="elsewhere"), a_strike("A"))[0].answer is Answer.NONE


def test_another_place_or_a_week_between_is_no_candidate():
    assert match(an_answer(), a_strike("A", place=HARBOUR))[0].candidates == ()
    assert match(an_answer(), a_strike("A", date(2021, 3, 24)))[0].candidates == ()


def test_a_position_on_the_whole_city_is_not_linked_to_an_event_in_it_by_the_day_alone():
    found, candidates = match(an_answer(99, place=CITY), a_strike("A"))
    assert (found.answer, candidates) == (Answer.NONE, [(("A",), False)])


def test_distance_is_held_against_the_stated_precision_and_a_copied_point_says_less():
    def at(lat: float, lon: float, radius: float) -> Place:
        return Place((), PlacePrecision.BUILDING, "", lat, lon, radius)

    event = a_strike("A", place=Place(("land", "city", "x"), PlacePrecision.BUILDING, "x", 36.3, 43.1, 0.1))
    near, _ = match(an_answer(place=at(36.304, 43.1, 0.1)), event)
    copied, _ = match(an_answer(place=at(36.3, 43.1, 0.1)), event)
    far, _ = match(an_answer(place=at(36.5, 43.1, 0.1)), event)
    assert near.answer is Answer.MATCHED
    assert "within the stated precision" in near.says
    assert "perhaps copied" in copied.says
    assert copied.candidates[0].points < near.candidates[0].points
    assert far.candidates == ()


@given(st.permutations(range(5)))
def test_the_order_of_reading_is_immaterial(order):
    claims = [a_strike(str(n), date(2021, 3, 15 + n), 3 + n) for n in range(5)]
    assert match(an_answer(), *(claims[n] for n in order)) == match(an_answer(), *claims)
