"""Case 13: register 1,000; combatants 2 to 4 %; background 300; overlap 150, or from 100 to 150."""

from recount.model.interval import Interval, exactly
from recount.model.ledger import Effect, Figure, Line
from recount.model.scope import Scope

REGISTER = Line(Effect.ADDS, exactly(1000), "register", "rows of the register")
COMBATANTS = Line(Effect.SUBTRACTS, Interval(20, 40), "combatants", "2 to 4 % of the register, by policy")
BACKGROUND = Line(Effect.SUBTRACTS, exactly(300), "background", "deaths of other causes that the register mixes in")


def overlap(low: int, high: int) -> Line:
    return Line(Effect.SUBTRACTS, Interval(low, high), "overlap", "already held by incidents")


def test_a_known_overlap_leaves_510_to_530():
    figure = Figure("documented", Scope(), (REGISTER, COMBATANTS, BACKGROUND, overlap(150, 150)))

    assert figure.interval == Interval(510, 530)


def test_an_overlap_of_100_to_150_extends_the_high_end_only():
    figure = Figure("documented", Scope(), (REGISTER, COMBATANTS, BACKGROUND, overlap(100, 150)))

    assert figure.interval == Interval(510, 580)


def test_the_order_of_the_lines_is_immaterial():
    lines = (REGISTER, COMBATANTS, BACKGROUND, overlap(100, 150))

    assert Figure("documented", Scope(), lines[::-1]).interval == Figure("documented", Scope(), lines).interval
